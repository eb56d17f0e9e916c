package io.lijevak.overview.web;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.PeopleOfDeals;
import io.lijevak.overview.ComingRevenue;
import io.lijevak.overview.PeopleInNeed;
import io.lijevak.overview.ShowOverview;
import io.lijevak.overview.StuckDeals;
import io.lijevak.overview.WeekChanges;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.FilterCheck;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The overview as JSON; sums in the management currency. */
@RestController
@RequestMapping("/api/v1/overview")
class OverviewApi {
    private final ShowOverview overviews;
    private final Companies companies;
    private final Clock clock;

    /**
     * The numbers of the page.
     *
     * @param asOf the past day that all of them tell of, null = now
     * @param meetings important ones planned up to the end of the week; null of a past day, like {@code team}
     * @param late whose deals were past the norm on a past day
     */
    record Answer(
            LocalDate today,
            @Nullable LocalDate asOf,
            StuckDeals.Stuck stuck,
            List<ComingRevenue.Part> coming,
            @Nullable Integer meetings,
            PeopleInNeed.@Nullable Team team,
            List<PeopleOfDeals.Share> late,
            WeekChanges.Weeks weeks) {}

    OverviewApi(ShowOverview overviews, Companies companies, Clock clock) {
        this.overviews = overviews;
        this.companies = companies;
        this.clock = clock;
    }

    /** Parameters {@code asOf}, a past day, and {@code known}. */
    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Answer show(@RequestParam Map<String, String> parameters, CurrentUser user) {
        FilterCheck.of(parameters).day("asOf").word("known", "now", "then").check();
        var asked = AsOf.read(parameters);
        var asOf = asked != null && asked.day().isBefore(companies.current().today(clock)) ? asked : null;
        var overview = overviews.of(asOf, user);
        var open = overview.open();
        return new Answer(
                overview.today(),
                asOf == null ? null : asOf.day(),
                overview.stuck(),
                overview.coming(),
                open == null ? null : open.allMeetings(),
                open == null ? null : open.team(),
                overview.late(),
                overview.weeks());
    }
}
