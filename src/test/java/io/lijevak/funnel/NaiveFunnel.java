package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The funnel computed from rows of the ledger one by one, by the words of the definitions and in no hurry. */
final class NaiveFunnel {
    record Deal(
            long id,
            long typeId,
            String outcome,
            @Nullable Long responsibleId,
            @Nullable Long sourceId,
            @Nullable Long customerId,
            @Nullable BigDecimal potential,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            Instant createdAt) {}

    record Visit(
            long dealId,
            int seq,
            long stageId,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            String outcome,
            @Nullable BigDecimal entryPotential,
            @Nullable BigDecimal exitPotential,
            Instant recordedAt,
            @Nullable Instant leftRecordedAt) {}

    /** Takes what was collected: a deal in a stage it entered or passed, and each deal once. */
    interface Sink {
        /** {@code visit} is null where the deal passed without entering; {@code toWin} is known where it was won. */
        void stage(
                Outcome of,
                long stage,
                @Nullable Visit visit,
                String outcome,
                @Nullable BigDecimal amount,
                @Nullable Long time,
                @Nullable Long toWin);

        void total(Outcome of, Visit last, @Nullable BigDecimal amount, @Nullable Long toWin);
    }

    /** What had become of a deal at the moment. */
    record Outcome(Deal deal, String state, @Nullable Instant closed) {}

    /** What is compared: figures of a stage by name of the figure, or the totals. */
    record Answer(Map<Long, Map<String, Tally>> stages, Map<Long, Days> days, Map<String, Tally> totals, Days toWin) {}

    private final List<Deal> deals;
    private final Map<Long, List<Visit>> visits;
    private final Map<Long, Set<Long>> people;
    private final Map<Long, Set<Long>> categories;
    private final Map<Long, Set<Long>> groups;

    NaiveFunnel(JdbcClient jdbc) {
        deals = jdbc.sql("select * from deal").query(Deal.class).list();
        visits = jdbc.sql("select * from stage_visit").query(Visit.class).list().stream()
                .collect(Collectors.groupingBy(Visit::dealId));
        people = pairs(jdbc, "select id, team_id from person where team_id is not null");
        categories = pairs(jdbc, "select customer_id, category_id from customer_in_category");
        groups = pairs(jdbc, "select l.deal_id, p.group_id from deal_line l join product p on p.id = l.product_id");
    }

