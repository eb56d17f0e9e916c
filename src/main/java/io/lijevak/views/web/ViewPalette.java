package io.lijevak.views.web;

import io.lijevak.platform.CommandPaletteSource;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import io.lijevak.views.Dashboards;
import io.lijevak.views.SavedViews;
import io.lijevak.views.ViewPages;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The entry of the views in the rail, and the views themselves in the command palette. */
@Configuration(proxyBeanMethods = false)
class ViewPalette {
    @Bean
    Navigation viewsEntry() {
        return new Navigation(
                46, "views.title", "star", "/views", viewer -> true, List.of("/dashboards", "/schedules"));
    }

    @Bean
    @Order(60)
    CommandPaletteSource viewSource(SavedViews views, ViewPages pages, Texts texts) {
        return (term, viewer, limit) -> find(views, pages, texts, term, viewer, limit);
    }

    @Bean
    @Order(61)
    CommandPaletteSource dashboardSource(Dashboards dashboards, Texts texts) {
        return (term, viewer, limit) -> !(viewer instanceof CurrentUser user) || term.isBlank()
                ? List.of()
                : dashboards.named(term, user, limit).stream()
                        .map(found -> new CommandPaletteSource.Hit(
                                "columns",
                                found.name(),
                                texts.get(viewer.language(), "views.dashboards"),
                                "/dashboards/" + found.id()))
                        .toList();
    }

    private static List<CommandPaletteSource.Hit> find(
            SavedViews views, ViewPages pages, Texts texts, String term, Viewer viewer, int limit) {
        if (!(viewer instanceof CurrentUser user) || term.isBlank()) {
            return List.of();
        }
        return views.named(term, user, limit).stream()
                .flatMap(view -> pages
                        .find(view.page())
                        .filter(page -> page.visible().test(viewer))
                        .map(page -> new CommandPaletteSource.Hit(
                                "star",
                                view.name(),
                                texts.get(viewer.language(), page.titleKey()),
                                "/views/" + view.id()))
                        .stream())
                .toList();
    }
}
