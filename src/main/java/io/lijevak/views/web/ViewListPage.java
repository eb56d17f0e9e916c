package io.lijevak.views.web;

import io.lijevak.platform.ViewPage;
import io.lijevak.users.CurrentUser;
import io.lijevak.views.SavedView;
import io.lijevak.views.Schedule;
import io.lijevak.views.ScheduleRules;
import io.lijevak.views.ViewPages;
import java.util.List;

/**
 * All views of a person, by the page they ask.
 *
 * @param troubled how many of what the person sends by mail did not reach everybody the last time
 */
public record ViewListPage(List<Group> groups, int troubled) {
    /** A page, and the views of it; whether the viewer may send them by mail. */
    public record Group(ViewPage page, List<SavedView> views, boolean sends) {}

    static ViewListPage of(
            List<SavedView> views, ViewPages pages, ScheduleRules rules, List<Schedule> schedules, CurrentUser viewer) {
        var addresses = views.stream().map(SavedView::page).distinct();
        return new ViewListPage(
                addresses
                        .filter(address -> pages.isOpen(address, viewer))
                        .map(address -> new Group(
                                pages.require(address, viewer),
                                views.stream()
                                        .filter(view -> view.page().equals(address))
                                        .toList(),
                                rules.maySend(address, viewer)))
                        .toList(),
                (int) schedules.stream()
                        .filter(schedule -> schedule.owner() == viewer.id() && schedule.troubled() > 0)
                        .count());
    }
}
