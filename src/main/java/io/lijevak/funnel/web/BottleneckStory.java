package io.lijevak.funnel.web;

import io.lijevak.funnel.Bottlenecks;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.StageDelay;
import io.lijevak.funnel.StageLoss;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What bottlenecks say in words; numbers open their deals. */
public final class BottleneckStory {
    private final BottleneckPage page;
    private final Ui ui;

    public BottleneckStory(BottleneckPage page) {
        this.page = page;
        this.ui = page.ui();
    }

    /** Where most is lost beyond expectation, or that nothing stands out. */
    public List<Sentence.Part> loss() {
        return page.found().worst().map(this::worst).orElseGet(this::nothing);
    }

    /** Where deals stand longest beyond expectation; empty when nothing stands out. */
    public List<Sentence.Part> delay() {
        return page.found().slowest().map(this::slowest).orElse(List.of());
    }

    private List<Sentence.Part> worst(StageLoss worst) {
        var stage = worst.stage();
        var text = ui.t(
                "funnel.bottleneck.worst",
                ui.f().percent(worst.lost().good() / worst.lost().all()),
                page.expected(worst),
                Math.round(worst.excess()),
                page.number(worst.excess()));
        var parts = new ArrayList<>(Sentence.of(
                text,
                Map.of(
                        "stage", new Sentence.Part(stage.name(), page.closer(stage)),
                        "lost", new Sentence.Part(page.number(worst.lost().good()), page.deals(stage, Figure.LOST)),
                        "decided",
                                new Sentence.Part(
                                        page.number(worst.lost().all()), page.deals(stage, Figure.DECIDED)))));
        var money = worst.money();
        if (money != null) {
            parts.add(new Sentence.Part(" " + ui.t("funnel.bottleneck.money", page.money(money)), null));
        }
        return parts;
    }

    private List<Sentence.Part> nothing() {
        var closed = page.period().totals();
        var all = closed.won().count() + closed.lost().count();
        var judged = page.found().losses().stream().anyMatch(loss -> loss.lost().all() >= Bottlenecks.ENOUGH);
        var key = judged ? "funnel.bottleneck.none" : "funnel.bottleneck.few";
        return List.of(new Sentence.Part(ui.t(key, page.number(all), Bottlenecks.ENOUGH), null));
    }

    private List<Sentence.Part> slowest(StageDelay slow) {
        var stage = slow.stage();
        return Sentence.of(
                ui.t("funnel.bottleneck.slow", page.days(slow.days().median()), page.expected(slow)),
                Map.of(
                        "stage", new Sentence.Part(stage.name(), page.closer(stage)),
                        "longer",
                                new Sentence.Part(
                                        page.number(slow.longer().good()), page.passport(stage, "longer", true)),
                        "timed", new Sentence.Part(page.number(slow.longer().all()), page.deals(stage, Figure.TIMED))));
    }
}
