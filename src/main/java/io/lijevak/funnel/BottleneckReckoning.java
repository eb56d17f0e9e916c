package io.lijevak.funnel;

import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.platform.web.PageLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each number of a stage of the bottlenecks came about; numbers of deals are cells of funnels with passports of their own. */
public final class BottleneckReckoning {
    /** The numbers that have such a passport. */
    public enum Number {
        LOSS,
        BEFORE,
        NORM,
        EXCESS,
        ONWARD,
        AVERAGE,
        MONEY,
        EXPECTED,
        LONGER;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Bottlenecks found;
    private final StageLoss loss;
    private final StageDelay delay;

    private BottleneckReckoning(Bottlenecks found, StageLoss loss, StageDelay delay) {
        this.found = found;
        this.loss = loss;
        this.delay = delay;
    }

    /** Empty for a stage that is not in the answer. */
    static Optional<Reckoning> of(Bottlenecks found, long stage, Number number) {
        return found.losses().stream()
                .filter(row -> row.stage().id() == stage)
                .findFirst()
                .flatMap(loss -> found.delays().stream()
                        .filter(row -> row.stage().id() == stage)
                        .findFirst()
                        .map(delay -> new BottleneckReckoning(found, loss, delay).of(number)));
    }

    private Reckoning of(Number number) {
        return switch (number) {
            case LOSS -> loss();
            case BEFORE -> told(number, share(loss.before()), Unit.SHARE, "{lost} / {decided}", counts(found.before()));
            case NORM ->
                told(
                        number,
                        Reckoning.value(loss.norm()),
                        Unit.SHARE,
                        loss.norm().isEmpty() ? "" : "1 − {here} / {next}",
                        probabilities());
            case EXCESS -> excess();
            case ONWARD -> onward();
            case AVERAGE -> average();
            case MONEY -> money();
            case EXPECTED -> expected();
            case LONGER -> longer();
        };
    }

    /** The ends of the interval stand beside it. */
    private Reckoning loss() {
        var inputs = new ArrayList<>(counts(found.period()));
        var rate = loss.rate();
        if (rate != null) {
            inputs.addAll(Input.interval(rate.low(), rate.high(), Unit.SHARE));
        }
        return told(Number.LOSS, share(loss.lost()), Unit.SHARE, "{lost} / {decided}", inputs);
    }

    private static Reckoning told(
            Number number, @Nullable Double value, Unit unit, String formula, List<Input> inputs) {
        return new Reckoning(number.word(), value, unit, formula, inputs);
    }

    private List<Input> counts(Funnel funnel) {
        var trials = funnel == found.period() ? loss.lost() : loss.before();
        return List.of(
                Input.count("lost", trials.good(), cell(funnel, Figure.LOST)),
                Input.count("decided", trials.all(), cell(funnel, Figure.DECIDED)));
    }

    private String cell(Funnel funnel, Figure figure) {
        return passport(new FunnelCell(funnel.query(), loss.stage().id(), figure));
    }

    /** The passport of a cell. */
    public static String passport(FunnelCell cell) {
        return new PageLink("/funnel/passport", Map.of("cell", cell.text())).toString();
    }

    private static @Nullable Double share(Trials trials) {
        return trials.all() == 0 ? null : Double.valueOf(trials.good() / trials.all());
    }

    /** The template probabilities of the stage and of the one after it; after the last one a deal is won. */
    private List<Input> probabilities() {
        var steps = found.period().type().steps();
        var place = steps.indexOf(loss.stage());
        var next = place < 0
                ? null
                : place + 1 < steps.size() ? steps.get(place + 1).probability() : Integer.valueOf(100);
        return List.of(
                Input.of("here", percent(loss.stage().probability()), Unit.SHARE, ""),
                Input.of("next", percent(next), Unit.SHARE, ""));
    }

    private static @Nullable Double percent(@Nullable Integer probability) {
        return probability == null ? null : Double.valueOf(probability / 100.0);
    }

    /** What was to be expected of a stage, told by the passport of its basis. */
    private static Input expectation(String code, StageLoss of) {
        var basis = of.basis();
        var number = basis == null ? Number.LOSS : basis == StageLoss.Basis.NORM ? Number.NORM : Number.BEFORE;
        var value = basis == null ? share(of.lost()) : Double.valueOf(of.expected());
        return new Input(
                code,
                value,
                Unit.SHARE,
                of.stage().name(),
                "number=" + number.word() + "&stage=" + of.stage().id());
    }

