package io.lijevak.reports;

import io.lijevak.funnel.FunnelCell;
import io.lijevak.users.CurrentUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens numbers of the league table, and the contacts a month of the quadrant. */
@Component
class LeaguePassports {
    /** What is measured by an average. */
    private static final Set<String> MEASURED = Set.of("shown", "index", "score", "place", "lastPlace");

    private final ShowLeague leagues;
    private final WorkOfReps work;
    private final RecountReps recounts;
    private final AskPeople people;
    private final Crowd crowd;

    LeaguePassports(ShowLeague leagues, WorkOfReps work, RecountReps recounts, AskPeople people, Crowd crowd) {
        this.leagues = leagues;
        this.work = work;
        this.recounts = recounts;
        this.people = people;
        this.crowd = crowd;
    }

    PeopleNumber.Told of(PeopleQuestion question, Weights weights, PeopleNumber asked, CurrentUser user) {
        var league = leagues.of(question, weights, user);
        var everybody = crowd.mayBeShown(question, user) ? work.ofAll(user, question) : work.seenBy(user, question);
        return new PeopleNumber.Told(
                asked,
                new LeagueReckoning(league, everybody.values(), weights, question, asked, false).told(),
                cell(question, asked),
                () -> ledger(question, user).map(again -> again.reckoning(league, weights, question, asked)),
                league.average() == null && MEASURED.contains(asked.number()));
    }

    /** The work of those who are shown, and of those they are measured by. */
    record Again(List<League.Rep> reps, Collection<RepWork> everybody) {
        private io.lijevak.platform.Reckoning reckoning(
                League told, Weights weights, PeopleQuestion question, PeopleNumber asked) {
            var counted = League.of(with(asked.person()), everybody, weights);
            var league = told.average() == null ? counted.withoutAverage() : counted;
            return new LeagueReckoning(league, everybody, weights, question, asked, true).told();
        }

        /** A person of whom the ledger tells nothing has done nothing. */
        private Collection<League.Rep> with(long person) {
            return person == 0 || reps.stream().anyMatch(rep -> rep.id() == person)
                    ? reps
                    : Stream.concat(reps.stream(), Stream.of(new League.Rep(person, "", RepWork.NONE)))
                            .toList();
        }
    }

    Optional<Again> ledger(PeopleQuestion question, CurrentUser user) {
        return recounts.of(question, user).flatMap(seen -> {
            var reps = seen.entrySet().stream()
                    .map(entry -> new League.Rep(entry.getKey(), people.name(entry.getKey()), entry.getValue()))
                    .toList();
            return everybody(question, seen, user).map(all -> new Again(reps, all.values()));
        });
    }

    private Optional<Map<Long, RepWork>> everybody(PeopleQuestion question, Map<Long, RepWork> seen, CurrentUser user) {
        return Crowd.seesAll(user) || !crowd.mayBeShown(question, user)
                ? Optional.of(seen)
                : recounts.of(question, WorkOfReps.everybody(user));
    }

    private static @Nullable FunnelCell cell(PeopleQuestion question, PeopleNumber asked) {
        if (!asked.number().equals("value")) {
            return null;
        }
        var figure = LeagueReckoning.figure(LeagueReckoning.indicator(asked));
        return figure == null ? null : new FunnelCell(question.funnel(asked.person()), null, figure);
    }
}
