package io.lijevak.overview;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.PeopleOfDeals;
import io.lijevak.interactions.InteractionFilter;
import io.lijevak.interactions.Interactions;
import io.lijevak.platform.Companies;
import io.lijevak.platform.KeptAnswers;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a head of sales must know, of the deals, tasks and meetings the asking person may see. */
@Component
public class ShowOverview {
    private static final int MEETINGS = 5;
    private final Parts parts;
    private final Interactions interactions;
    private final KeptAnswers answers;
    private final Companies companies;
    private final Clock clock;

    /** Who reads the single parts. */
    @Component
    record Parts(
            StuckDeals stuck, ComingRevenue coming, PeopleInNeed people, WeekChanges weeks, PeopleOfDeals lateness) {}

    private record Question(LocalDate today, @Nullable AsOf asOf, CurrentUser user) {}

    ShowOverview(Parts parts, Interactions interactions, KeptAnswers answers, Companies companies, Clock clock) {
        this.answers = answers;
        this.parts = parts;
        this.interactions = interactions;
        this.companies = companies;
        this.clock = clock;
    }

    /** As of now, or at the end of a past day; kept while nothing changes, for a minute at most. */
    public Overview of(@Nullable AsOf asOf, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var today = asOf == null ? companies.current().today(clock) : asOf.day();
        return answers.get(new Question(today, asOf, user), () -> answer(today, asOf, user));
    }

    private Overview answer(LocalDate today, @Nullable AsOf asOf, CurrentUser user) {
        var now = clock.instant();
        return new Overview(
                today,
                now,
                asOf,
                asOf == null ? parts.stuck().of(now, user) : parts.stuck().of(asOf, user),
                parts.coming().of(today, asOf, user),
                parts.weeks().of(today, asOf, companies.current().timeZone(), user),
                asOf == null ? open(now, today, user) : null,
                asOf == null
                        ? List.of()
                        : parts.lateness().of(DealFilter.of(StuckDeals.list(asOf)), PeopleInNeed.MOST, user));
    }

    private Overview.Open open(Instant now, LocalDate today, CurrentUser user) {
        var week = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var filter = InteractionFilter.of(meetings(today, week));
        return new Overview.Open(
                week,
                interactions.page(filter, null, MEETINGS, user).items(),
                interactions.count(filter, user),
                parts.people().of(now, today, user));
    }

    /** The parameters of the list of important meetings planned on these days, both included. */
    public static Map<String, String> meetings(LocalDate from, LocalDate to) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("kind", "meeting");
        parameters.put("state", "planned");
        parameters.put("importance", "high");
        parameters.put("since", from.toString());
        parameters.put("until", to.toString());
        parameters.put("sort", "soonest");
        return parameters;
    }
}
