package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each number of a league table came about. */
final class LeagueReckoning {
    private final League league;
    private final List<RepWork> everybody;
    private final List<RepWork> typical;
    private final Map<Indicator, Double> par;
    private final Weights weights;
    private final PeopleQuestion question;
    private final PeopleNumber asked;
    private final boolean again;

    /**
     * {@code everybody}: whose average the league is measured by; those shown alone where it hides the company's.
     *
     * @param again whether it is a second count, whose intervals are worked out otherwise
     */
    LeagueReckoning(
            League league,
            Collection<RepWork> everybody,
            Weights weights,
            PeopleQuestion question,
            PeopleNumber asked,
            boolean again) {
        this.league = league;
        this.again = again;
        this.everybody = List.copyOf(everybody);
        var enough = everybody.stream()
                .filter(work -> work.deals().decided() >= League.ENOUGH)
                .toList();
        this.typical = enough.isEmpty() ? List.copyOf(everybody) : enough;
        this.par = Objects.requireNonNullElseGet(league.average(), () -> Measures.average(typical));
        this.weights = weights;
        this.question = question;
        this.asked = asked;
    }

    Reckoning told() {
        return switch (asked.number()) {
            case "value" -> value(indicator());
            case "average", "shown" -> average(indicator());
            case "index" -> index(indicator());
            case "score" -> score();
            case "place" -> place();
            case "lastPlace" -> lastPlace();
            default -> throw asked.unknown();
        };
    }

    static Indicator indicator(PeopleNumber asked) {
        for (var indicator : Indicator.values()) {
            if (indicator.word().equals(asked.of())) {
                return indicator;
            }
        }
        throw asked.unknown();
    }

    private Indicator indicator() {
        return indicator(asked);
    }

    private League.Row row() {
        var row = league.of(asked.person());
        if (row == null) {
            throw asked.unknown();
        }
        return row;
    }

    /** The deals that an indicator is counted from; null where it is counted from none. */
    static @Nullable Figure figure(Indicator indicator) {
        return switch (indicator) {
            case WON_AMOUNT, WON_COUNT, AVERAGE_DEAL -> Figure.WON;
            case WIN_RATE, SALES_PER_DEAL -> Figure.DECIDED;
            case DAYS_TO_WIN -> Figure.TIMED;
            case CALLS, MEETINGS, EFFICIENCY, OVERDUE -> null;
        };
    }

    private static Unit unit(Indicator indicator) {
        return switch (indicator.unit()) {
            case AMOUNT -> Unit.AMOUNT;
            case COUNT -> Unit.COUNT;
            case SHARE -> Unit.SHARE;
            case DAYS -> Unit.DAYS;
        };
    }

    private Reckoning value(Indicator indicator) {
        var measured = row().measures().get(indicator);
        var parts = new IndicatorInputs(question, indicator, asked.person())
                .of(row().rep().work());
        var inputs = new ArrayList<>(parts);
        var interval = interval(indicator);
        if (interval != null && indicator.isLuck()) {
            inputs.addAll(Input.interval(interval.low(), interval.high(), unit(indicator)));
        }
        return new Reckoning(
                asked.number(),
                measured == null ? null : measured.value(),
                unit(indicator),
                measured == null ? "" : IndicatorInputs.formula(parts),
                inputs);
    }

    private @Nullable Measured interval(Indicator indicator) {
        return again
                ? RecountMeasured.of(indicator, row().rep().work(), everybody)
                : row().measures().get(indicator);
    }

    static String passport(FunnelCell cell) {
        return io.lijevak.funnel.BottleneckReckoning.passport(cell);
    }

    private Reckoning average(Indicator indicator) {
        if (!asked.number().equals(averageNumber())) {
            throw asked.unknown();
        }
        var sum = typical.stream().reduce(RepWork.NONE, RepWork::plus);
        var inputs = new ArrayList<>(new IndicatorInputs(question, indicator, 0).of(sum));
        if (inputs.size() == 1) {
            inputs.add(Input.count("reps", Math.max(1, typical.size()), ""));
        }
        var value = par.get(indicator);
        return new Reckoning(
                asked.number(), value, unit(indicator), value == null ? "" : IndicatorInputs.formula(inputs), inputs);
    }

