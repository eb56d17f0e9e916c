package io.lijevak.operations;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The way of one deal of the demo company through the steps of its type, from its opening to the present. */
final class DemoJourney {
    /** A pipeline: norm in days and share that is not lost, a step. */
    record Route(List<Integer> normDays, List<Double> kept) {}

    /** A visit as the ledger keeps it. */
    record Leg(int step, Instant entered, @Nullable Instant left, String outcome, String cause) {}

    private static final double SKIPS = 0.04;
    private static final double RETURNS = 0.04;
    private final Route route;
    private final Random random;
    private final ZoneId zone;
    private final Instant now;
    private final List<Leg> legs = new ArrayList<>();

    DemoJourney(Route route, Random random, ZoneId zone, Instant now) {
        this.route = route;
        this.random = random;
        this.zone = zone;
        this.now = now;
    }

    /** Walks on until the deal is won, lost or has come to the present; skill below 1 loses less. */
    DemoJourney walk(Instant opened, double skill) {
        var step = 0;
        var at = opened;
        var cause = "CREATED";
        while (true) {
            var left = later(at, route.normDays().get(step) * Math.exp(random.nextGaussian() * 0.7 + 0.4));
            var outcome = fate(step, skill);
            if (left.isAfter(now)) {
                legs.add(new Leg(step, at, null, "OPEN", cause));
                return this;
            }
            legs.add(new Leg(step, at, left, outcome, cause));
            if (isClosed()) {
                return this;
            }
            at = left;
            cause = "MOVED";
            step = outcome.equals("RETURNED") ? step - 1 : next(step, at);
        }
    }

    List<Leg> legs() {
        return legs;
    }

    Leg last() {
        return legs.getLast();
    }

    boolean isClosed() {
        return last().outcome().equals("WON") || last().outcome().equals("LOST");
    }

    /** The outcome as the deal keeps it. */
    String outcome() {
        return isClosed() ? last().outcome() : "OPEN";
    }

    /** When the norms would have it closed. */
    Instant expectedClose() {
        var days = route.normDays().stream().mapToInt(Integer::intValue).sum();
        return legs.getFirst().entered().plus(Duration.ofDays(days));
    }

    private String fate(int step, double skill) {
        if (random.nextDouble() < (1 - route.kept().get(step)) * skill) {
            return "LOST";
        }
        if (step == route.kept().size() - 1) {
            return "WON";
        }
        return step > 0 && random.nextDouble() < RETURNS ? "RETURNED" : "ADVANCED";
    }

    private int next(int step, Instant at) {
        if (step + 2 < route.kept().size() && random.nextDouble() < SKIPS) {
            legs.add(new Leg(step + 1, at, at, "SKIPPED", "MOVED"));
            return step + 2;
        }
        return step + 1;
    }

    /** That many days later, at a time when people work. */
    private Instant later(Instant from, double days) {
        var wanted = from.plusSeconds((long) (days * 86_400)).atZone(zone);
        var date = wanted.toLocalDate();
        while (date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            date = date.plusDays(1);
        }
        var time = LocalTime.of(8 + random.nextInt(9), random.nextInt(60), random.nextInt(60));
        var working = date.atTime(time).atZone(zone).toInstant();
        return working.isAfter(from) ? working : from.plusSeconds(1800 + random.nextInt(5400));
    }
}
