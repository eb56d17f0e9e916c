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

    /** A task: whose it is, whether it is open, when it is due. */
    record Task(
            long id,
            long executorId,
            String state,
            @Nullable Instant dueOrder) {}

    private record Returned(long dealId, Instant leftAt) {}

    ReadWritten(DSLContext sql) {
        this.sql = sql;
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

    @Transactional(readOnly = true)
    public void deals(CurrentUser user, Consumer<WrittenDeal> consumer) {
        var last = 0L;
        var piece = List.<WrittenDeal.Row>of();
        do {
            piece = deals(
                    reach("d.responsible_id", Resource.DEAL, user).and(DSL.condition("d.id > {0}", DSL.val(last))));
            visits(piece).forEach(consumer);
            last = piece.isEmpty() ? last : piece.getLast().id();
        } while (piece.size() == AT_ONCE);
    }

    Optional<WrittenDeal> deal(long id, CurrentUser user) {
        var seen = reach("d.responsible_id", Resource.DEAL, user);
        return visits(deals(seen.and(DSL.condition("d.id = {0}", DSL.val(id))))).stream()
                .findFirst();
    }

    private List<WrittenDeal.Row> deals(Condition condition) {
        return sql.fetch("""
                select d.id, d.title, d.outcome, d.opened_at, d.closed_at, d.potential, d.expected_close, d.stage_due_at,
                  d.silent_from, d.next_step_at, d.responsible_id, s.probability
                from deal d left join deal_type_step s on s.deal_type_id = d.type_id
                  and s.steps_version = d.steps_version and s.stage_id = d.stage_id
                where {0} order by d.id limit {1}""", condition, DSL.val(AT_ONCE)).into(WrittenDeal.Row.class);
    }

    private List<WrittenDeal> visits(List<WrittenDeal.Row> deals) {
        var ids = deals.stream().map(WrittenDeal.Row::id).toArray(Long[]::new);
        Map<Long, List<Instant>> returned = new HashMap<>();
        sql.fetch(
                        "select deal_id, left_at from stage_visit where deal_id = any({0}) and outcome = 'RETURNED' and left_at is not null",
                        DSL.val(ids))
                .into(Returned.class)
                .forEach(visit -> returned.computeIfAbsent(visit.dealId(), deal -> new ArrayList<>())
                        .add(visit.leftAt()));
        return deals.stream()
                .map(deal -> new WrittenDeal(deal, returned.getOrDefault(deal.id(), List.of())))
                .toList();
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