    private Reckoning excess() {
        var value = loss.basis() == null ? null : Double.valueOf(loss.excess());
        var inputs = new ArrayList<>(counts(found.period()));
        if (loss.basis() != null) {
            inputs.add(expectation("expected", loss));
        }
        return told(Number.EXCESS, value, Unit.COUNT, "{lost} − {expected} × {decided}", inputs);
    }

    /** The product of what passes all following steps; one after the last. */
    private Reckoning onward() {
        var steps = found.period().type().steps();
        var place = steps.indexOf(loss.stage());
        var inputs = new ArrayList<Input>();
        for (var next : place < 0 ? List.<FunnelStage>of() : steps.subList(place + 1, steps.size())) {
            found.losses().stream()
                    .filter(row -> row.stage().id() == next.id())
                    .forEach(row -> inputs.add(expectation("lost." + next.id(), row)));
        }
        var formula =
                inputs.stream().map(input -> "(1 − {" + input.code() + "})").collect(Collectors.joining(" × "));
        return told(Number.ONWARD, Reckoning.value(loss.onward()), Unit.SHARE, formula, inputs);
    }

    private Reckoning average() {
        var tally = found.period().stages().stream()
                .filter(row -> row.stage().id() == loss.stage().id())
                .map(StageFigures::lost)
                .findFirst()
                .orElse(Tally.NONE);
        var average = loss.averageLost();
        return told(
                Number.AVERAGE,
                average == null ? null : average.doubleValue(),
                Unit.AMOUNT,
                "{amount} / {known}",
                List.of(
                        Input.of(
                                "amount", tally.amount().doubleValue(), Unit.AMOUNT, cell(found.period(), Figure.LOST)),
                        Input.count("known", tally.count() - tally.unknown(), "")));
    }

    private Reckoning money() {
        var money = loss.money();
        var average = loss.averageLost();
        var at = "&stage=" + loss.stage().id();
        return told(
                Number.MONEY,
                money == null ? null : money.doubleValue(),
                Unit.AMOUNT,
                "{excess} × {average} × {onward}",
                List.of(
                        Input.of(
                                "excess",
                                loss.basis() == null || loss.excess() <= 0 ? null : Double.valueOf(loss.excess()),
                                Unit.COUNT,
                                "number=excess" + at),
                        Input.of(
                                "average",
                                average == null ? null : average.doubleValue(),
                                Unit.AMOUNT,
                                "number=average" + at),
                        Input.of("onward", Reckoning.value(loss.onward()), Unit.SHARE, "number=onward" + at)));
    }

    /** Days to be expected: the norm in calendar days, else the median of the months before. */
    private Reckoning expected() {
        var norm = loss.stage().normDays();
        var median = delay.before().median();
        var value = Reckoning.value(delay.expected());
        if (norm != null) {
            return told(
                    Number.EXPECTED,
                    value,
                    Unit.DAYS,
                    "{norm} × 7 / 5",
                    List.of(Input.of("norm", norm.doubleValue(), Unit.DAYS, "")));
        }
        var enough = delay.basis() != null && median != null;
        return told(
                Number.EXPECTED,
                value,
                Unit.DAYS,
                "{median}",
                List.of(Input.of(
                        "median",
                        enough ? Objects.requireNonNull(median).doubleValue() : null,
                        Unit.DAYS,
                        cell(found.before(), Figure.TIMED))));
    }

    private Reckoning longer() {
        var known = delay.expected().isPresent();
        var longer = delay.longer();
        return told(
                Number.LONGER,
                known ? share(longer) : null,
                Unit.SHARE,
                "{longer} / {timed}",
                List.of(
                        Input.of("longer", known ? longer.good() : null, Unit.COUNT, ""),
                        Input.of("timed", known ? longer.all() : null, Unit.COUNT, cell(found.period(), Figure.TIMED)),
                        Input.of(
                                "expected",
                                Reckoning.value(delay.expected()),
                                Unit.DAYS,
                                "number=expected&stage=" + loss.stage().id())));
    }
}
