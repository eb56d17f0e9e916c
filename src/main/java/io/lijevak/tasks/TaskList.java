package io.lijevak.tasks;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.users.CurrentUser;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages of tasks. First the ids are read in the order of an index, then the rows of the page: the names of deals,
 * customers and people are asked for what is shown alone.
 */
@Component
public class TaskList {
    /** Tasks are counted up to here; nobody reads a longer list to its end. */
    public static final int COUNTED = 1_000;

    private static final String ROWS = TaskRows.SELECT + " where t.id = any(:ids)";
    private final DSLContext database;
    private final JdbcClient jdbc;
    private final TaskConditions conditions;
    private final TaskRecords records;

    TaskList(DSLContext database, JdbcClient jdbc, TaskConditions conditions, TaskRecords records) {
        this.records = records;
        this.database = database;
        this.jdbc = jdbc;
        this.conditions = conditions;
    }

    /** A page of at most {@code limit} tasks after the cursor. */
    public Slice<Task> page(TaskFilter filter, @Nullable String cursor, int limit, CurrentUser user) {
        var group = group(filter);
        var moment = filter.when() == TaskFilter.When.DONE ? TaskConditions.CLOSED : TaskConditions.DUE;
        var newestFirst = filter.when() == TaskFilter.When.DONE;
        var found = database.select(group, moment, TaskConditions.ID)
                .from("task t")
                .where(conditions.of(filter, user).and(after(cursor, group, moment, newestFirst)))
                .orderBy(order(filter, group, moment))
                .limit(limit + 1)
                .fetch();
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? cursor(shown.getLast()) : null;
        return new Slice<>(read(shown.stream().map(Record3::value3).toList()), next);
    }

    /** How many there are, up to {@link #COUNTED}. */
    public int count(TaskFilter filter, CurrentUser user) {
        return database.fetchCount(database.selectOne()
                .from("task t")
                .where(conditions.of(filter, user))
                .limit(COUNTED));
    }

    /** The tasks of these ids, in their order. */
    List<Task> read(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var places = new HashMap<Long, Integer>();
        ids.forEach(id -> places.put(id, places.size()));
        var tasks = new ArrayList<>(jdbc.sql(ROWS)
                .param("ids", ids.toArray(Long[]::new))
                .query(TaskRows::read)
                .list());
        records.name(tasks);
        tasks.sort(Comparator.comparing(task -> places.getOrDefault(task.id().value(), 0)));
        return tasks;
    }

    private static Field<Long> group(TaskFilter filter) {
        return switch (filter.group()) {
            case DUE -> inline(0L);
            case DEAL -> coalesce(TaskConditions.column("deal_id", Long.class), inline(Long.MAX_VALUE));
            case STAGE -> coalesce(TaskConditions.column("stage_id", Long.class), inline(Long.MAX_VALUE));
        };
    }

    private static List<SortField<?>> order(TaskFilter filter, Field<Long> group, Field<OffsetDateTime> moment) {
        if (filter.when() == TaskFilter.When.DONE) {
            return List.of(moment.desc(), TaskConditions.ID.desc());
        }
        return filter.group() == TaskFilter.Group.DUE
                ? List.of(moment.asc(), TaskConditions.ID.asc())
                : List.of(group.asc(), moment.asc(), TaskConditions.ID.asc());
    }

    private static Condition after(
            @Nullable String cursor, Field<Long> group, Field<OffsetDateTime> moment, boolean newestFirst) {
        var place = Cursor.read(cursor, 3);
        if (place.isEmpty()) {
            return DSL.trueCondition();
        }
        var at = DSL.val(moment(place.get(1)));
        var id = DSL.val(Cursor.id(place.get(2)));
        if (newestFirst) {
            return DSL.row(moment, TaskConditions.ID).lt(DSL.row(at, id));
        }
        var first = DSL.val(Cursor.id(place.get(0)));
        return Cursor.id(place.get(0)) == 0
                ? DSL.row(moment, TaskConditions.ID).gt(DSL.row(at, id))
                : DSL.row(group, moment, TaskConditions.ID).gt(DSL.row(first, at, id));
    }

    private static String cursor(Record3<Long, OffsetDateTime, Long> row) {
        return Cursor.of(row.value1(), row.value2(), row.value3());
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException tampered) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }
}
