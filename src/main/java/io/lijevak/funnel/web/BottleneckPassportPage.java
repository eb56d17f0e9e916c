package io.lijevak.funnel.web;

import io.lijevak.funnel.Bottlenecks;
import io.lijevak.funnel.DealsOfNumber;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.ShowPassport;
import io.lijevak.platform.Period;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.NumberPassport.Line;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReckoningWords;
import io.lijevak.platform.web.SecondCount;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The passport of a number of the bottlenecks.
 *
 * @param self its address
 */
record BottleneckPassportPage(
        Ui ui, FunnelControls controls, Bottlenecks found, Reckoning told, PageLink self, SecondCount again) {
    static final String PATH = "/funnel/bottlenecks/passport";

    /** The passport with the deals that its number is of. */
    NumberPassport told(NumberPassport.@Nullable Members members) {
        var words = new ReckoningWords(ui, told, self, this::name);
        var cell = cell(found, told, self);
        return new NumberPassport(
                new NumberPassport.Head(
                        stage() + ": " + ui.t("funnel.bottleneck.passport." + told.number()),
                        words.value(),
                        "",
                        self.at("/funnel/bottlenecks")
                                .without("number", "recount")
                                .toString(),
                        ui.t("funnel.bottleneck.title")),
                lines(words),
                words.inputs(),
                members,
                cell == null ? null : DealsOfNumber.why(cell),
                words.again(again, ShowPassport.MOST_RECOUNTED));
    }

    private String stage() {
        return found.losses().stream()
                .filter(loss -> Long.toString(loss.stage().id()).equals(self.value("stage")))
                .findFirst()
                .map(loss -> loss.stage().name())
                .orElse("");
    }

    /** Inputs that are of one stage carry its id behind their name. */
    private String name(String code) {
        return ui.t("funnel.bottleneck.input." + code.replaceAll("\\..*", ""));
    }

    /** The deals that the number is of; null where it is of none, or of those of other numbers. */
    static @Nullable FunnelCell cell(Bottlenecks found, Reckoning told, PageLink self) {
        var figure = switch (told.number()) {
            case "loss", "excess", "before" -> Figure.DECIDED;
            case "average" -> Figure.LOST;
            case "longer" -> Figure.TIMED;
            default -> null;
        };
        var funnel = told.number().equals("before") ? found.before() : found.period();
        return figure == null ? null : new FunnelCell(funnel.query(), Long.valueOf(self.value("stage")), figure);
    }

    private List<Line> lines(ReckoningWords words) {
        var lines = new ArrayList<>(words.lines(ui.t("funnel.bottleneck.definition." + told.number())));
        lines.add(Line.of(ui.t("funnel.control.type"), found.period().type().name()));
        lines.add(Line.of(ui.t("funnel.control.who"), controls.chosenWho()));
        controls.chips().forEach(chip -> lines.add(Line.of(chip.label(), chip.value())));
        lines.add(
                Line.of(ui.t("funnel.rule.closed"), rule(found.period().query().period())));
        lines.add(Line.of(
                ui.t("funnel.bottleneck.before"), rule(found.before().query().period())));
        lines.add(
                Line.of(ui.t("platform.passport.zone"), ui.company().timeZone().getId()));
        lines.add(Line.of(
                ui.t("funnel.control.asOf"), ui.f().dateTime(found.period().asOf())));
        return lines;
    }

    private String rule(Period period) {
        return ui.t(
                "funnel.rule.closed.text",
                ui.f().date(period.from()),
                ui.f().date(period.to()),
                ui.company().timeZone().getId(),
                ui.f().dateTime(found.period().asOf()));
    }
}
