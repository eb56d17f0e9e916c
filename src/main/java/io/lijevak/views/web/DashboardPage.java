package io.lijevak.views.web;

import io.lijevak.platform.ViewPage;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.views.Dashboard;
import io.lijevak.views.SavedView;
import io.lijevak.views.ViewPages;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as its page shows it.
 *
 * @param offered the views that may be put on it
 * @param changeable whether the viewer may change it
 * @param revision of the business data that its tiles are to show
 */
public record DashboardPage(
        Dashboard dashboard, List<Tile> tiles, List<Offer> offered, boolean changeable, long revision) {
    /**
     * A tile.
     *
     * @param page null when the view is not shared with the viewer, or its page may not be opened
     * @param address what the tile shows
     */
    public record Tile(
            long id, @Nullable SavedView view, @Nullable ViewPage page, String address) {
        public boolean shown() {
            return page != null;
        }
    }

    /** A view that may be put on the dashboard, and its page. */
    public record Offer(SavedView view, ViewPage page) {}

    static DashboardPage of(
            Dashboard dashboard,
            List<Dashboard.Tile> tiles,
            DashboardController.Offered offered,
            CurrentUser viewer,
            long revision) {
        var pages = offered.pages();
        var changeable = dashboard.owner() == viewer.id() || viewer.may(Resource.SYSTEM, Action.EDIT);
        return new DashboardPage(
                dashboard,
                tiles.stream().map(tile -> tile(tile, pages, viewer)).toList(),
                changeable
                        ? offered.views().all(viewer).stream()
                                .filter(view -> pages.isOpen(view.page(), viewer))
                                .map(view -> new Offer(view, pages.require(view.page(), viewer)))
                                .toList()
                        : List.of(),
                changeable,
                revision);
    }

    private static Tile tile(Dashboard.Tile tile, ViewPages pages, CurrentUser viewer) {
        var view = tile.view();
        return view == null || !pages.isOpen(view.page(), viewer)
                ? new Tile(tile.id(), view, null, "")
                : new Tile(tile.id(), view, pages.require(view.page(), viewer), view.address(pages.today()));
    }

    public List<Option> options(Ui ui) {
        return offered.stream()
                .map(offer -> Option.of(
                        offer.view().id(),
                        ui.t(offer.page().titleKey()) + " › " + offer.view().name()))
                .toList();
    }

    static Form form(Dashboard dashboard) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", dashboard.name());
        values.put("audience", ViewForm.audience(dashboard.audience(), dashboard.team()));
        values.put("version", dashboard.version());
        return Form.of(values);
    }
}
