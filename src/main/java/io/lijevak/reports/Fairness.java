package io.lijevak.reports;

import io.lijevak.funnel.AlikeRates;
import io.lijevak.funnel.Trials;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Win rates compared as if all reps had the same deals (indirect standardisation): the deals of a rep are sorted into
 * cells of like deals; expected wins are what the colleagues would win of them, cell by cell, at their rates there, each
 * cell's rate drawn towards those of all cells as far as these are alike. Ratio = observed / expected wins.
 */
final class Fairness {
    private static final String OTHER = "other";

    private Fairness() {}

    /** What sorts deals: the value of each trait of a deal, empty = not known. */
    enum Trait {
        SOURCE,
        CATEGORY,
        AMOUNT,
        TAKEOVER
    }

    /** Decided deals of a rep that have the same traits. */
    record Part(long person, Map<Trait, String> traits, long won, long all) {}

    /**
     * A rep's wins beside those to be expected.
     *
     * @param ratio 1 = as the colleagues; null when nothing was expected
     * @param place null with too few deals
     */
    public record Standing(
            long person,
            long won,
            long decided,
            double expected,
            League.@Nullable Score ratio,
            League.@Nullable Place place) {}

    /**
     * Deals of a rep that are like each other.
     *
     * @param traits what they have in common; {@code other} for rare values
     * @param rate at which the colleagues would win them
     */
    record Cell(Map<Trait, String> traits, long deals, double rate) {}

    /** The cells of a person's deals, whose deals × rate add up to the expected wins. */
    static List<Cell> cells(Collection<Part> parts, long person) {
        var byCell = byCell(parts, part -> true);
        var rates = AlikeRates.of(byCell.values());
        var telling = telling(parts);
        var found = new ArrayList<Cell>();
        byCell(parts, part -> part.person() == person).forEach((key, mine) -> {
            var whole = byCell.getOrDefault(key, Trials.NONE);
            var rate = rates.known(new Trials(whole.good() - mine.good(), whole.all() - mine.all()));
            found.add(new Cell(traits(telling, key), Math.round(mine.all()), rate.estimate()));
        });
        return found;
    }

    /** The trials of some of the parts in each cell that all parts make. */
    static Map<String, Trials> byCell(Collection<Part> parts, Predicate<Part> some) {
        var cells = cells(parts);
        return sum(parts.stream().filter(some).toList(), part -> cells.get(part.traits()));
    }

    private static Map<Trait, String> traits(List<Trait> telling, String key) {
        var values = key.split("/", -1);
        var traits = new TreeMap<Trait, String>();
        for (var i = 0; i < telling.size(); i++) {
            traits.put(telling.get(i), values[i]);
        }
        return traits;
    }

    /** A trait sorts deals when at least two of its values have enough decided deals; the others are one. */
    static List<Trait> telling(Collection<Part> parts) {
        var telling = new ArrayList<Trait>();
        for (var trait : Trait.values()) {
            if (frequent(parts, trait).size() >= 2) {
                telling.add(trait);
            }
        }
        return telling;
    }

    static List<Standing> of(Collection<Part> parts) {
        var cells = cells(parts);
        var byCell = sum(parts, part -> cells.get(part.traits()));
        var rates = AlikeRates.of(byCell.values());
        var mine = new TreeMap<Long, Map<String, Trials>>();
        parts.stream()
                .collect(Collectors.groupingBy(Part::person))
                .forEach((person, own) -> mine.put(person, sum(own, part -> cells.get(part.traits()))));
        var found = new ArrayList<Standing>();
        mine.forEach((person, own) -> found.add(standing(person, own, byCell, rates)));
        var scores = found.stream()
                .filter(one -> one.decided() >= League.ENOUGH && one.ratio() != null)
                .map(Standing::ratio)
                .toList();
        return found.stream().map(one -> placed(one, scores)).toList();
    }

    private static Standing placed(Standing one, List<League.Score> scores) {
        var ratio = one.ratio();
        return one.decided() < League.ENOUGH || ratio == null
                ? one
                : new Standing(
                        one.person(), one.won(), one.decided(), one.expected(), ratio, League.place(ratio, scores));
    }

    private static Standing standing(long person, Map<String, Trials> own, Map<String, Trials> all, AlikeRates rates) {
        var expected = 0.0;
        var variance = 0.0;
        var won = 0.0;
        var decided = 0.0;
        for (var cell : own.entrySet()) {
            var mine = cell.getValue();
            var whole = all.getOrDefault(cell.getKey(), Trials.NONE);
            var rate = rates.known(new Trials(whole.good() - mine.good(), whole.all() - mine.all()));
            expected += mine.all() * rate.estimate();
            variance += mine.all() * mine.all() * rate.variance();
            won += mine.good();
            decided += mine.all();
        }
        return new Standing(
                person,
                Math.round(won),
                Math.round(decided),
                expected,
                expected == 0 ? null : ratio(won, decided, expected, variance),
                null);
    }

    /** The interval joins, on the logarithmic scale, the luck of the rep's wins and the doubt about the expected ones. */
    private static League.Score ratio(double won, double decided, double expected, double variance) {
        var rate = AlikeRates.alone(new Trials(won, decided));
        var doubt = Measured.NORMAL * Math.sqrt(variance) / expected;
        var middle = rate.estimate();
        var down = Math.hypot(Math.log(middle / rate.low()), doubt);
        var up = Math.hypot(Math.log(rate.high() / middle), doubt);
        var ratio = middle * decided / expected;
        return new League.Score(
                won / expected,
                Math.min(won / expected, ratio * Math.exp(-down)),
                Math.max(won / expected, ratio * Math.exp(up)));
    }

    private static Map<Map<Trait, String>, String> cells(Collection<Part> parts) {
        var frequent = new HashMap<Trait, List<String>>();
        telling(parts).forEach(trait -> frequent.put(trait, frequent(parts, trait)));
        var cells = new HashMap<Map<Trait, String>, String>();
        for (var part : parts) {
            cells.computeIfAbsent(
                    part.traits(),
                    traits -> frequent.keySet().stream()
                            .sorted()
                            .map(trait -> {
                                var value = traits.getOrDefault(trait, "");
                                return frequent.getOrDefault(trait, List.of()).contains(value) ? value : OTHER;
                            })
                            .collect(Collectors.joining("/")));
        }
        return cells;
    }

    private static List<String> frequent(Collection<Part> parts, Trait trait) {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.traits().getOrDefault(trait, ""), Collectors.summingLong(Part::all)))
                .entrySet()
                .stream()
                .filter(value -> value.getValue() >= League.ENOUGH)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, Trials> sum(Collection<Part> parts, Function<Part, @Nullable String> key) {
        var sums = new TreeMap<String, Trials>();
        for (var part : parts) {
            sums.merge(
                    String.valueOf(key.apply(part)),
                    new Trials(part.won(), part.all()),
                    (one, other) -> new Trials(one.good() + other.good(), one.all() + other.all()));
        }
        return sums;
    }
}
