package io.lijevak.funnel.web;

import io.lijevak.funnel.Comparison;
import io.lijevak.funnel.FindBottlenecks;
import io.lijevak.funnel.Funnel;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.Matrix;
import io.lijevak.funnel.MatrixParameters;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowMatrix;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.ViewPage.Days;
import io.lijevak.platform.ViewPage.Settling;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Ui;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;

/** The pages of the funnel whose questions can be kept: with the deal type and the days that they would choose by themselves. */
@Configuration(proxyBeanMethods = false)
class FunnelViewPages {
    private static final Predicate<Viewer> VISIBLE = viewer -> viewer.may("FUNNEL.VIEW");
    /** What an address of the funnel says beside its question. */
    private static final List<String> LOOK = List.of(
            "palette",
            "numbers",
            "probability",
            "stage",
            Comparison.COMPARE,
            Comparison.COMPARE + "From",
            Comparison.COMPARE + "To");

    @Bean
    ViewPage funnelView(ShowFunnel funnels, CompanyDay day) {
        return page("/funnel", "funnel.nav", "funnel", Days.PERIOD_AS_OF, (parameters, viewer) -> {
                    var asked = FunnelAddress.parameters(parameters.toSingleValueMap());
                    return settled(
                            FunnelParameters.read(asked, funnels.references(), day.today()), funnels, viewer, asked);
                })
                .showing("#funnel-figures > .lede, #funnel-figures .funnels > :first-child");
    }

    @Bean
    ViewPage differenceView(ShowFunnel funnels, CompanyDay day) {
        return page(
                        "/funnel/difference",
                        "funnel.difference.title",
                        "funnel",
                        Days.PERIOD_AS_OF,
                        (parameters, viewer) -> {
                            var asked = FunnelAddress.parameters(parameters.toSingleValueMap());
                            asked.putIfAbsent("view", "closed");
                            return settled(
                                    FunnelParameters.read(asked, funnels.references(), day.today()),
                                    funnels,
                                    viewer,
                                    asked);
                        })
                .showing("#funnel-difference > .lede, #funnel-difference .table-wrap:has(.waterfall)");
    }

    @Bean
    ViewPage matrixView(ShowMatrix matrices, MatrixController.Questions questions) {
        return page("/funnel/matrix", "funnel.matrix.title", "table", Days.PERIOD_AS_OF, (parameters, viewer) -> {
            var query = questions.read(MatrixController.parameters(parameters), user(viewer));
            return MatrixParameters.of(
                    matrices.show(query, user(viewer)).map(Matrix::query).orElse(query));
        });
    }

    @Bean
    ViewPage bottleneckView(FindBottlenecks bottlenecks, ShowFunnel funnels, CompanyDay day) {
        return page(
                        "/funnel/bottlenecks",
                        "funnel.bottleneck.title",
                        "funnel",
                        Days.PERIOD_AS_OF,
                        (parameters, viewer) -> {
                            var asked = parameters.toSingleValueMap();
                            var query = BottleneckQuestion.read(asked, funnels.references(), day.today());
                            var found = bottlenecks.of(query, user(viewer));
                            var state = state(
                                    found.map(answer -> answer.period().query()).orElse(query), asked);
                            List.of("view", "rule", "potential").forEach(state::remove);
                            return state;
                        })
                .showing("#bottleneck-figures > .lede, #bottleneck-figures .table-wrap");
    }

    @Bean
    ViewExport funnelExport(FunnelController funnel) {
        return export("/funnel", (asked, ui, user) -> funnel.answer(asked.toSingleValueMap(), ui, user));
    }

    @Bean
    ViewExport differenceExport(FunnelDifferenceController difference) {
        return export("/funnel/difference", (asked, ui, user) -> difference.answer(asked.toSingleValueMap(), ui, user));
    }

    @Bean
    ViewExport bottleneckExport(BottleneckController bottlenecks) {
        return export(
                "/funnel/bottlenecks", (asked, ui, user) -> bottlenecks.answer(asked.toSingleValueMap(), ui, user));
    }

    @Bean
    ViewExport matrixExport(MatrixController matrix) {
        return export("/funnel/matrix", matrix::answer);
    }

    private interface Answer {
        Optional<Export> of(MultiValueMap<String, String> asked, Ui ui, CurrentUser user);
    }

    private static ViewExport export(String address, Answer answer) {
        return new ViewExport(
                address, "FUNNEL.EXPORT", (parameters, ui, viewer) -> answer.of(parameters, ui, user(viewer)));
    }

    private static ViewPage page(String address, String title, String icon, Days days, Settling settling) {
        return new ViewPage(address, title, icon, VISIBLE, days, settling);
    }

    private static Map<String, String> settled(
            FunnelQuery query, ShowFunnel funnels, Viewer viewer, Map<String, String> asked) {
        return state(funnels.show(query, user(viewer)).map(Funnel::query).orElse(query), asked);
    }

    private static Map<String, String> state(FunnelQuery query, Map<String, String> asked) {
        var state = new LinkedHashMap<>(FunnelParameters.of(query));
        LOOK.forEach(name -> {
            var value = asked.get(name);
            if (value != null) {
                state.put(name, value);
            }
        });
        return state;
    }

    private static CurrentUser user(Viewer viewer) {
        return (CurrentUser) viewer;
    }
}
