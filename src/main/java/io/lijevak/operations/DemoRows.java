package io.lijevak.operations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes rows of the demo company in batches, and remembers which rows these are. */
@Component
class DemoRows {
    private final JdbcTemplate jdbc;

    DemoRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids for rows of a table that will be written, remembered as the demo company's. */
    List<Long> reserve(String table, int count) {
        var ids = jdbc.queryForList(
                "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)", Long.class, table, count);
        jdbc.batchUpdate(
                "insert into demo_record (kind, record_id) values (?, ?)",
                ids.stream().map(id -> new Object[] {table, id}).toList());
        return ids;
    }

    void write(String sql, List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(sql, rows);
    }

    List<Long> ids(String sql) {
        return jdbc.queryForList(sql, Long.class);
    }

    static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static List<Integer> upTo(int count) {
        return LongStream.range(0, count).mapToObj(number -> (int) number).toList();
    }
}