    private static Map<Long, Set<Long>> pairs(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, number) -> Map.entry(row.getLong(1), row.getLong(2))).list().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    Answer answer(FunnelQuery query, FunnelType type, ZoneId zone, Instant now, Predicate<Deal> reach) {
        var collected = new Collected();
        collect(query, type, zone, now, reach, collected);
        return collected.answer();
    }

    void collect(FunnelQuery query, FunnelType type, ZoneId zone, Instant now, Predicate<Deal> reach, Sink collected) {
        var from = query.period().from().atStartOfDay(zone).toInstant();
        var until = query.period().to().plusDays(1).atStartOfDay(zone).toInstant();
        var day = query.asOf();
        var asked = day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
        var past = asked != null && asked.isBefore(now) ? asked : null;
        var moment = past == null ? now : past;
        for (var deal : deals) {
            if (deal.typeId() == type.id() && reach.test(deal) && passes(deal, query.filter())) {
                collect(deal, query, type, from, until, past, moment, collected);
            }
        }
    }

    List<Deal> deals() {
        return deals;
    }

    Map<Long, Set<Long>> people() {
        return people;
    }

    Map<Long, Set<Long>> categories() {
        return categories;
    }

    Map<Long, Set<Long>> groups() {
        return groups;
    }

    private boolean passes(Deal deal, FunnelFilter filter) {
        return (filter.owner() == null || filter.owner().equals(deal.responsibleId()))
                && (filter.team() == null
                        || deal.responsibleId() != null
                                && people.getOrDefault(deal.responsibleId(), Set.of())
                                        .contains(filter.team()))
                && (filter.source() == null || filter.source().equals(deal.sourceId()))
                && (filter.category() == null
                        || deal.customerId() != null
                                && categories
                                        .getOrDefault(deal.customerId(), Set.of())
                                        .contains(filter.category()))
                && (filter.productGroup() == null
                        || groups.getOrDefault(deal.id(), Set.of()).contains(filter.productGroup()));
    }

    private void collect(
            Deal deal,
            FunnelQuery query,
            FunnelType type,
            Instant from,
            Instant until,
            @Nullable Instant past,
            Instant moment,
            Sink collected) {
        var known = visits.getOrDefault(deal.id(), List.of()).stream()
                .filter(visit -> past == null || knownFrom(visit).isBefore(past))
                .sorted(Comparator.comparingInt(Visit::seq))
                .collect(Collectors.toList());
        if (known.isEmpty()) {
            return;
        }
        known.set(known.size() - 1, asOf(known.getLast(), past));
        var last = known.getLast();
        var state = Set.of("WON", "LOST").contains(last.outcome()) ? last.outcome() : "OPEN";
        var closed = state.equals("OPEN") ? null : last.leftAt();
        if (query.view() == FunnelView.ACTIVE && !state.equals("OPEN")) {
            return;
        }
        var selected = known.stream()
                .filter(visit -> !Set.of("SKIPPED", "SWITCHED").contains(visit.outcome()))
                .filter(visit -> switch (query.rule()) {
                    case COHORT -> within(deal.openedAt(), from, until);
                    case CLOSED -> within(closed, from, until);
                    case SNAPSHOT -> visit == last && visit.outcome().equals("OPEN");
                    case OVERLAP ->
                        knownFrom(visit).isBefore(until)
                                && (visit.outcome().equals("OPEN")
                                        || !Objects.requireNonNullElse(visit.leftAt(), visit.leftRecordedAt())
                                                .isBefore(from));
                })
                .toList();
        if (selected.isEmpty()) {
            return;
        }
        var byStage = new TreeMap<Long, Visit>();
        selected.forEach(visit -> byStage.put(visit.stageId(), visit));
        var of = new Outcome(deal, state, closed);
        var toWin = state.equals("WON") ? between(deal.openedAt(), closed) : null;
        byStage.forEach((stage, visit) -> collected.stage(
                of,
                stage,
                visit,
                visit.outcome(),
                amount(deal, visit, query),
                seconds(known, stage, moment),
                visit == selected.getLast() ? toWin : null));
        collected.total(of, selected.getLast(), amount(deal, selected.getLast(), query), toWin);
        if (query.counting() == Counting.BUILT_UP) {
            var order = type.steps().stream().map(FunnelStage::id).toList();
            var reached =
                    byStage.keySet().stream().mapToInt(order::indexOf).max().orElse(-1);
            order.subList(0, Math.max(reached, 0)).stream()
                    .filter(stage -> !byStage.containsKey(stage))
                    .forEach(stage -> collected.stage(
                            of,
                            stage,
                            null,
                            "ADVANCED",
                            query.potential() == PotentialMoment.CURRENT ? deal.potential() : null,
                            null,
                            null));
        }
    }

    private static Instant knownFrom(Visit visit) {
        return visit.enteredAt() != null
                ? visit.enteredAt()
                : visit.leftAt() != null ? visit.leftAt() : visit.recordedAt();
    }

    /** The last known visit still goes on at the moment, when it was left later. */
    private static Visit asOf(Visit visit, @Nullable Instant past) {
        if (visit.outcome().equals("OPEN") || past == null) {
            return visit;
        }
        var left = visit.leftAt() != null ? visit.leftAt() : visit.leftRecordedAt();
        return Objects.requireNonNull(left).isBefore(past)
                ? visit
                : new Visit(
                        visit.dealId(),
                        visit.seq(),
                        visit.stageId(),
                        visit.enteredAt(),
                        null,
                        "OPEN",
                        visit.entryPotential(),
                        null,
                        visit.recordedAt(),
                        null);
    }

    private static boolean within(@Nullable Instant instant, Instant from, Instant until) {
        return instant != null && !instant.isBefore(from) && instant.isBefore(until);
    }

    private static @Nullable BigDecimal amount(Deal deal, Visit visit, FunnelQuery query) {
        return switch (query.potential()) {
            case CURRENT -> deal.potential();
            case ENTRY -> visit.entryPotential();
            case EXIT -> visit.outcome().equals("OPEN") ? deal.potential() : visit.exitPotential();
        };
    }

    private static @Nullable Long between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from)
                ? null
                : Duration.between(from, to).toSeconds();
    }

    /** Whole seconds of the finished visits together, and those of the one that goes on. */
    private static @Nullable Long seconds(List<Visit> known, long stage, Instant moment) {
        Duration finished = null;
        Long goesOn = null;
        for (var visit : known) {
            if (visit.stageId() == stage
                    && visit.enteredAt() != null
                    && !visit.outcome().equals("SKIPPED")) {
                if (visit.outcome().equals("OPEN")) {
                    goesOn = Math.max(
                            0, Duration.between(visit.enteredAt(), moment).toSeconds());
                } else if (visit.leftAt() != null) {
                    var time = Duration.between(visit.enteredAt(), visit.leftAt());
                    finished = finished == null ? time : finished.plus(time);
                }
            }
        }
        if (finished == null) {
            return goesOn;
        }
        return finished.toSeconds() + (goesOn == null ? 0 : goesOn);
    }

    static final class Collected implements Sink {
        private final Map<Long, Map<String, Tally>> stages = new HashMap<>();
        private final Map<Long, List<Long>> seconds = new HashMap<>();
        private final Map<String, Tally> totals = new HashMap<>();
        private final List<Long> toWin = new ArrayList<>();

        @Override
        public void stage(
                Outcome of,
                long stage,
                @Nullable Visit visit,
                String outcome,
                @Nullable BigDecimal amount,
                @Nullable Long time,
                @Nullable Long win) {
            var figure = outcome.equals("ADVANCED") ? "WON" : outcome;
            stages.computeIfAbsent(stage, id -> new HashMap<>()).merge(figure, tally(amount), Tally::plus);
            var times = seconds.computeIfAbsent(stage, id -> new ArrayList<>());
            if (time != null) {
                times.add(time);
            }
        }

        @Override
        public void total(Outcome of, Visit last, @Nullable BigDecimal amount, @Nullable Long time) {
            totals.merge(of.state(), tally(amount), Tally::plus);
            if (time != null) {
                toWin.add(time);
            }
        }

        Answer answer() {
            var days = new HashMap<Long, Days>();
            seconds.forEach((stage, times) -> days.put(stage, days(times)));
            return new Answer(stages, days, totals, days(toWin));
        }

        static Tally tally(@Nullable BigDecimal amount) {
            return amount == null ? new Tally(1, new BigDecimal("0.00"), 1) : new Tally(1, amount, 0);
        }

        /** Average of the exact times; median of the times rounded to a tenth of a day. */
        static Days days(List<Long> times) {
            if (times.isEmpty()) {
                return Days.NONE;
            }
            var sum = times.stream().mapToLong(Long::longValue).sum();
            var tenths = times.stream()
                    .map(time -> BigDecimal.valueOf(time).divide(BigDecimal.valueOf(8640), 0, RoundingMode.HALF_UP))
                    .sorted()
                    .toList();
            var middle = tenths.get((tenths.size() - 1) / 2).add(tenths.get(tenths.size() / 2));
            return new Days(
                    BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(86_400L * times.size()), 1, RoundingMode.HALF_UP),
                    middle.divide(BigDecimal.valueOf(20), 1, RoundingMode.HALF_UP),
                    times.size());
        }
    }
}
