package io.lijevak.funnel.web;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelTotals;
import io.lijevak.funnel.PeriodRule;
import io.lijevak.funnel.StageFigures;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a funnel says in words: the sentence on top, the rule under the charts. */
public final class FunnelStory {
    private final FunnelPage page;
    private final Ui ui;

    public FunnelStory(FunnelPage page) {
        this.page = page;
        this.ui = page.ui();
    }

    /** The main numbers as a sentence, each opening its deals. */
    public List<Sentence.Part> lede() {
        var totals = page.funnel().totals();
        var key = page.active() ? "active" : FunnelPage.word(page.query().rule());
        var text = ui.t("funnel.lede." + key, totals.all().count(), from(), to());
        var parts = new ArrayList<>(Sentence.of(text, marks(totals)));
        if (page.active() && page.hasExpected()) {
            parts.addAll(Sentence.of(
                    " " + ui.t("funnel.lede.expected." + FunnelPage.word(page.chance())),
                    Map.of("expected", part(page.money(page.expected()), Figure.IN_WORK))));
        }
        heaviest().ifPresent(stage -> parts.addAll(heaviest(stage)));
        return parts;
    }

    private Map<String, Sentence.Part> marks(FunnelTotals totals) {
        var marks = new HashMap<String, Sentence.Part>();
        marks.put("all", part(page.number(totals.all().count()), Figure.ENTERED));
        marks.put("won", part(page.number(totals.won().count()), Figure.WON));
        marks.put("lost", part(page.number(totals.lost().count()), Figure.LOST));
        marks.put("work", part(page.number(totals.inWork().count()), Figure.IN_WORK));
        marks.put(
                "share",
                part(
                        page.rates()
                                .share(
                                        totals.winRate(),
                                        totals.won().count(),
                                        totals.won().count() + totals.lost().count()),
                        Figure.DECIDED));
        marks.put("potential", part(page.money(totals.inWork().amount()), Figure.IN_WORK));
        return marks;
    }

    private Sentence.Part part(String text, Figure figure) {
        return new Sentence.Part(text, page.deals(figure));
    }

    /** The stage that loses the greatest share, when there are deals enough to say so. */
    private Optional<StageFigures> heaviest() {
        return page.active() || page.funnel().stages().size() < 2
                ? Optional.empty()
                : page.funnel().stages().stream()
                        .filter(stage -> stage.won().count() + stage.lost().count() >= FunnelPage.ENOUGH)
                        .filter(stage -> stage.lost().count() > 0)
                        .max(Comparator.comparingDouble(
                                stage -> stage.lossShare().orElse(0)));
    }

    private List<Sentence.Part> heaviest(StageFigures stage) {
        var lost = stage.lost().count();
        return Sentence.of(
                " " + ui.t("funnel.lede.heaviest", lost, page.share(stage.lossShare())),
                Map.of(
                        "stage", new Sentence.Part(stage.stage().name(), page.deals(stage, Figure.ENTERED)),
                        "stageLost", new Sentence.Part(page.number(lost), page.deals(stage, Figure.LOST))));
    }

    public String ruleName() {
        return ui.t("funnel.rule." + FunnelPage.word(page.query().rule()));
    }

    /** The period rule with its dates, zone and moment. */
    public String rule() {
        return ui.t(
                "funnel.rule." + FunnelPage.word(page.query().rule()) + ".text",
                from(),
                to(),
                ui.company().timeZone().getId(),
                asOf());
    }

    /** What the amounts and the counts mean, and what is left out. */
    public List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(ui.t(
                "funnel.note.potential." + FunnelPage.word(page.query().potential()),
                page.funnel().currency()));
        if (page.builtUp()) {
            notes.add(ui.t("funnel.note.built-up"));
        }
        if (page.active()) {
            notes.add(ui.t("funnel.note.expected." + FunnelPage.word(page.chance())));
            statistics().ifPresent(notes::add);
        }
        if (!page.active() && !page.honest().conversions().isEmpty()) {
            notes.add(ui.t("funnel.note.rates", Rates.ENOUGH));
        }
        if (page.hasOpen()) {
            notes.add(ui.t("funnel.note.open"));
        }
        var unknown = page.funnel().totals().all().unknown();
        if (unknown > 0) {
            notes.add(ui.t("funnel.note.unknown", unknown, page.number(unknown)));
        }
        return notes;
    }

    /** What the own statistics are of, and when they were counted. */
    private Optional<String> statistics() {
        return Optional.ofNullable(page.honest().countedAt())
                .map(counted -> ui.t("funnel.note.statistics", ui.f().dateTime(counted)));
    }

    /** How many deals the rule leaves out, because their date is not known. */
    public List<Sentence.Part> undated() {
        var undated = page.funnel().totals().undated();
        return undated == 0
                ? List.of()
                : Sentence.of(
                        ui.t(
                                "funnel.note.undated."
                                        + (page.query().rule() == PeriodRule.COHORT ? "opened" : "closed"),
                                undated),
                        Map.of("undated", part(page.number(undated), Figure.UNDATED)));
    }

    public String from() {
        return ui.f().date(page.query().period().from());
    }

    public String to() {
        return ui.f().date(page.query().period().to());
    }

    /** The moment of the answer in the viewer's time. */
    public String asOf() {
        return ui.f().dateTime(page.funnel().asOf());
    }
}