    /** The average rep of the company, or of those shown where that one is hidden. */
    private String averageNumber() {
        return league.average() == null ? "shown" : "average";
    }

    private Reckoning index(Indicator indicator) {
        var measured = row().measures().get(indicator);
        var average = par.get(indicator);
        if (measured == null || average == null || average == 0) {
            return Reckoning.counted(asked.number(), 100.0, Unit.POINTS, List.of());
        }
        return new Reckoning(
                asked.number(),
                League.index(indicator, measured.value(), average),
                Unit.POINTS,
                (indicator.lessIsBetter() ? "max(0, 200 − 100 × {value} / {average})" : "100 × {value} / {average}")
                        .replace("average", averageNumber()),
                List.of(
                        Input.of("value", measured.value(), unit(indicator), asked.other("value")),
                        Input.of(
                                averageNumber(),
                                average,
                                unit(indicator),
                                PeopleNumber.address(asked.report(), averageNumber(), asked.of(), 0))));
    }

    private Reckoning score() {
        var score = row().score();
        if (score == null) {
            return Reckoning.none(asked.number(), Unit.POINTS);
        }
        var indexes = weights.counted().stream()
                .map(indicator -> Input.of(
                        "index." + indicator.word(),
                        new LeagueReckoning(
                                        league,
                                        typical,
                                        weights,
                                        question,
                                        new PeopleNumber(asked.report(), "index", indicator.word(), asked.person()),
                                        again)
                                .told()
                                .value(),
                        Unit.POINTS,
                        asked.other("index", indicator.word())))
                .toList();
        var sum = weights.counted().stream()
                .map(indicator -> weights.of(indicator) + " × {index." + indicator.word() + "}")
                .collect(Collectors.joining(" + "));
        var inputs = new ArrayList<>(indexes);
        var interval = again ? scoreAgain() : score;
        inputs.addAll(Input.interval(interval.low(), interval.high(), Unit.POINTS));
        return new Reckoning(asked.number(), score.value(), Unit.POINTS, "(" + sum + ") / " + weights.sum(), inputs);
    }

    private League.Score scoreAgain() {
        var values = new EnumMap<Indicator, Measured>(Indicator.class);
        for (var indicator : weights.counted()) {
            var measured = interval(indicator);
            if (measured != null) {
                values.put(indicator, measured);
            }
        }
        return League.score(values, par, weights);
    }

    private List<League.Row> ranked() {
        return league.rows().stream().filter(row -> row.score() != null).toList();
    }

    private static String names(List<League.Row> rows) {
        return rows.stream().map(row -> row.rep().name()).collect(Collectors.joining(", "));
    }

    private Reckoning place() {
        var place = row().place();
        var own = row().score();
        if (place == null || own == null) {
            return Reckoning.none(asked.number(), Unit.COUNT);
        }
        var above = ranked().stream()
                .filter(row -> Objects.requireNonNull(row.score()).surelyAbove(own))
                .toList();
        return new Reckoning(
                asked.number(),
                (double) place.best(),
                Unit.COUNT,
                "1 + {above}",
                List.of(
                        new Input("above", (double) above.size(), Unit.COUNT, names(above), ""),
                        Input.of("lastPlace", (double) place.worst(), Unit.COUNT, asked.other("lastPlace")),
                        Input.of("score", own.value(), Unit.POINTS, asked.other("score"))));
    }

    private Reckoning lastPlace() {
        var place = row().place();
        var own = row().score();
        if (place == null || own == null) {
            return Reckoning.none(asked.number(), Unit.COUNT);
        }
        var below = ranked().stream()
                .filter(row -> own.surelyAbove(Objects.requireNonNull(row.score())))
                .toList();
        return new Reckoning(
                asked.number(),
                (double) place.worst(),
                Unit.COUNT,
                "{ranked} − {below}",
                List.of(
                        Input.count("ranked", ranked().size(), ""),
                        new Input("below", (double) below.size(), Unit.COUNT, names(below), ""),
                        Input.of("score", own.value(), Unit.POINTS, asked.other("score"))));
    }
}
