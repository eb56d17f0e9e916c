package io.lijevak.overview.web;

import io.lijevak.overview.ComingRevenue;
import io.lijevak.overview.PeopleInNeed;
import io.lijevak.overview.ShowOverview;
import io.lijevak.overview.StuckDeals;
import io.lijevak.overview.WeekChanges;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The overview as JSON; sums in the management currency. */
@RestController
@RequestMapping("/api/v1/overview")
class OverviewApi {
    private final ShowOverview overviews;

    /** The numbers of the page; meetings = important ones planned up to the end of the week. */
    record Answer(
            LocalDate today,
            StuckDeals.Stuck stuck,
            List<ComingRevenue.Part> coming,
            int meetings,
            PeopleInNeed.Team team,
            WeekChanges.Weeks weeks) {}

    OverviewApi(ShowOverview overviews) {
        this.overviews = overviews;
    }

    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Answer show(CurrentUser user) {
        var overview = overviews.of(user);
        return new Answer(
                overview.today(),
                overview.stuck(),
                overview.coming(),
                overview.allMeetings(),
                overview.team(),
                overview.weeks());
    }
}
