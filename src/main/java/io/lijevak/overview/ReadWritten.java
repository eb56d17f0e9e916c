package io.lijevak.overview;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads deals and tasks that somebody may see one by one, as they are written down, so that they are counted in memory. */
@Component
class ReadWritten {
    /** More rows are not read while somebody waits. */
    static final long MOST = 200_000;

    private static final int AT_ONCE = 2_000;
    private final DSLContext sql;
    private final ReadWrittenThen then;

    /** A task: whose it is, whether it is open, when it is due. */
    record Task(
            long id,
            long executorId,
            String state,
            @Nullable Instant dueOrder) {}

    private record Returned(long dealId, Instant leftAt) {}

    ReadWritten(DSLContext sql, ReadWrittenThen then) {
        this.sql = sql;
        this.then = then;
    }

    /** Whether there are few enough of both to be read. */
    boolean isPossible(CurrentUser user) {
        return count("deal x", reach("x.responsible_id", Resource.DEAL, user)) <= MOST
                && count("task x", reach("x.executor_id", Resource.TASK, user)) <= MOST;
    }

    private long count(String table, Condition seen) {
        return sql.fetchSingle("select count(*) from {0} where {1}", DSL.table(table), seen)
                .get(0, Long.class);
    }

    private static Condition reach(String person, Resource resource, CurrentUser user) {
        return Reach.of(user, resource, Action.VIEW).condition(DSL.field(person, Long.class));
    }

    /** The deals as of the moment; those that did not exist yet are left out. */
    @Transactional(readOnly = true)
    public void deals(OverviewMoment moment, CurrentUser user, Consumer<WrittenDeal> consumer) {
        var seen = reach("d.responsible_id", Resource.DEAL, user);
        if (moment.then()) {
            // what was known is worked out anew each time it is asked
            pieces(then.deals(seen, moment, (int) MOST))
                    .forEach(piece -> then.written(piece, moment).forEach(consumer));
            return;
        }
        var last = 0L;
        var piece = List.<Long>of();
        do {
            var next = seen.and(DSL.condition("d.id > {0}", DSL.val(last)));
            piece = moment.asOf() == null ? now(next, moment, consumer) : past(next, moment, consumer);
            last = piece.isEmpty() ? last : piece.getLast();
        } while (piece.size() == AT_ONCE);
    }

    private static List<List<DealThen.Deal>> pieces(List<DealThen.Deal> deals) {
        return IntStream.range(0, (deals.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(piece -> deals.subList(piece * AT_ONCE, Math.min(deals.size(), (piece + 1) * AT_ONCE)))
                .toList();
    }

    private List<Long> now(Condition which, OverviewMoment moment, Consumer<WrittenDeal> consumer) {
        var read = deals(which, moment);
        read.forEach(consumer);
        return read.stream().map(deal -> deal.row().id()).toList();
    }

    private List<Long> past(Condition which, OverviewMoment moment, Consumer<WrittenDeal> consumer) {
        var read = then.deals(which, moment, AT_ONCE);
        then.written(read, moment).forEach(consumer);
        return read.stream().map(DealThen.Deal::id).toList();
    }

    /** Empty when the person may not see the deal, or it did not exist yet. */
    Optional<WrittenDeal> deal(long id, OverviewMoment moment, CurrentUser user) {
        var which = reach("d.responsible_id", Resource.DEAL, user).and(DSL.condition("d.id = {0}", DSL.val(id)));
        var read = moment.asOf() == null ? deals(which, moment) : then.written(then.deals(which, moment, 1), moment);
        return read.stream().findFirst();
    }

    private List<WrittenDeal> deals(Condition condition, OverviewMoment moment) {
        var rows = sql.fetch("""
                select d.id, d.title, d.outcome, d.opened_at, d.closed_at, d.potential, d.expected_close, d.stage_due_at,
                  d.silent_from, d.next_step_at, d.responsible_id, s.probability
                from deal d left join deal_type_step s on s.deal_type_id = d.type_id
                  and s.steps_version = d.steps_version and s.stage_id = d.stage_id
                where {0} order by d.id limit {1}""", condition, DSL.val(AT_ONCE)).into(WrittenDeal.Row.class);
        var returned = returned(rows);
        return rows.stream()
                .map(row -> new WrittenDeal(
                        row, returned.getOrDefault(row.id(), List.of()), late(row.stageDueAt(), moment)))
                .toList();
    }

    private static OverviewInclusion.@Nullable Out late(@Nullable Instant due, OverviewMoment moment) {
        if (due == null) {
            return OverviewInclusion.Out.NO_NORM;
        }
        return due.isBefore(moment.instant()) ? null : OverviewInclusion.Out.WITHIN_NORM;
    }

    private Map<Long, List<Instant>> returned(List<WrittenDeal.Row> deals) {
        var ids = deals.stream().map(WrittenDeal.Row::id).toArray(Long[]::new);
        Map<Long, List<Instant>> returned = new HashMap<>();
        sql.fetch(
                        "select deal_id, left_at from stage_visit where deal_id = any({0}) and outcome = 'RETURNED' and left_at is not null",
                        DSL.val(ids))
                .into(Returned.class)
                .forEach(visit -> returned.computeIfAbsent(visit.dealId(), deal -> new ArrayList<>())
                        .add(visit.leftAt()));
        return returned;
    }

    @Transactional(readOnly = true)
    public void tasks(CurrentUser user, Consumer<Task> consumer) {
        var last = 0L;
        var piece = List.<Task>of();
        do {
            piece = sql.fetch("""
                    select t.id, t.executor_id, t.state, t.due_order from task t
                    where {0} and t.id > {1} order by t.id limit {2}""", reach("t.executor_id", Resource.TASK, user), DSL.val(last), DSL.val(AT_ONCE))
                    .into(Task.class);
            piece.forEach(consumer);
            last = piece.isEmpty() ? last : piece.getLast().id();
        } while (piece.size() == AT_ONCE);
    }
}
