package io.lijevak.reports.web;

import io.lijevak.funnel.DealsOfNumber;
import io.lijevak.funnel.FunnelReferences;
import io.lijevak.funnel.FunnelStage;
import io.lijevak.funnel.LedgerDeals;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.NumberPassport.Line;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.ReckoningWords;
import io.lijevak.platform.web.SecondCount;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.PeopleNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The passport of a number of a report on people.
 *
 * @param kind the kind of customers that the number is of, in words; empty for other numbers
 */
record PeoplePassportPage(PeopleFrame frame, PeopleNumber.Told told, String kind, SecondCount again) {
    static final String PATH = PeopleFrame.ROOT + "/passport";

    private Ui ui() {
        return frame.ui();
    }

    private PeopleNumber asked() {
        return told.asked();
    }

    NumberPassport passport(NumberPassport.@Nullable Members members) {
        var words = new ReckoningWords(ui(), told.reckoning(), frame.link(), this::name);
        var cell = told.cell();
        return new NumberPassport(
                new NumberPassport.Head(
                        title(), words.value(), "", back().toString(), ui().t("reports.tab." + asked().report())),
                lines(words),
                words.inputs(),
                members,
                cell == null ? null : DealsOfNumber.why(cell),
                words.again(again, LedgerDeals.MOST));
    }

    /** The report that the number stands in; only that of a rep beside the company is of one person. */
    private PageLink back() {
        var path = asked().report().equals("league") ? PeopleFrame.ROOT : PeopleFrame.ROOT + "/" + asked().report();
        var link = frame.link().at(path).without("report", "number", "of", "recount");
        return asked().report().equals("stages") ? link : link.without("person");
    }

    private String title() {
        var number = asked().number().equals("value") ? "" : ui().t("reports.number." + asked().number());
        return Stream.of(person(), of(), number).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String person() {
        if (asked().person() == 0) {
            return asked().report().equals("league") ? "" : ui().t("reports.effort.all");
        }
        return frame.references().of(FunnelReferences.OWNER).stream()
                .filter(one -> one.id() == asked().person())
                .findFirst()
                .map(FunnelReferences.Choice::name)
                .orElse("");
    }

    /** The indicator, stage or kind of customers that the number is of. */
    private String of() {
        if (asked().of().isEmpty()) {
            return "";
        }
        return switch (asked().report()) {
            case "league" -> ui().t("reports.indicator." + asked().of());
            case "customers" -> kind;
            case "effort" -> asked().of().equals("win") ? ui().t("reports.effort.win") : stage();
            case "stages" -> stage();
            default -> "";
        };
    }

    private String stage() {
        return frame.references().stages().values().stream()
                .filter(stage -> Long.toString(stage.id()).equals(asked().of()))
                .findFirst()
                .map(FunnelStage::name)
                .orElse("");
    }

    /** An input in words; behind a point stands what it is of. */
    private String name(String code) {
        var parts = code.split("\\.", 2);
        var name = ui().t("reports.input." + parts[0]);
        if (parts.length < 2) {
            return name;
        }
        return parts[0].equals("index") ? name + ": " + ui().t("reports.indicator." + parts[1]) : name + " " + parts[1];
    }

    private String definition() {
        var number = asked().number();
        if (number.equals("value")) {
            return ui().t("reports.definition." + asked().of());
        }
        var words = ui().t("reports.number." + number + ".text");
        return Set.of("average", "shown", "index").contains(number)
                ? words + " " + ui().t("reports.definition." + asked().of())
                : words;
    }

    /** How the interval came about, as the key of the words; empty where there is none, or the definition tells. */
    private String interval() {
        if (told.reckoning().interval().isEmpty()) {
            return "";
        }
        return switch (asked().number()) {
            case "score" -> "";
            case "ratio" -> "reports.fair.interval";
            default ->
                switch (asked().of()) {
                    case "wonAmount" -> "reports.passport.interval.total";
                    case "wonCount" -> "reports.passport.interval.events";
                    case "daysToWin", "averageDeal", "salesPerDeal" -> "reports.passport.interval.mean";
                    default -> "reports.passport.interval.share";
                };
        };
    }

    private List<Line> lines(ReckoningWords words) {
        var question = frame.question();
        var ui = ui();
        var lines = new ArrayList<>(words.lines(definition()));
        if (!interval().isEmpty()) {
            lines.add(Line.of(ui.t("reports.passport.interval"), ui.t(interval())));
        }
        lines.add(Line.of(ui.t("reports.control.type"), question.type().name()));
        lines.add(Line.of(ui.t("platform.passport.filter"), ui.t("reports.passport.filter")));
        if (told.hidden()) {
            lines.add(Line.of(ui.t("reports.passport.average"), ui.t("reports.passport.average.hidden")));
        }
        lines.add(Line.of(ui.t("reports.passport.rule"), ui.t("reports.passport.rule.text", frame.period())));
        lines.add(
                Line.of(ui.t("platform.passport.zone"), ui.company().timeZone().getId()));
        lines.add(Line.of(
                ui.t("platform.passport.asOf"),
                ui.f().date(PastDay.day(frame.link().parameters(), frame.today()))));
        return lines;
    }
}
