package io.lijevak.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Deals with their ledger and facts, put many times over into the tables by SQL: ten millions in a fraction of the time
 * that it takes to make them one by one. Every row of these tables is there; indexes of deals that no question to the
 * funnel reads are left out, and rows of other tables belong to the first of the equal deals.
 */
final class ManyTimes {
    /** In the order in which they refer to each other. */
    private static final List<String> TABLES = List.of("deal", "stage_visit", "deal_fact", "stage_fact");

    private static final List<String> READ_OF_DEALS = List.of("deal_of_type", "deal_closed");

    private final Connection connection;
    /** Greatest number of a deal and of a visit: how far the equal rows lie from each other. */
    private final long deals;

    private final long visits;

    ManyTimes(Connection connection) throws SQLException {
        this.connection = connection;
        deals = number("select max(id) from deal");
        visits = number("select max(id) from stage_visit");
    }

    /** Puts every deal there so many times. */
    void put(int times) throws SQLException {
        run("set session_replication_role = replica"); // neither triggers nor references
        run("set maintenance_work_mem = '512MB'");
        for (var table : TABLES) {
            System.out.println("putting every " + table + " there " + times + " times");
            var indexes = withoutIndexes(table);
            for (var time = 1; time < times; time++) {
                run(again(table, time));
            }
            for (var index : indexes) {
                run(index);
            }
            run("vacuum analyze " + table);
        }
        run("set session_replication_role = default");
        for (var table : List.of("deal", "stage_visit")) {
            run("select setval(pg_get_serial_sequence('%1$s', 'id'), max(id)) from %1$s".formatted(table));
        }
    }

    /** Drops the indexes that are no constraints; gives the statements that make anew those that questions read. */
    private List<String> withoutIndexes(String table) throws SQLException {
        var definitions = texts("""
                select c.relname || '=' || pg_get_indexdef(i.indexrelid)
                from pg_index i join pg_class c on c.oid = i.indexrelid
                where i.indrelid = '%s'::regclass and not exists
                  (select from pg_constraint x where x.conindid = i.indexrelid)""".formatted(table));
        var anew = new ArrayList<String>();
        for (var definition : definitions) {
            var name = definition.substring(0, definition.indexOf('='));
            run("drop index " + name);
            if (!table.equals("deal") || READ_OF_DEALS.contains(name)) {
                anew.add(definition.substring(name.length() + 1));
            }
        }
        return anew;
    }

    private String again(String table, int time) throws SQLException {
        var deal = table.equals("deal") ? "id" : "deal_id";
        var further = table.equals("stage_visit")
                ? Map.of(deal, time * deals, "id", time * visits)
                : Map.of(deal, time * deals);
        var columns = texts("""
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'""".formatted(table));
        var values = columns.stream()
                .map(column -> further.containsKey(column) ? column + " + " + further.get(column) : column)
                .toList();
        return "insert into %s (%s) overriding system value select %s from %s where %s <= %d"
                .formatted(table, String.join(", ", columns), String.join(", ", values), table, deal, deals);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }
}
