package io.lijevak.funnel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the company's own deals of the last two years tell of each type and stage: the probability of a win from there, and
 * what the rate of a single rep or period is drawn towards. Company, type and rep are levels: what is known of the other
 * types at the stage is the belief about this type, and what is known of the type's reps the belief about each of them.
 */
public final class OwnStatistics {
    /** The place of the whole deal, beside its stages. */
    static final long WHOLE = 0;

    public static final OwnStatistics NONE = new OwnStatistics(List.of());

    /** A type, a stage (null = the whole deal) and a person (null = all together). */
    record Row(
            long typeId,
            @Nullable Long stageId,
            @Nullable Long personId,
            long passed,
            long lost,
            double winGood,
            double winAll,
            Instant countedAt) {
        long place() {
            return Objects.requireNonNullElse(stageId, WHOLE);
        }

        Trials stage() {
            return Trials.of(passed, lost);
        }

        Trials win() {
            return new Trials(winGood, winAll);
        }
    }

    /** Which rate of the rows is meant. */
    private enum Measure {
        STAGE(Row::stage),
        WIN(Row::win);

        private final Function<Row, Trials> trials;

        Measure(Function<Row, Trials> trials) {
            this.trials = trials;
        }
    }

    private record Key(Measure measure, long type, long place) {}

    private final Map<Long, List<Row>> byPlace;
    private final @Nullable Instant countedAt;
    private final ConcurrentHashMap<Key, Shrinkage> reps = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key, BetaBelief> types = new ConcurrentHashMap<>();

    OwnStatistics(List<Row> rows) {
        byPlace = rows.stream().collect(Collectors.groupingBy(Row::place));
        countedAt = rows.isEmpty() ? null : rows.getFirst().countedAt();
    }

    /** When they were counted; null = never yet. */
    public @Nullable Instant countedAt() {
        return countedAt;
    }

    /** The rate of some deals of the type at a stage; {@code part} = of some reps' or customers' deals only. */
    Rate conversion(long type, long place, boolean part, Trials seen) {
        return rate(new Key(Measure.STAGE, type, place), part, seen);
    }

    /** The probability that a deal that came to the stage is won, of one rep or of all; null while nothing tells. */
    @Nullable
    Rate win(long type, long place, @Nullable Long person) {
        var all = trials(type, place, null);
        if (all.all() <= 0) {
            return null;
        }
        return person == null
                ? rate(new Key(Measure.WIN, type, place), false, all)
                : rate(new Key(Measure.WIN, type, place), true, trials(type, place, person));
    }

    /** What a rate of the type at a place is drawn towards; {@code part} as for {@link #conversion}. */
    RateGroups like(long type, long place, boolean part) {
        var there = byPlace.getOrDefault(place, List.of());
        return new RateGroups(
                there.stream()
                        .filter(row -> row.personId() == null && row.typeId() != type)
                        .map(Row::stage)
                        .toList(),
                there.stream()
                        .filter(row -> part && row.personId() != null && row.typeId() == type)
                        .map(Row::stage)
                        .toList(),
                countedAt);
    }

    private Trials trials(long type, long place, @Nullable Long person) {
        return byPlace.getOrDefault(place, List.of()).stream()
                .filter(row -> row.typeId() == type && Objects.equals(row.personId(), person))
                .map(Row::win)
                .findFirst()
                .orElse(Trials.NONE);
    }

    private Rate rate(Key key, boolean part, Trials seen) {
        var above = types.computeIfAbsent(key, this::ofOtherTypes);
        if (!part || groups(key).size() < 2) {
            return above.after(seen).rate(seen);
        }
        return reps.computeIfAbsent(key, asked -> Shrinkage.of(groups(asked), above))
                .of(seen)
                .rate(seen);
    }

    private BetaBelief ofOtherTypes(Key key) {
        var others = byPlace.getOrDefault(key.place(), List.of()).stream()
                .filter(row -> row.personId() == null && row.typeId() != key.type())
                .map(key.measure().trials)
                .filter(trials -> trials.all() > 0)
                .toList();
        return others.size() < 2
                ? BetaBelief.NOTHING
                : Shrinkage.of(others, BetaBelief.NOTHING).unknown();
    }

    private List<Trials> groups(Key key) {
        return byPlace.getOrDefault(key.place(), List.of()).stream()
                .filter(row -> row.personId() != null && row.typeId() == key.type())
                .map(key.measure().trials)
                .filter(trials -> trials.all() > 0)
                .toList();
    }
}
