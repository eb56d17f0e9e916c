package io.lijevak.customers.web;

import io.lijevak.customers.CustomerTimeline;
import io.lijevak.customers.TimelineEntry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a timeline by days in the viewer's time zone, newest first, and the address of the older ones. */
public record TimelinePage(
        Map<LocalDate, List<TimelineEntry>> days, @Nullable String older, LocalDate today) {
    static TimelinePage of(CustomerTimeline.Page page, String path, ZoneId zone, LocalDate today) {
        var days = new LinkedHashMap<LocalDate, List<TimelineEntry>>();
        for (var entry : page.entries()) {
            days.computeIfAbsent(entry.at().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                    .add(entry);
        }
        return new TimelinePage(days, page.next() == null ? null : path + "?before=" + page.next(), today);
    }

    public boolean isToday(LocalDate day) {
        return day.equals(today);
    }
}
