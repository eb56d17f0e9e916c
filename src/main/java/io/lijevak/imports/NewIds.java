package io.lijevak.imports;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Identities for rows about to be written in one batch. */
final class NewIds {
    private NewIds() {}

    /** The next {@code count} values of the table's identity column. */
    static List<Long> of(String table, int count, JdbcClient jdbc) {
        return jdbc.sql("select nextval(pg_get_serial_sequence(:table, 'id')) from generate_series(1, :count)")
                .param("table", table)
                .param("count", count)
                .query(Long.class)
                .list();
    }
}
