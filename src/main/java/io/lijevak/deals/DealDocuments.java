package io.lijevak.deals;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import io.lijevak.files.FileId;
import io.lijevak.files.FileKind;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of all deals that a viewer may see, newest first; what is in the archive is not among them. */
@Component
public class DealDocuments {
    private static final String ROWS = """
            select a.id, a.kind, a.name, a.attached_at, a.size, p.name as by_name, d.id as deal_id, d.title as deal_name,
              c.id as customer_id, c.name as customer_name
            from attachment a
            join deal d on d.id = a.subject_id
            left join customer c on c.id = d.customer_id
            left join person p on p.id = a.attached_by
            where a.subject_kind = 'deal' and a.archived_at is null and {0}
            order by a.attached_at desc, a.id desc limit {1}""";

    private static final String COUNTS = """
            select a.kind, count(*) as documents from attachment a join deal d on d.id = a.subject_id
            where a.subject_kind = 'deal' and a.archived_at is null and {0} group by a.kind""";

    private static final Field<Long> ID = field(name("a", "id"), Long.class);
    private static final Field<OffsetDateTime> AT = field(name("a", "attached_at"), OffsetDateTime.class);
    private static final Field<String> KIND = field(name("a", "kind"), String.class);
    private final DSLContext database;
    private final DealConditions conditions;
    private final Companies companies;

    DealDocuments(DSLContext database, DealConditions conditions, Companies companies) {
        this.database = database;
        this.conditions = conditions;
        this.companies = companies;
    }

    /** The page after the cursor, the first one without any. */
    public Slice<DealDocument> page(DocumentFilter filter, @Nullable String next, int limit, CurrentUser user) {
        var found = rows(of(filter, user, Action.VIEW).and(ofKind(filter)).and(beyond(next)), limit + 1)
                .fetch(DealDocuments::document);
        var items = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? items.getLast() : null;
        return new Slice<>(items, last == null ? null : Cursor.of(last.at(), last.id()));
    }

    /** How many there are of each kind that has any, whatever kind the filter asks for. */
    public Map<FileKind, Long> counts(DocumentFilter filter, CurrentUser user) {
        var counts = new EnumMap<FileKind, Long>(FileKind.class);
        database.fetch(COUNTS, of(filter, user, Action.VIEW))
                .forEach(row ->
                        counts.put(FileKind.valueOf(row.get("kind", String.class)), row.get("documents", Long.class)));
        return counts;
    }

    /** Hands over every document of the filter that the user may take along, without holding them all. */
    @Transactional(readOnly = true)
    public void export(DocumentFilter filter, CurrentUser user, Consumer<DealDocument> consumer) {
        var condition = of(filter, user, Action.EXPORT).and(ofKind(filter));
        try (var rows = rows(condition, Integer.MAX_VALUE).fetchSize(500).fetchLazy()) {
            rows.forEach(row -> consumer.accept(document(row)));
        }
    }

    private ResultQuery<Record> rows(Condition condition, int limit) {
        return database.resultQuery(ROWS, condition, inline(limit));
    }

    private Condition of(DocumentFilter filter, CurrentUser user, Action action) {
        return conditions
                .of(filter.deals(), user, action)
                .and(named(filter.search(), user))
                .and(added(filter.added()));
    }

    private Condition named(String search, CurrentUser user) {
        return search.isEmpty()
                ? noCondition()
                : field(name("a", "name"), String.class)
                        .containsIgnoreCase(search)
                        .or(conditions.of(DealFilter.of(Map.of("q", search)), user, Action.VIEW));
    }

    private Condition added(DealFilter.Days days) {
        var since = days.from() == null ? noCondition() : AT.ge(start(days.from()));
        return days.to() == null ? since : since.and(AT.lt(start(days.to().plusDays(1))));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(companies.current().timeZone()).toOffsetDateTime();
    }

    private static Condition ofKind(DocumentFilter filter) {
        return filter.kind() == null
                ? noCondition()
                : KIND.eq(inline(filter.kind().name()));
    }

    private static Condition beyond(@Nullable String next) {
        var place = Cursor.read(next, 2);
        if (place.isEmpty()) {
            return noCondition();
        }
        try {
            var at = Instant.parse(place.getFirst()).atOffset(ZoneOffset.UTC);
            return DSL.row(AT, ID).lt(DSL.row(DSL.val(at), DSL.val(Cursor.id(place.get(1)))));
        } catch (DateTimeParseException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }

    private static DealDocument document(Record row) {
        var customer = row.get("customer_id", Long.class);
        return new DealDocument(
                new FileId(row.get("id", Long.class)),
                FileKind.valueOf(row.get("kind", String.class)),
                row.get("name", String.class),
                row.get("attached_at", OffsetDateTime.class).toInstant(),
                row.get("size", Long.class),
                row.get("by_name", String.class),
                new Named(row.get("deal_id", Long.class), row.get("deal_name", String.class)),
                customer == null ? null : new Named(customer, row.get("customer_name", String.class)));
    }
}
