package io.lijevak.views.web;

import io.lijevak.platform.ViewPage;
import io.lijevak.platform.Viewer;
import io.lijevak.views.SavedView;
import io.lijevak.views.ViewPages;
import java.util.List;

/** All views of a person, by the page they ask. */
public record ViewListPage(List<Group> groups) {
    /** A page, and the views of it. */
    public record Group(ViewPage page, List<SavedView> views) {}

    static ViewListPage of(List<SavedView> views, ViewPages pages, Viewer viewer) {
        var addresses = views.stream().map(SavedView::page).distinct();
        return new ViewListPage(addresses
                .filter(address -> pages.isOpen(address, viewer))
                .map(address -> new Group(
                        pages.require(address, viewer),
                        views.stream()
                                .filter(view -> view.page().equals(address))
                                .toList()))
                .toList());
    }
}
