package io.lijevak.reports;

import io.lijevak.platform.KeptAnswers;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the reps one may see as if all had the same deals, and splits the credit of deals that changed hands. */
@Component
public class ShowFairComparison {
    private final ReadParts parts;
    private final WorkOfReps work;
    private final AskPeople people;
    private final Crowd crowd;
    private final KeptAnswers answers;

    private record Asked(PeopleQuestion question) {}

    private record Known(
            List<Fairness.Standing> standings, List<Fairness.Trait> traits, Map<Long, BigDecimal> credits) {}

    ShowFairComparison(ReadParts parts, WorkOfReps work, AskPeople people, Crowd crowd, KeptAnswers answers) {
        this.parts = parts;
        this.work = work;
        this.people = people;
        this.crowd = crowd;
        this.answers = answers;
    }

    /**
     * A rep.
     *
     * @param expected wins that the colleagues would have had of the same deals
     * @param ratio observed / expected with its 90 % interval; null when nothing was expected
     * @param place among those shown; null with too few deals
     * @param amount of the won deals the rep answers for now
     * @param credited the same with deals that changed hands split among those who led them
     */
    public record Row(
            long id,
            String name,
            long won,
            long decided,
            double expected,
            League.@Nullable Score ratio,
            League.@Nullable Place place,
            BigDecimal amount,
            BigDecimal credited) {
        /** The same person without deals. */
        Row none() {
            return new Row(id, name, 0, 0, 0, null, null, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        Row with(League.Score again) {
            return new Row(id, name, won, decided, expected, again, place, amount, credited);
        }
    }

    /**
     * The comparison.
     *
     * @param traits by which deals are like each other, in small letters
     * @param ranked how many have a place, those who are not shown among them
     * @param hidden whether it is not shown, as it would tell of single colleagues
     */
    public record Comparison(List<Row> rows, List<String> traits, long ranked, boolean hidden) {}

    public Comparison of(PeopleQuestion question, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        if (!crowd.mayBeShown(question, user)) {
            return new Comparison(List.of(), List.of(), 0, true);
        }
        var known = answers.get(new Asked(question), () -> known(question, WorkOfReps.everybody(user)));
        var seen = work.seenBy(user, question);
        var rows = new HashMap<Long, Row>();
        for (var one : known.standings()) {
            var own = seen.get(one.person());
            if (own != null) {
                rows.put(one.person(), row(one, own, known));
            }
        }
        return new Comparison(
                rows.values().stream().sorted(ORDER).toList(),
                known.traits().stream()
                        .map(trait -> trait.name().toLowerCase(java.util.Locale.ROOT))
                        .toList(),
                ranked(known.standings()),
                false);
    }

    static long ranked(Collection<Fairness.Standing> standings) {
        return standings.stream().filter(one -> one.place() != null).count();
    }

    private static final Comparator<Row> ORDER = Comparator.comparing(
                    Row::place,
                    Comparator.nullsLast(
                            Comparator.comparingInt(League.Place::best).thenComparingInt(League.Place::worst)))
            .thenComparing(Row::name)
            .thenComparingLong(Row::id);

    private Row row(Fairness.Standing one, RepWork own, Known known) {
        var amount = own.deals().amount();
        return new Row(
                one.person(),
                people.name(one.person()),
                one.won(),
                one.decided(),
                one.expected(),
                one.ratio(),
                one.place(),
                amount,
                amount.add(known.credits().getOrDefault(one.person(), BigDecimal.ZERO)));
    }

    private Known known(PeopleQuestion question, CurrentUser eyes) {
        var read = parts.parts(question, eyes);
        return new Known(Fairness.of(read), Fairness.telling(read), Handed.credits(parts.handed(question, eyes)));
    }
}
