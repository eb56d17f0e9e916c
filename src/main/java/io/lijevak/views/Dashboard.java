package io.lijevak.views;

import org.jspecify.annotations.Nullable;

/**
 * Several views on one page.
 *
 * @param team the team that may open it, when its audience is a team
 * @param tiles how many views it has
 */
public record Dashboard(
        long id,
        String name,
        long owner,
        String ownerName,
        Audience audience,
        @Nullable Long team,
        @Nullable String teamName,
        int version,
        int tiles) {

    /**
     * A view on a dashboard.
     *
     * @param view null when it is not shared with the viewer
     */
    public record Tile(long id, @Nullable SavedView view) {}
}
