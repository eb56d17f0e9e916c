package io.lijevak.complaints;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.lijevak.customers.CustomerSearch;
import io.lijevak.platform.Companies;
import io.lijevak.platform.SearchTerm;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a filter, and what the viewer may see, into a condition over {@code complaint k} and its customer. */
@Component
class ComplaintConditions {
    private static final String WAITS = """
            exists (select from process_run wr join process_point wp on wp.run_id = wr.id
              where wr.subject_kind = 'complaint' and wr.subject_id = k.id and wr.ended_at is null
                and wp.left_at is null and {0})""";
    private static final Field<OffsetDateTime> RECEIVED = field(name("k", "received_at"), OffsetDateTime.class);
    private final Companies companies;
    private final Clock clock;

    ComplaintConditions(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    Condition of(ComplaintFilter filter, CurrentUser viewer) {
        var all = new ArrayList<Condition>();
        all.add(ComplaintReach.of(viewer, Action.VIEW));
        addSearch(all, filter.term());
        if (filter.open() != null) {
            var closed = field(name("k", "closed_at"));
            all.add(filter.open() ? closed.isNull() : closed.isNotNull());
        }
        add(all, "responsible_id", filter.responsible());
        add(all, "customer_id", filter.customer());
        add(all, "deal_id", filter.deal());
        if (filter.unassigned()) {
            all.add(column("responsible_id").isNull());
        }
        add(all, "process", filter.process());
        add(all, "finding", filter.finding() == null ? null : filter.finding().name());
        add(all, "urgency", filter.urgency() == null ? null : filter.urgency().name());
        add(all, "channel", filter.channel() == null ? null : filter.channel().name());
        addWaiting(all, filter);
        addDays(all, filter);
        return DSL.and(all);
    }

    private void addWaiting(List<Condition> all, ComplaintFilter filter) {
        if (filter.overdue()) {
            all.add(condition(
                    WAITS, condition("wp.due_at < {0}", val(clock.instant().atOffset(ZoneOffset.UTC)))));
        }
        if (filter.point() != null) {
            all.add(condition(WAITS, condition("wp.node = {0}", val(filter.point()))));
        }
    }

    /** Its own words, or the name, numbers and people of its customer. */
    private static void addSearch(List<Condition> all, String typed) {
        if (typed.isEmpty()) {
            return;
        }
        var term = new SearchTerm(typed);
        all.add(term.on(field(name("k", "search_text"), String.class))
                .or(CustomerSearch.finds(term, column("customer_id"))));
    }

    private void addDays(List<Condition> all, ComplaintFilter filter) {
        if (filter.since() != null) {
            all.add(RECEIVED.ge(start(filter.since())));
        }
        if (filter.until() != null) {
            all.add(RECEIVED.lt(start(filter.until().plusDays(1))));
        }
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(companies.current().timeZone()).toOffsetDateTime();
    }

    static Field<Long> column(String column) {
        return field(name("k", column), Long.class);
    }

    private static void add(List<Condition> all, String column, @Nullable Long id) {
        if (id != null) {
            all.add(column(column).eq(id));
        }
    }

    private static void add(List<Condition> all, String column, @Nullable String word) {
        if (word != null) {
            all.add(field(name("k", column), String.class).eq(word));
        }
    }
}
