package io.lijevak.deals;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.lijevak.platform.Companies;
import io.lijevak.platform.SearchText;
import io.lijevak.properties.FieldConditions;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a filter, and the reach of the user's right, into a condition over {@code deal d}. */
@Component
class DealConditions {
    static final Field<Long> ID = column("id", Long.class);
    static final Field<Long> RESPONSIBLE = column("responsible_id", Long.class);
    static final Field<Long> CUSTOMER = column("customer_id", Long.class);
    static final Field<Long> STAGE = column("stage_id", Long.class);
    static final Field<String> OUTCOME = column("outcome", String.class);
    private static final Field<Long> REASON = column("loss_reason_id", Long.class);
    private static final String REASONS = """
            (with recursive branch as (
              select r.id from loss_reason r where r.id = {0}
              union select r.id from loss_reason r join branch b on r.parent_id = b.id)
            select id from branch) as reasons""";
    private static final Field<OffsetDateTime> OPENED = column("opened_at", OffsetDateTime.class);
    private static final Field<OffsetDateTime> CLOSED = column("closed_at", OffsetDateTime.class);
    private final Companies companies;
    private final List<DealSelection> selections;
    private final FieldConditions fields;
    private final LateThen late;
    private final Clock clock;

    DealConditions(
            Companies companies, List<DealSelection> selections, FieldConditions fields, LateThen late, Clock clock) {
        this.companies = companies;
        this.selections = selections;
        this.fields = fields;
        this.late = late;
        this.clock = clock;
    }

    static <T> Field<T> column(String column, Class<T> type) {
        return field(name("d", column), type);
    }

    /** The deals that the filter narrows, as the relation {@code d}: the table, or the deals as they once stood. */
    Table<?> deals(DealFilter filter) {
        var past = past(filter);
        return past == null
                ? table("deal d")
                : PastDeals.of(past.moment(), past.then(), filter.outcome() == DealOutcome.OPEN);
    }

    /** The same, when no more is asked than the open ones of a past moment. */
    Table<?> openDeals(DealFilter filter) {
        var past = past(filter);
        return past == null ? table("deal d") : PastDeals.of(past.moment(), past.then(), true);
    }

    /** A past moment of which is asked, and whether what was known then is. */
    record Past(Instant moment, boolean then) {}

    /** Null when the filter asks of now; a day that is not over yet is now. */
    @Nullable
    Past past(DealFilter filter) {
        var asOf = filter.asOf();
        if (asOf == null) {
            return null;
        }
        var end = asOf.day()
                .plusDays(1)
                .atStartOfDay(companies.current().timeZone())
                .toInstant();
        return end.isBefore(clock.instant()) ? new Past(end, asOf.then()) : null;
    }

    /** The condition as it finds its deals among all. */
    Condition of(DealFilter filter, CurrentUser user, Action action) {
        return of(filter, user, action, fields(filter, user).found());
    }

    /** The condition as it is asked of one deal after another. */
    Condition asked(DealFilter filter, CurrentUser user) {
        return of(filter, user, Action.VIEW, fields(filter, user).walked());
    }

    private Condition of(DealFilter filter, CurrentUser user, Action action, Condition ofFields) {
        var search = filter.search();
        var all = besidesSearch(filter, user, action).and(ofFields);
        return search == null ? all : all.and(DSL.or(finds(search, ofItsCustomer(search))));
    }

    private FieldConditions.Both fields(DealFilter filter, CurrentUser user) {
        return fields.of(RecordKind.DEAL, "d", filter.where(), user);
    }

    /** The same as it finds its deals: a search by title and number, and by customer, each with an index of its own. */
    List<Condition> ways(DealFilter filter, CurrentUser user) {
        var search = filter.search();
        var all = besidesSearch(filter, user, Action.VIEW)
                .and(fields(filter, user).found());
        return search == null
                ? List.of(all)
                : finds(search, ofFoundCustomers(search)).stream().map(all::and).toList();
    }

    private Condition besidesSearch(DealFilter filter, CurrentUser user, Action action) {
        var all = new ArrayList<Condition>();
        all.add(Reach.of(user, Resource.DEAL, action).condition(RESPONSIBLE));
        add(all, column("type_id", Long.class), filter.type());
        add(all, STAGE, filter.stage());
        add(all, column("source_id", Long.class), filter.source());
        add(all, CUSTOMER, filter.customer());
        add(all, column("competitor_id", Long.class), filter.competitor());
        addReason(all, filter.reason());
        if (filter.outcome() != null) {
            all.add(OUTCOME.eq(filter.outcome().name()));
        }
        addMarks(all, filter);
        addPeople(all, filter);
        addProducts(all, filter);
        addDays(all, OPENED, filter.opened());
        addDays(all, CLOSED, filter.closed());
        for (var selection : selections) {
            var key = filter.selected().getOrDefault(selection.parameter(), "");
            if (!key.isEmpty()) {
                all.add(selection.select(key, ID, user));
            }
        }
        return DSL.and(all);
    }

    /** Whether the filter names deals by a key of another module, such as a number of a funnel. */
    boolean askSelections(DealFilter filter) {
        return selections.stream()
                .anyMatch(selection -> !filter.selected()
                        .getOrDefault(selection.parameter(), "")
                        .isEmpty());
    }

