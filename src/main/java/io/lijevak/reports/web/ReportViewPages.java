package io.lijevak.reports.web;

import io.lijevak.platform.ViewPage;
import io.lijevak.platform.ViewPage.Days;
import io.lijevak.platform.ViewPage.Settling;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Ui;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.reports.AskPeople;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reports on people, whose questions can be kept under names. */
@Configuration(proxyBeanMethods = false)
class ReportViewPages {
    @Bean
    ViewPage leagueView(AskPeople ask) {
        return page("league", PeopleFrame.ROOT, ask);
    }

    @Bean
    ViewPage fairView(AskPeople ask) {
        return page("fair", PeopleTab.FAIR, ask);
    }

    @Bean
    ViewPage stagesView(AskPeople ask) {
        return page("stages", PeopleTab.STAGES, ask);
    }

    @Bean
    ViewPage effortView(AskPeople ask) {
        return page("effort", PeopleTab.EFFORT, ask);
    }

    @Bean
    ViewPage customersView(AskPeople ask) {
        return page("customers", PeopleTab.CUSTOMERS, ask);
    }

    @Bean
    ViewExport customersExport(CustomerMixController customers) {
        return export(PeopleTab.CUSTOMERS, customers::answer);
    }

    @Bean
    ViewExport leagueExport(LeagueController league) {
        return export(PeopleFrame.ROOT, league::answer);
    }

    @Bean
    ViewExport fairExport(ComparisonController comparison) {
        return export(PeopleTab.FAIR, (asked, ui, user) -> comparison.answer("fair", asked, ui, user));
    }

    @Bean
    ViewExport stagesExport(ComparisonController comparison) {
        return export(PeopleTab.STAGES, (asked, ui, user) -> comparison.answer("stages", asked, ui, user));
    }

    @Bean
    ViewExport effortExport(ComparisonController comparison) {
        return export(PeopleTab.EFFORT, (asked, ui, user) -> comparison.answer("effort", asked, ui, user));
    }

    private interface Answer {
        Optional<Export> of(Map<String, String> asked, Ui ui, CurrentUser user);
    }

    private static ViewExport export(String address, Answer answer) {
        return new ViewExport(
                address,
                "FUNNEL.EXPORT",
                (parameters, ui, viewer) -> answer.of(parameters.toSingleValueMap(), ui, (CurrentUser) viewer));
    }

    private static ViewPage page(String tab, String address, AskPeople ask) {
        return new ViewPage(
                address,
                "reports.tab." + tab,
                "flag",
                viewer -> viewer.may("FUNNEL.VIEW"),
                Days.PERIOD_AS_OF,
                settling(ask));
    }

    /** The deal type and the days that the report would choose by itself. */
    private static Settling settling(AskPeople ask) {
        return (parameters, viewer) -> {
            var state = new LinkedHashMap<>(parameters.toSingleValueMap());
            ask.read(state, (CurrentUser) viewer).ifPresent(question -> {
                state.put("dealType", Long.toString(question.type().id()));
                state.put("from", question.period().from().toString());
                state.put("to", question.period().to().toString());
            });
            return state;
        };
    }
}
