package io.lijevak.overview;

import io.lijevak.interactions.InteractionFilter;
import io.lijevak.interactions.Interactions;
import io.lijevak.platform.Companies;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what a head of sales must know, of the deals, tasks and meetings the asking person may see. */
@Component
public class ShowOverview {
    private static final int MEETINGS = 5;
    private final Parts parts;
    private final Interactions interactions;
    private final Companies companies;
    private final Clock clock;

    /** Who reads the single parts. */
    @Component
    record Parts(StuckDeals stuck, ComingRevenue coming, PeopleInNeed people, WeekChanges weeks) {}

    ShowOverview(Parts parts, Interactions interactions, Companies companies, Clock clock) {
        this.parts = parts;
        this.interactions = interactions;
        this.companies = companies;
        this.clock = clock;
    }

    public Overview of(CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var now = clock.instant();
        var today = companies.current().today(clock);
        var week = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var filter = InteractionFilter.of(meetings(today, week));
        return new Overview(
                today,
                week,
                parts.stuck().of(now, user),
                parts.coming().of(today, user),
                interactions.page(filter, null, MEETINGS, user).items(),
                interactions.count(filter, user),
                parts.people().of(now, today, user),
                parts.weeks().of(today, companies.current().timeZone(), user));
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
