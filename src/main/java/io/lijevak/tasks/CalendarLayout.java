package io.lijevak.tasks;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places the timed entries of one day: half-hour slots from midnight, and lanes beside each other where entries overlap.
 * Entries of one person that overlap are in conflict.
 */
public final class CalendarLayout {
    public static final int SLOT_MINUTES = 30;
    public static final int SLOTS = 48;
    private static final int MOST_LANES = 4;

    /** An entry with its place: first slot, slots, lane from 0 of so many. */
    public record Placed(CalendarEntry entry, int slot, int length, int lane, int lanes, boolean conflict) {}

    private record Span(CalendarEntry entry, int from, int to) {
        boolean meets(Span other) {
            return from < other.to && other.from < to;
        }

        /** Of the same person, and really at the same time, not only in the same slot. */
        boolean collides(Span other) {
            var mine = entry.person();
            var theirs = other.entry.person();
            return mine != null
                    && mine.equals(theirs)
                    && !entry.over()
                    && !other.entry.over()
                    && entry.start().isBefore(other.entry.end())
                    && other.entry.start().isBefore(entry.end());
        }
    }

    private CalendarLayout() {}

    /** The entries of a day, which all begin on it, in the zone of the reader. */
    public static List<Placed> place(List<CalendarEntry> entries, ZoneId zone) {
        var spans = entries.stream()
                .map(entry -> span(entry, zone))
                .sorted(Comparator.comparing(Span::from)
                        .thenComparing(span -> span.entry().key()))
                .toList();
        var placed = new ArrayList<Placed>();
        var cluster = new ArrayList<Span>();
        var end = 0;
        for (var span : spans) {
            if (!cluster.isEmpty() && span.from() >= end) {
                placed.addAll(lanes(cluster, spans));
                cluster.clear();
            }
            cluster.add(span);
            end = cluster.size() == 1 ? span.to() : Math.max(end, span.to());
        }
        placed.addAll(lanes(cluster, spans));
        return placed;
    }

    /** Each entry of a cluster takes the first lane that is free where it begins. */
    private static List<Placed> lanes(List<Span> cluster, List<Span> all) {
        var lanes = new ArrayList<List<Span>>();
        var taken = new ArrayList<Integer>();
        for (var span : cluster) {
            var lane = 0;
            while (lane < lanes.size() && lanes.get(lane).stream().anyMatch(span::meets)) {
                lane++;
            }
            if (lane == lanes.size()) {
                lanes.add(new ArrayList<>());
            }
            lanes.get(lane).add(span);
            taken.add(lane);
        }
        var count = Math.min(MOST_LANES, lanes.size());
        var placed = new ArrayList<Placed>();
        for (var index = 0; index < cluster.size(); index++) {
            var span = cluster.get(index);
            var conflict = all.stream().anyMatch(other -> other != span && span.collides(other));
            placed.add(new Placed(
                    span.entry(),
                    span.from(),
                    span.to() - span.from(),
                    Math.min(taken.get(index), count - 1),
                    count,
                    conflict));
        }
        return placed;
    }

    private static Span span(CalendarEntry entry, ZoneId zone) {
        LocalTime time = entry.start().atZone(zone).toLocalTime();
        var from = time.toSecondOfDay() / 60 / SLOT_MINUTES;
        var minutes = time.getMinute() % SLOT_MINUTES + entry.minutes();
        var length = Math.max(1, (minutes + SLOT_MINUTES - 1) / SLOT_MINUTES);
        return new Span(entry, from, Math.min(SLOTS, from + length));
    }
}
