package io.lijevak.funnel;

import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A company that works at random: opens, moves, closes and corrects deals, imports their past and takes imports back. */
final class CompanyLife {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Random random;
    private final FunnelWorld rows;
    private final List<Long> stages;
    private final List<Long> types;
    private final long walkIn;
    private final List<Long> imported = new ArrayList<>();
    private final List<Map<String, Object>> carried = new ArrayList<>();

    CompanyLife(World world, JdbcClient jdbc, TransactionTemplate transactions, long seed) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        random = new Random(seed);
        world.reset();
        rows = new FunnelWorld(jdbc);
        stages = List.of(rows.stage("New", 1), rows.stage("Offer", 2), rows.stage("Agreement", 3));
        types = List.of(rows.type("Sale", stages), rows.type("Service", stages.subList(0, 2)));
        walkIn = rows.type("Walk-in", List.of());
    }

    List<Long> types() {
        return types;
    }

    /** Something happens at the moment, as the application would write it down. */
    void live(Instant now) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("select set_config('lijevak.moment', ?, true)")
                    .param(now.toString())
                    .query(String.class)
                    .single();
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> open(now);
                case 3, 4, 5 -> move(now);
                case 6 -> close(now);
                case 7 -> reopen(now);
                case 8 -> correct();
                case 9 -> importPast(now);
                case 10 -> carryOn(now);
                default -> takeBack();
            }
        });
    }

    private void open(Instant now) {
        if (random.nextInt(6) == 0) {
            rows.deal(new Deal(walkIn, null, "OPEN", null, null, null, amount(), now, null), List.of());
            return;
        }
        var amount = amount();
        rows.deal(
                new Deal(one(types), stages.get(0), "OPEN", null, null, null, amount, now, null),
                List.of(new Visit(stages.get(0), now, null, "OPEN", amount, null, now, null)));
    }

    private void move(Instant now) {
        var deal = standing("OPEN");
        if (deal == null) {
            return;
        }
        var target = one(stages.subList(0, 2));
        leave(deal, random.nextBoolean() ? "ADVANCED" : "RETURNED", now, now);
        enter(deal, target, now, now);
        var type = random.nextInt(5) == 0 ? one(types) : (Long) deal.get("type_id");
        jdbc.sql("update deal set stage_id = ?, type_id = ? where id = ?")
                .params(target, type, deal.get("id"))
                .update();
    }

    private void close(Instant now) {
        var outcome = one(List.of("WON", "LOST"));
        var deal = random.nextInt(4) == 0
                ? any("select * from deal where outcome = 'OPEN' and stage_id is null order by id")
                : standing("OPEN");
        if (deal == null) {
            return;
        }
        if (deal.get("stage_id") != null) {
            leave(deal, outcome, now, now);
        }
        jdbc.sql("update deal set outcome = ?, closed_at = ? where id = ?")
                .params(outcome, FunnelWorld.at(now), deal.get("id"))
                .update();
    }

    private void reopen(Instant now) {
        var deal = any("select * from deal where outcome <> 'OPEN' and stage_id is not null order by id");
        if (deal == null) {
            return;
        }
        enter(deal, (Long) deal.get("stage_id"), now, now);
        jdbc.sql("update deal set outcome = 'OPEN', closed_at = null where id = ?")
                .param(deal.get("id"))
                .update();
    }

    private void correct() {
        var deal = any("select * from deal order by id");
        if (deal != null) {
            jdbc.sql("update deal set amount = ? where id = ?")
                    .params(amount(), deal.get("id"))
                    .update();
        }
    }

    /** A deal that was elsewhere for weeks, all of it recorded now; the day it was closed on may not be known. */
    private void importPast(Instant now) {
        var opened = now.minus(Duration.ofDays(10 + random.nextInt(50)));
        var went = random.nextBoolean() ? opened.plus(Duration.ofDays(random.nextInt(9))) : null;
        var outcome = one(List.of("OPEN", "WON", "LOST"));
        var closed = outcome.equals("OPEN") || random.nextInt(3) == 0 ? null : now.minus(Duration.ofDays(1));
        var first = new Visit(stages.get(0), opened, went, "ADVANCED", null, null, now, now);
        var last =
                new Visit(stages.get(1), went, closed, outcome, null, null, now, outcome.equals("OPEN") ? null : now);
        imported.add(rows.deal(
                new Deal(one(types), stages.get(1), outcome, null, null, null, amount(), opened, closed),
                List.of(first, last)));
        jdbc.sql("update deal set created_at = ? where id = ?")
                .params(FunnelWorld.at(now), imported.getLast())
                .update();
    }

    /** An open deal turns out to have gone on, or to have been lost, days ago. */
    private void carryOn(Instant now) {
        var deal = standing("OPEN");
        if (deal == null) {
            return;
        }
        carried.add(deal);
        var known = jdbc.sql(
                        "select coalesce(entered_at, recorded_at) from stage_visit where deal_id = ? and outcome = 'OPEN'")
                .param(deal.get("id"))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        var at = known.plusSeconds(
                random.nextLong(Math.max(1, Duration.between(known, now).toSeconds())));
        if (random.nextBoolean()) {
            leave(deal, "LOST", at, now);
            jdbc.sql("update deal set outcome = 'LOST', closed_at = ? where id = ?")
                    .params(FunnelWorld.at(at), deal.get("id"))
                    .update();
        } else {
            leave(deal, "ADVANCED", at, now);
            enter(deal, stages.get(1), at, now);
            jdbc.sql("update deal set stage_id = ? where id = ?")
                    .params(stages.get(1), deal.get("id"))
                    .update();
        }
    }

    /** An import is undone: a deal goes, or what was carried on stands where it stood. */
    private void takeBack() {
        jdbc.sql("select set_config('lijevak.import_undo', 'on', true)")
                .query(String.class)
                .single();
        if (random.nextBoolean() && !imported.isEmpty()) {
            jdbc.sql("delete from deal where id = ?")
                    .param(imported.remove(random.nextInt(imported.size())))
                    .update();
        } else if (!carried.isEmpty()) {
            var before = carried.remove(random.nextInt(carried.size()));
            var id = before.get("id");
            jdbc.sql("delete from stage_visit where deal_id = ? and seq > ?")
                    .params(id, before.get("seq"))
                    .update();
            jdbc.sql("""
                    update stage_visit set outcome = 'OPEN', left_at = null, left_recorded_at = null, exit_potential = null
                    where deal_id = ? and seq = ?""").params(id, before.get("seq")).update();
            jdbc.sql(
                            "update deal set outcome = 'OPEN', closed_at = null, stage_id = ?, type_id = ?, amount = ? where id = ?")
                    .params(before.get("stage_id"), before.get("type_id"), before.get("amount"), id)
                    .update();
        }
    }

    private @Nullable Map<String, Object> standing(String outcome) {
        return any("""
                select d.*, v.seq from deal d join stage_visit v on v.deal_id = d.id and v.outcome = 'OPEN'
                where d.outcome = '%s' order by d.id""".formatted(outcome));
    }

    private @Nullable Map<String, Object> any(String query) {
        var found = jdbc.sql(query).query().listOfRows();
        return found.isEmpty() ? null : one(found);
    }

    private void leave(Map<String, Object> deal, String outcome, Instant at, Instant now) {
        jdbc.sql("""
                update stage_visit set outcome = ?, left_at = ?, left_recorded_at = ?
                where deal_id = ? and outcome = 'OPEN'""")
                .params(outcome, FunnelWorld.at(at), FunnelWorld.at(now), deal.get("id"))
                .update();
    }

    private void enter(Map<String, Object> deal, long stage, Instant at, Instant now) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, cause, recorded_at)
                select ?, max(seq) + 1, 1, ?, ?, 'MOVED', ? from stage_visit where deal_id = ?""")
                .params(deal.get("id"), stage, FunnelWorld.at(at), FunnelWorld.at(now), deal.get("id"))
                .update();
    }

    private @Nullable BigDecimal amount() {
        return random.nextInt(8) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
