package io.lijevak.overview;

import io.lijevak.interactions.Interaction;
import java.time.LocalDate;
import java.util.List;

/**
 * What a head of sales must know.
 *
 * @param today the day it is about, in the company's time zone
 * @param endOfWeek the last day whose meetings are told
 * @param meetings important ones planned from today to then, the earliest
 * @param allMeetings how many there are
 */
public record Overview(
        LocalDate today,
        LocalDate endOfWeek,
        StuckDeals.Stuck stuck,
        List<ComingRevenue.Part> coming,
        List<Interaction> meetings,
        int allMeetings,
        PeopleInNeed.Team team,
        WeekChanges.Weeks weeks) {
    public Overview {
        coming = List.copyOf(coming);
        meetings = List.copyOf(meetings);
    }
}
