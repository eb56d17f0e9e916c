package io.lijevak.funnel.web;

import io.lijevak.funnel.GroupWords;
import io.lijevak.funnel.HonestFunnel;
import io.lijevak.funnel.Passport;
import io.lijevak.platform.web.NumberPassport.Line;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a number of a funnel or a matrix counts, line by line: definition, filter, rule, zone, moment. */
final class PassportLines {
    private final PassportPage told;
    private final @Nullable PassportMeasure measure;
    private final Passport passport;
    private final FunnelPage page;
    private final Ui ui;

    PassportLines(PassportPage told, @Nullable PassportMeasure measure) {
        this.told = told;
        this.measure = measure;
        this.passport = told.passport();
        this.page = told.page();
        this.ui = told.ui();
    }

    List<Line> all() {
        var lines = new ArrayList<Line>();
        definition(lines);
        if (told.hasAmount()) {
            lines.add(
                    Line.of(page.amountHead(), ui.f().decimal(passport.counted().amount(), 2)));
        }
        rate(lines);
        days(lines);
        filter(lines);
        var story = new FunnelStory(page);
        lines.add(Line.of(story.ruleName(), story.rule()));
        lines.add(
                Line.of(ui.t("platform.passport.zone"), ui.company().timeZone().getId()));
        lines.add(Line.of(ui.t("funnel.control.asOf"), story.asOf()));
        return lines;
    }

    private void definition(List<Line> lines) {
        var kind = passport.cell().stage() == null ? "whole" : "stage";
        var deals = ui.t("funnel.definition." + kind + "."
                + FunnelPage.word(passport.cell().figure()));
        if (measure != null && !measure.formula().isEmpty()) {
            lines.add(Line.code(measure.name(), "= " + measure.formula()));
        }
        if (measure == null || measure.definition().isEmpty()) {
            lines.add(Line.of(ui.t("platform.passport.definition"), deals));
        } else {
            lines.add(Line.of(ui.t("platform.passport.definition"), measure.definition()));
            lines.add(Line.of(ui.t("funnel.passport.of"), deals));
        }
        var groups = GroupWords.of(ui::t, ui.f());
        passport.groups()
                .forEach((dimension, value) -> lines.add(Line.of(
                        dimension.name(groups),
                        dimension.label(value, told.controls().references(), groups))));
    }

    /** The rates that the number is the whole of, with their intervals and what these are drawn towards. */
    private void rate(List<Line> lines) {
        var rates = passport.rates();
        var rate = rates.rate();
        if (rate != null) {
            var good = rate.trials().good();
            var all = rate.trials().all();
            var share = page.rates().share(OptionalDouble.of(good / all), Math.round(good), Math.round(all));
            lines.add(Line.of(
                    ui.t("funnel.table.conversion"),
                    share + " · " + page.rates().words(rate) + " " + ui.t("funnel.passport.conversion")));
        }
        var open = rates.open();
        if (open != null) {
            lines.add(Line.of(ui.t("funnel.table.open"), open(open)));
        }
        if (rate != null || open != null) {
            var counted = rates.like().countedAt();
            lines.add(Line.of(
                    ui.t("funnel.passport.interval"),
                    ui.t(
                            "funnel.passport.interval.like",
                            page.number(rates.like().types().size()),
                            page.number(rates.like().parts().size()),
                            counted == null
                                    ? ui.t("funnel.passport.interval.never")
                                    : ui.t(
                                            "funnel.passport.interval.counted",
                                            ui.f().dateTime(counted)))));
        }
    }

    private String open(HonestFunnel.Open open) {
        var risks = open.risks();
        var rate = open.rate();
        return (rate == null
                        ? "–"
                        : ui.f().percent(risks.conversion()) + " · "
                                + page.rates().words(rate)) + " "
                + ui.t(
                        "funnel.passport.open",
                        ui.f().percent(risks.onward()),
                        ui.f().percent(risks.lost()),
                        ui.f().percent(risks.undecided()),
                        page.number(risks.known()),
                        page.number(risks.open()));
    }

    /** Average, median and n, where the number is one of days. */
    private void days(List<Line> lines) {
        var days = passport.days();
        if (days.known() > 0) {
            var words = ui.t(
                    "funnel.passport.daysOf",
                    page.days(days.average()),
                    page.days(days.median()),
                    page.number(days.known()));
            lines.add(Line.of(ui.t("funnel.table.days"), words + " " + ui.t("funnel.passport.days")));
        }
    }

    private void filter(List<Line> lines) {
        var controls = told.controls();
        lines.add(Line.of(ui.t("funnel.control.type"), page.funnel().type().name()));
        lines.add(Line.of(ui.t("funnel.control.who"), controls.chosenWho()));
        controls.chips().forEach(chip -> lines.add(Line.of(chip.label(), chip.value())));
        controls.own().chips().forEach(chip -> lines.add(Line.of(chip.label(), chip.value())));
    }
}
