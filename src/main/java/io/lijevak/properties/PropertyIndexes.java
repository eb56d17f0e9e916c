package io.lijevak.properties;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;

import io.lijevak.platform.Languages;
import io.lijevak.platform.SchemaOwner;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Indexes of the orders by properties that people ask for, made beside the work of everybody else (ADR 0403). Until one is
 * there, and for tables of few rows, the rows are sorted.
 */
@Component
class PropertyIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(PropertyIndexes.class);
    private static final String PREFIX = "property_order_";
    private static final int WORTH_IT = 20_000;
    private static final int MOST = 24;
    private static final Duration LOOKED_AGAIN = Duration.ofMinutes(10);
    private final Properties properties;
    private final SchemaOwner owner;
    private final List<RecordTable> tables;
    private final Clock clock;
    private final Map<String, Instant> looked = new ConcurrentHashMap<>();
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("property-indexes").factory());

    PropertyIndexes(Properties properties, SchemaOwner owner, List<RecordTable> tables, Clock clock) {
        this.properties = properties;
        this.owner = owner;
        this.tables = tables;
        this.clock = clock;
    }

    /** Sees in the background to the index of an order, now and then once more. */
    void want(PropertyOrder order) {
        var now = clock.instant();
        var key = order.property().id()
                + order.language()
                + order.property().choices().hashCode();
        var before = looked.put(key, now);
        if (before == null || before.plus(LOOKED_AGAIN).isBefore(now)) {
            work.execute(() -> see(order));
        } else {
            looked.put(key, before);
        }
    }

    @PreDestroy
    void stop() {
        work.shutdownNow();
    }

    private void see(PropertyOrder order) {
        try {
            make(order, WORTH_IT);
        } catch (RuntimeException e) {
            LOG.warn(
                    "no index for the order by property {}: lists by it are sorted",
                    order.property().id(),
                    e);
        }
    }

    /** Makes the index, unless the table has fewer rows, and removes those that no order needs any longer. */
    void make(PropertyOrder order, int worthIt) {
        var table = table(order.property().kind());
        owner.work(sql -> {
            if (rows(sql, table) >= worthIt && isAlone(sql)) {
                var kept = kept(sql, table);
                var index = index(sql, table, order);
                if (!kept.contains(index) && kept.size() < MOST) {
                    create(sql, table, order, index);
                }
            }
        });
    }

    /** Those that are needed and were made to their end; the others are removed. */
    private Set<String> kept(DSLContext sql, RecordTable table) {
        var needed = needed(sql, table);
        var kept = new HashSet<String>();
        there(sql, table).forEach((index, sound) -> {
            if (sound && needed.contains(index)) {
                kept.add(index);
            } else {
                sql.execute("drop index concurrently if exists {0}", name(index));
            }
        });
        return kept;
    }

    private static void create(DSLContext sql, RecordTable table, PropertyOrder order, String index) {
        var start = System.nanoTime();
        sql.execute("create index concurrently {0} on {1} ({2})", name(index), name(table.table()), keys(table, order));
        sql.execute("analyze {0}", name(table.table()));
        LOG.info(
                "index {} made in {} ms",
                index,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static QueryPart keys(RecordTable table, PropertyOrder order) {
        var keys = new ArrayList<QueryPart>(
                table.orderedWithin().stream().map(DSL::name).toList());
        keys.add(DSL.sql("({0})", order.field(table.table())));
        keys.add(name("id"));
        return list(keys);
    }

    /** Names tell what is in an index: a list whose values change their places needs another one. */
    private static String index(DSLContext sql, RecordTable table, PropertyOrder order) {
        return PREFIX + order.property().id() + "_"
                + Integer.toHexString(sql.render(keys(table, order)).hashCode());
    }

    private Set<String> needed(DSLContext sql, RecordTable table) {
        var names = new HashSet<String>();
        for (var property : properties.all(table.kind())) {
            if (!property.retired() && PropertyOrder.sorts(property)) {
                Languages.ALL.forEach(
                        language -> names.add(index(sql, table, new PropertyOrder(property, false, language))));
            }
        }
        return names;
    }

    /** The indexes of the table that were made here, and whether each was made to its end. */
    private static Map<String, Boolean> there(DSLContext sql, RecordTable table) {
        var found = new HashMap<String, Boolean>();
        sql.fetch("""
                        select c.relname, i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
                        where i.indrelid = to_regclass({0}) and c.relname like {1}""", inline(table.table()), inline(PREFIX + "%"))
                .forEach(row -> found.put(row.get(0, String.class), row.get(1, Boolean.class)));
        return found;
    }

    private static long rows(DSLContext sql, RecordTable table) {
        var rows = sql.fetchValue(
                "select cast(reltuples as bigint) from pg_class where oid = to_regclass({0})", inline(table.table()));
        return rows instanceof Number number ? number.longValue() : 0;
    }

    /** Whether no other instance is at it; the lock ends with the connection. */
    private static boolean isAlone(DSLContext sql) {
        return Boolean.TRUE.equals(
                sql.fetchValue(field("pg_try_advisory_lock(hashtext({0}))", Boolean.class, inline(PREFIX))));
    }

    private RecordTable table(RecordKind kind) {
        return tables.stream().filter(table -> table.kind() == kind).findFirst().orElseThrow();
    }
}
