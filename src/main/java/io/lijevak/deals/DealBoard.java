package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.OUTCOME;
import static io.lijevak.deals.DealConditions.STAGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.lijevak.platform.Money;
import io.lijevak.process.DealType;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open deals of a type by stage: two statements, whatever the number of deals; columns show their first cards. */
@Component
public class DealBoard {
    public static final int FIRST_CARDS = 8;
    public static final int MOST_CARDS = 200;
    private static final String CARDS = """
            select cards.* from unnest({0}, {1}) as wanted (stage, cards)
            cross join lateral (
              select shown.*, v.entered_at, c.name as customer, p.name as responsible
              from (
                select d.id, d.title, d.stage_id, d.amount, d.currency, d.customer_id, d.responsible_id,
                  d.stage_due_at, d.silent_from, d.last_contact_at, d.next_step_at, d.touches
                from deal d
                where {2} and d.stage_id = wanted.stage
                order by d.id desc limit wanted.cards) as shown
              join stage_visit v on v.deal_id = shown.id and v.outcome = 'OPEN'
              left join customer c on c.id = shown.customer_id
              left join person p on p.id = shown.responsible_id) as cards
            order by cards.stage_id, cards.id desc""";
    private final DSLContext database;
    private final DealConditions conditions;
    private final DealSums sums;
    private final PastBoard past;
    private final Clock clock;

    private record Total(long count, BigDecimal potential, Map<DealMark, Long> marked) {}

    DealBoard(DSLContext database, DealConditions conditions, DealSums sums, PastBoard past, Clock clock) {
        this.database = database;
        this.conditions = conditions;
        this.sums = sums;
        this.past = past;
        this.clock = clock;
    }

    /** The columns of the type's steps, as of the filter's day; {@code shown} asks for more cards than the first in some of them. */
    public List<BoardColumn> columns(DealType type, DealFilter filter, Map<StageId, Integer> shown, CurrentUser user) {
        if (!type.hasSteps()) {
            return List.of();
        }
        if (conditions.past(filter) != null) {
            return past.columns(type, filter, shown, user);
        }
        var now = clock.instant();
        var condition = conditions
                .of(filter, user, Action.VIEW)
                .and(DealConditions.column("type_id", Long.class).eq(type.id().value()))
                .and(OUTCOME.eq(DSL.inline(DealOutcome.OPEN.name())));
        var totals = sums.get("board of " + type.id(), filter, user, () -> totals(condition));
        var cards = cards(type, condition, shown, now);
        return type.steps().stream()
                .map(step -> column(step, totals.get(step.stage().value()), cards))
                .toList();
    }

    /** The type that most of the open deals have which a key of another module names; empty when none names any. */
    public Optional<Long> typeOf(DealFilter filter, CurrentUser user) {
        return conditions.askSelections(filter)
                ? database.resultQuery(
                                "select d.type_id from {0} where {1} group by d.type_id order by count(*) desc, d.type_id limit 1",
                                conditions.openDeals(filter), conditions.of(filter, user, Action.VIEW))
                        .fetchOptional(0, Long.class)
                : Optional.empty();
    }

    private static BoardColumn column(Step step, @Nullable Total total, Map<Long, List<DealCard>> cards) {
        var shown = cards.getOrDefault(step.stage().value(), List.of());
        return total == null
                ? new BoardColumn(step, 0, BigDecimal.ZERO, Map.of(), List.of())
                : new BoardColumn(step, total.count(), total.potential(), total.marked(), shown);
    }

    private Map<Long, Total> totals(Condition condition) {
        return database
                .select(
                        STAGE,
                        count(),
                        sum(DealConditions.column("potential", BigDecimal.class)),
                        count().filterWhere(conditions.marked(DealMark.LATE)),
                        count().filterWhere(conditions.marked(DealMark.SILENT)),
                        count().filterWhere(conditions.marked(DealMark.UNPLANNED)))
                .from("deal d")
                .where(condition)
                .groupBy(STAGE)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(),
                        row -> new Total(
                                row.value2(),
                                row.value3() == null ? BigDecimal.ZERO : row.value3(),
                                Map.of(
                                        DealMark.LATE,
                                        row.value4().longValue(),
                                        DealMark.SILENT,
                                        row.value5().longValue(),
                                        DealMark.UNPLANNED,
                                        row.value6().longValue()))));
    }

    private Map<Long, List<DealCard>> cards(
            DealType type, Condition condition, Map<StageId, Integer> shown, Instant now) {
        var stages = type.steps().stream().map(step -> step.stage().value()).toArray(Long[]::new);
        var limits = type.steps().stream()
                .map(step -> Math.min(shown.getOrDefault(step.stage(), FIRST_CARDS), MOST_CARDS))
                .toArray(Integer[]::new);
        return database.resultQuery(CARDS, DSL.val(stages), DSL.val(limits), condition).fetch().stream()
                .map(row -> card(row, now))
                .collect(Collectors.groupingBy(DealCard::stage));
    }

    private static DealCard card(Record row, Instant now) {
        var amount = row.get("amount", BigDecimal.class);
        var entered = row.get("entered_at", OffsetDateTime.class);
        return new DealCard(
                row.get("id", Long.class),
                row.get("title", String.class),
                row.get("stage_id", Long.class),
                row.get("customer", String.class),
                row.get("responsible", String.class),
                amount == null ? null : new Money(amount, row.get("currency", String.class)),
                DealCard.days(entered == null ? null : entered.toInstant(), now),
                marks(row));
    }

    private static DealMarks marks(Record row) {
        return new DealMarks(
                true,
                instant(row, "stage_due_at"),
                instant(row, "silent_from"),
                instant(row, "last_contact_at"),
                instant(row, "next_step_at"),
                row.get("touches", Integer.class));
    }

    private static @Nullable Instant instant(Record row, String column) {
        var moment = row.get(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