    /** Whether the deal itself tells all that is asked. */
    private boolean askDealsAlone(DealFilter filter) {
        return filter.asksDealsAlone(
                selections.stream().map(DealSelection::parameter).toList());
    }

    /** Whether nothing narrows: no filter, and a right that reaches all deals. */
    boolean reachEverything(DealFilter filter, CurrentUser user) {
        return user.scope(Resource.DEAL, Action.VIEW) == Scope.ALL
                && askDealsAlone(filter)
                && filter.bare().equals(DealFilter.of(Map.of()));
    }

    private static void add(List<Condition> all, Field<Long> column, @Nullable Long id) {
        if (id != null) {
            all.add(id == 0 ? column.isNull() : column.eq(id));
        }
    }

    /** A reason stands for all reasons below it. */
    private static void addReason(List<Condition> all, @Nullable Long reason) {
        if (reason != null && reason == 0) {
            all.add(REASON.isNull());
        } else if (reason != null) {
            all.add(REASON.in(DSL.select(field("id", Long.class)).from(REASONS, DSL.val(reason))));
        }
    }

    private void addMarks(List<Condition> all, DealFilter filter) {
        var past = past(filter);
        if (filter.mark() != null) {
            all.add(past == null ? marked(filter.mark()) : late.at(past));
        }
        if (filter.risk() != null) {
            all.add(ID.in(select(field("s.deal_id", Long.class))
                    .from("risk_signal s")
                    .where(field("s.kind", String.class).eq(filter.risk().name()))
                    .and(past == null ? field("s.until").isNull() : borne(past))));
        }
    }

    /** The warnings {@code risk_signal s} that were open at a past moment. */
    static Condition borne(Past past) {
        return DSL.condition("s.noticed_at < {0} and (s.until is null or s.until >= {0})", DSL.val(at(past.moment())));
    }

    /** The deals of a mark; {@link DealMarks} says the same of one deal. */
    Condition marked(DealMark mark) {
        var now = at(clock.instant());
        var open = OUTCOME.eq(DSL.inline(DealOutcome.OPEN.name()));
        return switch (mark) {
            case LATE -> open.and(column("stage_due_at", OffsetDateTime.class).lt(now));
            case SILENT -> open.and(column("silent_from", OffsetDateTime.class).lt(now));
            case UNPLANNED ->
                open.and(column("next_step_at", OffsetDateTime.class).isNull());
            case RESULTS ->
                ID.in(select(field("r.deal_id", Long.class))
                        .from("deal_closing r")
                        .where(field("r.recorded_at").isNull())
                        .and(field("r.withdrawn_at").isNull()));
        };
    }

    private static void addPeople(List<Condition> all, DealFilter filter) {
        if (filter.responsible() != null) {
            all.add(filter.responsible() == 0 ? RESPONSIBLE.isNull() : RESPONSIBLE.eq(filter.responsible()));
        }
        if (filter.team() != null) {
            all.add(RESPONSIBLE.in(ids("person", "id", "team_id", filter.team())));
        }
        if (filter.category() != null) {
            all.add(CUSTOMER.in(ids("customer_in_category", "customer_id", "category_id", filter.category())));
        }
    }

    private static void addProducts(List<Condition> all, DealFilter filter) {
        if (filter.product() != null) {
            all.add(ID.in(ids("deal_line", "deal_id", "product_id", filter.product())));
        }
        if (filter.group() != null) {
            all.add(ID.in(select(field("l.deal_id", Long.class))
                    .from("deal_line l join product p on p.id = l.product_id")
                    .where(field("p.group_id", Long.class).eq(filter.group()))));
        }
    }

    private void addDays(List<Condition> all, Field<OffsetDateTime> column, DealFilter.Days days) {
        var zone = companies.current().timeZone();
        if (days.from() != null) {
            all.add(column.ge(at(days.from().atStartOfDay(zone).toInstant())));
        }
        if (days.to() != null) {
            all.add(column.lt(at(days.to().plusDays(1).atStartOfDay(zone).toInstant())));
        }
    }

    private static List<Condition> finds(String search, Condition byCustomer) {
        var finds = new ArrayList<Condition>();
        finds.add(column("search_text", String.class).like(SearchText.containing(search)));
        finds.add(byCustomer);
        finds.add(column("external_id", String.class).eq(search));
        if (search.matches("#?\\d{1,18}")) {
            finds.add(ID.eq(Long.valueOf(search.replace("#", ""))));
        }
        return finds;
    }

    private static Condition ofFoundCustomers(String search) {
        return CUSTOMER.in(select(field(name("f", "id"), Long.class))
                .from(table(name("customer")).as("f"))
                .where(field(name("f", "search_text"), String.class).like(SearchText.containing(search))));
    }

    private static Condition ofItsCustomer(String search) {
        return DSL.exists(select(field(name("f", "id"), Long.class))
                .from(table(name("customer")).as("f"))
                .where(field(name("f", "id"), Long.class).eq(CUSTOMER))
                .and(field(name("f", "search_text"), String.class).like(SearchText.containing(search))));
    }

    private static Select<Record1<Long>> ids(String from, String id, String by, Long value) {
        return select(field(name(id), Long.class))
                .from(table(name(from)))
                .where(field(name(by), Long.class).eq(value));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
