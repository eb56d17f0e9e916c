package io.lijevak.overview.web;

import io.lijevak.platform.Navigation;
import io.lijevak.platform.StartPage;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The overview in the rail, and as the page where whoever leads others begins. */
@Configuration(proxyBeanMethods = false)
class OverviewNavigation {
    @Bean
    Navigation overviewInRail() {
        return new Navigation(3, "overview.nav", "health", "/overview", OverviewNavigation::leads);
    }

    @Bean
    ViewPage overviewView() {
        return new ViewPage("/overview", "overview.title", "health", viewer -> viewer.may("FUNNEL.VIEW"))
                .showing("#overview");
    }

    @Bean
    ViewExport overviewExport(OverviewController overview) {
        return new ViewExport(
                "/overview",
                "FUNNEL.EXPORT",
                (parameters, ui, viewer) ->
                        Optional.of(overview.answer(parameters.toSingleValueMap(), ui, (CurrentUser) viewer)));
    }

    @Bean
    StartPage headsBeginAtOverview() {
        return viewer -> leads(viewer) && !viewer.may("SYSTEM.EDIT") ? Optional.of("/overview") : Optional.empty();
    }

    /** Whether the viewer sees funnel and tasks of others. */
    private static boolean leads(Viewer viewer) {
        return viewer instanceof CurrentUser user
                && beyondOwn(user.scope(Resource.FUNNEL, Action.VIEW))
                && beyondOwn(user.scope(Resource.TASK, Action.VIEW));
    }

    private static boolean beyondOwn(Scope scope) {
        return scope == Scope.TEAM || scope == Scope.ALL;
    }
}
