package io.lijevak.customers;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames, retires and revives the sources and categories of customers; history keeps those that are retired. */
@Component
public class KeepReferences {
    private static final int LONGEST_NAME = 200;
    private static final Field<Long> ID = DSL.field(DSL.name("id"), Long.class);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), String.class);
    private static final Field<java.time.OffsetDateTime> RETIRED =
            DSL.field(DSL.name("retired_at"), java.time.OffsetDateTime.class);
    private final DSLContext sql;
    private final AuditTrail audit;

    KeepReferences(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** What customers are filed under. */
    public enum Kind {
        SOURCES("customer_source", "customer", "source_id"),
        CATEGORIES("customer_category", "customer_in_category", "category_id");

        private final String table;
        private final String user;
        private final String column;

        Kind(String table, String user, String column) {
            this.table = table;
            this.user = user;
            this.column = column;
        }

        private Table<Record> rows() {
            return DSL.table(DSL.name(table));
        }
    }

    /** A source or category and how many customers it has. */
    public record Reference(long id, String name, boolean retired, int customers) {}

    public List<Reference> all(Kind kind) {
        var used = DSL.field(DSL.selectCount()
                .from(DSL.table(DSL.name(kind.user)))
                .where(DSL.field(DSL.name(kind.column), Long.class)
                        .eq(DSL.field(DSL.name(kind.table, "id"), Long.class))));
        return sql.select(ID, NAME, RETIRED.isNotNull().as("retired"), used.as("customers"))
                .from(kind.rows())
                .orderBy(RETIRED.isNotNull(), NAME)
                .fetch(row -> new Reference(
                        row.get(ID),
                        row.get(NAME),
                        row.get("retired", Boolean.class),
                        row.get("customers", int.class)));
    }

    @Transactional
    public void add(Kind kind, String name, CurrentUser by) {
        by.require(Resource.PROCESS, Action.EDIT);
        var added = sql.insertInto(kind.rows(), NAME)
                .values(sound(name))
                .onConflictDoNothing()
                .returningResult(ID)
                .fetchOne(ID);
        if (added == null) {
            throw InvalidInput.at("name", "customers.settings.exists");
        }
        record(kind, added, "created", null, name.strip(), by);
    }

    @Transactional
    public void rename(Kind kind, long id, String name, CurrentUser by) {
        by.require(Resource.PROCESS, Action.EDIT);
        var before = require(kind, id);
        var sound = sound(name);
        if (sql.fetchExists(kind.rows(), NAME.eq(sound).and(ID.ne(id)))) {
            throw InvalidInput.at("name", "customers.settings.exists");
        }
        sql.update(kind.rows()).set(NAME, sound).where(ID.eq(id)).execute();
        record(kind, id, "changed", before, sound, by);
    }

    /** Retires it, or revives it when it is retired already. */
    @Transactional
    public void retire(Kind kind, long id, boolean retired, CurrentUser by) {
        by.require(Resource.PROCESS, Action.EDIT);
        var name = require(kind, id);
        sql.update(kind.rows())
                .set(RETIRED, retired ? DSL.currentOffsetDateTime() : DSL.val((java.time.OffsetDateTime) null))
                .where(ID.eq(id))
                .execute();
        record(kind, id, retired ? "retired" : "revived", name, name, by);
    }

    private String require(Kind kind, long id) {
        var name =
                sql.select(NAME).from(kind.rows()).where(ID.eq(id)).forUpdate().fetchOne(NAME);
        if (name == null) {
            throw new RecordNotFound(kind.table, id);
        }
        return name;
    }

    private void record(Kind kind, long id, String action, @Nullable String before, String after, CurrentUser by) {
        audit.record(by, kind.table, id, action, Map.of("name", new Change(before, after)));
    }

    private static String sound(String name) {
        var text = name.strip();
        if (text.isEmpty()) {
            throw InvalidInput.at("name", "platform.problem.required");
        }
        if (text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            throw InvalidInput.at("name", "customers.problem.long", LONGEST_NAME);
        }
        return text;
    }
}
