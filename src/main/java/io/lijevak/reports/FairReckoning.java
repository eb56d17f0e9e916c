package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How each number of the fair comparison came about.
 *
 * @param rows those who are shown
 * @param ranked how many have a place, those who are not shown among them
 */
record FairReckoning(PeopleQuestion question, PeopleNumber asked, List<ShowFairComparison.Row> rows, long ranked) {
    /** Of a row; {@code cells} of like deals where they may be told, each as an input. */
    Reckoning of(ShowFairComparison.Row row, List<Input> cells) {
        return switch (asked.number()) {
            case "expected" -> expected(row, cells);
            case "ratio" -> ratio(row);
            case "place" -> place(row);
            case "lastPlace" -> lastPlace(row);
            case "credited" -> credited(row);
            default -> throw asked.unknown();
        };
    }

    /** The sum over the cells of like deals; where these are not shown, as it was counted. */
    private Reckoning expected(ShowFairComparison.Row row, List<Input> cells) {
        var formula = cells.stream().map(cell -> "{" + cell.code() + "}").collect(Collectors.joining(" + "));
        return new Reckoning(asked.number(), row.expected(), Unit.RATIO, formula, cells);
    }

    /** The ends of the interval stand beside it. */
    private Reckoning ratio(ShowFairComparison.Row row) {
        var ratio = row.ratio();
        var inputs = new ArrayList<Input>();
        inputs.add(Input.count("won", row.won(), won()));
        inputs.add(Input.of("expected", row.expected(), Unit.RATIO, asked.other("expected")));
        if (ratio != null) {
            inputs.addAll(Input.interval(ratio.low(), ratio.high(), Unit.RATIO));
        }
        return new Reckoning(
                asked.number(), ratio == null ? null : ratio.value(), Unit.RATIO, "{won} / {expected}", inputs);
    }

    private String won() {
        return LeagueReckoning.passport(new FunnelCell(question.funnel(asked.person()), null, Figure.WON));
    }

    private Reckoning place(ShowFairComparison.Row row) {
        var place = row.place();
        var own = row.ratio();
        if (place == null || own == null) {
            return Reckoning.none(asked.number(), Unit.COUNT);
        }
        return new Reckoning(
                asked.number(),
                (double) place.best(),
                Unit.COUNT,
                "1 + {above}",
                List.of(
                        those("above", place.best() - 1L, ratio -> ratio.surelyAbove(own)),
                        Input.count("lastPlace", place.worst(), asked.other("lastPlace")),
                        Input.of("ratio", own.value(), Unit.RATIO, asked.other("ratio"))));
    }

    private Reckoning lastPlace(ShowFairComparison.Row row) {
        var place = row.place();
        var own = row.ratio();
        if (place == null || own == null) {
            return Reckoning.none(asked.number(), Unit.COUNT);
        }
        return new Reckoning(
                asked.number(),
                (double) place.worst(),
                Unit.COUNT,
                "{ranked} − {below}",
                List.of(
                        Input.count("ranked", ranked, ""),
                        those("below", ranked - place.worst(), own::surelyAbove),
                        Input.of("ratio", own.value(), Unit.RATIO, asked.other("ratio"))));
    }

    /** How many they are, with the names of those who are shown. */
    private Input those(String code, long number, Predicate<League.Score> which) {
        var names = rows.stream()
                .filter(row -> row.place() != null && which.test(Objects.requireNonNull(row.ratio())))
                .map(ShowFairComparison.Row::name)
                .collect(Collectors.joining(", "));
        return new Input(code, (double) number, Unit.COUNT, names, "");
    }

    private Reckoning credited(ShowFairComparison.Row row) {
        return new Reckoning(
                asked.number(),
                row.credited().doubleValue(),
                Unit.AMOUNT,
                "{amount} + {credit}",
                List.of(
                        Input.of("amount", row.amount().doubleValue(), Unit.AMOUNT, won()),
                        Input.of(
                                "credit",
                                row.credited().subtract(row.amount()).doubleValue(),
                                Unit.AMOUNT,
                                asked.other("credit"))));
    }
}
