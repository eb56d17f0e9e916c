package io.lijevak.overview;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.PeopleOfDeals;
import io.lijevak.interactions.Interaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a head of sales must know, or what was so at the end of a past day.
 *
 * @param today the day it is about, in the company's time zone
 * @param at when it was counted
 * @param asOf the same day when it is over, null = now
 * @param open what is still to be done, which is known of now alone
 * @param late whose deals were past the norm on a past day, empty of now
 */
public record Overview(
        LocalDate today,
        Instant at,
        @Nullable AsOf asOf,
        StuckDeals.Stuck stuck,
        List<ComingRevenue.Part> coming,
        WeekChanges.Weeks weeks,
        @Nullable Open open,
        List<PeopleOfDeals.Share> late) {
    public Overview {
        coming = List.copyOf(coming);
        late = List.copyOf(late);
    }

    /**
     * What is still to be done.
     *
     * @param endOfWeek the last day whose meetings are told
     * @param meetings important ones planned from today to then, the earliest
     * @param allMeetings how many there are
     */
    public record Open(LocalDate endOfWeek, List<Interaction> meetings, int allMeetings, PeopleInNeed.Team team) {
        public Open {
            meetings = List.copyOf(meetings);
        }
    }
}
