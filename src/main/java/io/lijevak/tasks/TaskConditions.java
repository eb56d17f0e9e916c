package io.lijevak.tasks;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
import io.lijevak.platform.SearchText;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.worktime.Substitutes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a filter, and the reach of the user's right, into a condition over {@code task t}. */
@Component
class TaskConditions {
    static final Field<Long> ID = column("id", Long.class);
    static final Field<Long> EXECUTOR = column("executor_id", Long.class);
    static final Field<Long> AUTHOR = column("author_id", Long.class);
    static final Field<String> STATE = column("state", String.class);
    static final Field<OffsetDateTime> DUE = column("due_order", OffsetDateTime.class);
    static final Field<OffsetDateTime> CLOSED = column("closed_at", OffsetDateTime.class);
    private final Substitutes substitutes;
    private final Companies companies;
    private final Clock clock;

    TaskConditions(Substitutes substitutes, Companies companies, Clock clock) {
        this.substitutes = substitutes;
        this.companies = companies;
        this.clock = clock;
    }

    static <T> Field<T> column(String column, Class<T> type) {
        return field(name("t", column), type);
    }

    Condition of(TaskFilter filter, CurrentUser user) {
        var all = new ArrayList<Condition>();
        all.add(whose(filter, user));
        all.add(when(filter.when(), user.timeZone()));
        add(all, EXECUTOR, filter.person());
        add(all, column("deal_id", Long.class), filter.deal());
        add(all, column("customer_id", Long.class), filter.customer());
        if (filter.kind() != null) {
            all.add(column("kind", String.class).eq(DSL.inline(filter.kind().name())));
        }
        if (filter.promised() != null) {
            all.add(promised(filter.promised()));
        }
        if (filter.search() != null) {
            all.add(column("search_text", String.class).like(SearchText.containing(filter.search())));
        }
        return DSL.and(all);
    }

    /** The user and everybody the user stands in for today. */
    List<Long> mine(CurrentUser user) {
        return substitutes.representedBy(user.id(), companies.current().today(clock));
    }

    private Condition whose(TaskFilter filter, CurrentUser user) {
        var checking = filter.when() == TaskFilter.When.CHECK;
        return switch (filter.whose()) {
            case MINE -> checking ? AUTHOR.eq(user.id()) : among(mine(user));
            case GIVEN -> AUTHOR.eq(user.id()).and(column("kind", String.class).eq(DSL.inline("ASSIGNMENT")));
            case TEAM -> Reach.of(user, Resource.TASK, Action.VIEW).condition(checking ? AUTHOR : EXECUTOR);
        };
    }

    /** One person is asked for by equality, so that an index gives the rows in their order. */
    private static Condition among(List<Long> people) {
        return people.size() == 1 ? EXECUTOR.eq(people.getFirst()) : EXECUTOR.in(people);
    }

    private Condition when(TaskFilter.When when, ZoneId zone) {
        var open = STATE.eq(DSL.inline("OPEN"));
        return switch (when) {
            case OPEN -> open;
            case OVERDUE -> open.and(DUE.lt(at(clock.instant())));
            case TODAY -> open.and(DUE.ge(at(clock.instant()))).and(DUE.lt(tomorrow(zone)));
            case LATER -> open.and(DUE.ge(tomorrow(zone)));
            case CHECK -> STATE.eq(DSL.inline("REPORTED"));
            case DONE -> STATE.eq(DSL.inline("DONE"));
            case ANY -> DSL.trueCondition();
        };
    }

    private Condition promised(TaskFilter.Promised promised) {
        var zone = companies.current().timeZone();
        var period = new Period(promised.from(), promised.to());
        var counted = DSL.condition(
                """
                t.kind = 'ASSIGNMENT' and t.author_id <> t.executor_id and t.state <> 'WITHDRAWN'
                  and t.promised_at >= {0} and t.promised_at < {1} and (t.promised_at < {2} or t.reported_at is not null)
                """, DSL.val(at(period.start(zone))), DSL.val(at(period.end(zone))), DSL.val(at(clock.instant())));
        return promised.late()
                ? counted.and(DSL.condition("(t.reported_at is null or t.reported_at > t.promised_at)"))
                : counted;
    }

    private OffsetDateTime tomorrow(ZoneId zone) {
        return at(LocalDate.now(clock.withZone(zone))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant());
    }

    private static void add(List<Condition> all, Field<Long> column, @Nullable Long id) {
        if (id != null) {
            all.add(column.eq(id));
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
