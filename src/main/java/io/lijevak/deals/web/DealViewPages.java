package io.lijevak.deals.web;

import io.lijevak.platform.ViewPage;
import io.lijevak.platform.ViewPage.Days;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Ui;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of deals whose questions can be kept under names. */
@Configuration(proxyBeanMethods = false)
class DealViewPages {
    private static final Predicate<Viewer> VISIBLE = viewer -> viewer.may("DEAL.VIEW");

    @Bean
    ViewPage dealListView() {
        return new ViewPage("/deals", "deals.title", "deal", VISIBLE);
    }

    @Bean
    ViewExport dealListExport(DealListController deals) {
        return export("/deals", (asked, ui, user) -> Optional.of(deals.answer(asked, ui, user)));
    }

    @Bean
    ViewExport boardExport(DealBoardController board) {
        return export("/deals/board", (asked, ui, user) -> Optional.of(board.answer(asked, ui, user)));
    }

    @Bean
    ViewExport lossesExport(LossesController losses) {
        return export(
                "/deals/losses",
                (asked, ui, user) -> Optional.of(losses.page(asked, user).export(ui)));
    }

    @Bean
    ViewExport unmetDemandExport(UnmetDemandController unmet) {
        return export("/deals/unmet-demand", unmet::answer);
    }

    @Bean
    ViewExport worklistExport(WorklistController worklist) {
        return export("/worklist", (asked, ui, user) -> Optional.of(worklist.answer(asked, ui, user)));
    }

    @Bean
    ViewExport processReportExport(ProcessReportController processes) {
        return export("/processes", (asked, ui, user) -> Optional.of(processes.answer(asked, ui, user)));
    }

    private interface Answer {
        Optional<Export> of(Map<String, String> asked, Ui ui, CurrentUser user);
    }

    private static ViewExport export(String address, Answer answer) {
        return new ViewExport(
                address,
                "DEAL.EXPORT",
                (parameters, ui, viewer) -> answer.of(parameters.toSingleValueMap(), ui, (CurrentUser) viewer));
    }

    @Bean
    ViewPage dealBoardView() {
        return new ViewPage("/deals/board", "deals.view.board", "board", VISIBLE).showing("main .board");
    }

    @Bean
    ViewPage dealLossesView() {
        return new ViewPage("/deals/losses", "deals.losses.title", "lost", VISIBLE);
    }

    @Bean
    ViewPage documentsView() {
        return new ViewPage("/deals/documents", "deals.documents.title", "doc", VISIBLE);
    }

    @Bean
    ViewExport documentsExport(DocumentsController documents) {
        return new ViewExport(
                "/deals/documents",
                "DEAL.EXPORT",
                (parameters, ui, viewer) ->
                        Optional.of(documents.answer(parameters.toSingleValueMap(), ui, (CurrentUser) viewer)));
    }

    @Bean
    ViewPage unmetDemandView() {
        return new ViewPage("/deals/unmet-demand", "deals.demand.unmet", "box", VISIBLE);
    }

    @Bean
    ViewPage worklistView() {
        return new ViewPage("/worklist", "deals.worklist.title", "alert", VISIBLE);
    }

    @Bean
    ViewPage processReportView(Today today) {
        return new ViewPage("/processes", "deals.processes.title", "columns", VISIBLE, Days.PERIOD, (asked, viewer) -> {
            var period = today.period(asked.toSingleValueMap());
            return Map.of("from", period.from().toString(), "to", period.to().toString());
        });
    }
}
