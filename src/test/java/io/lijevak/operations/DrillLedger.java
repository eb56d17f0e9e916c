package io.lijevak.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The drill's own look into the database, beside the application. */
final class DrillLedger {
    private DrillLedger() {}

    /** Deals at the first stage of the first manual deal type. */
    static List<Long> addDeals(Connection database, int count) throws SQLException {
        var deals = new ArrayList<Long>();
        try (var statement = database.createStatement()) {
            for (var n = 0; n < count; n++) {
                try (var rows = statement.executeQuery("""
                        with route as (
                          select t.id as type, t.steps_version, s.stage_id from deal_type t
                          join deal_type_step s on s.deal_type_id = t.id and s.steps_version = t.steps_version
                          where t.mode = 'MANUAL' and s.position = 1 order by t.position limit 1),
                        added as (
                          insert into deal (title, search_text, type_id, steps_version, stage_id, currency, rate, opened_at)
                          select 'Drill', 'drill', type, steps_version, stage_id, 'EUR', 1, now() from route
                          returning id, steps_version, stage_id)
                        insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, cause)
                        select id, 1, steps_version, stage_id, now(), 'CREATED' from added returning deal_id""")) {
                    rows.next();
                    deals.add(rows.getLong(1));
                }
            }
        }
        return deals;
    }

    /** The first two stages of that deal type. */
    static List<Long> stages(Connection database) throws SQLException {
        return longs(database, """
                select s.stage_id from deal_type t
                join deal_type_step s on s.deal_type_id = t.id and s.steps_version = t.steps_version
                where t.mode = 'MANUAL' order by t.position, s.position limit 2""");
    }

    /** The stages each deal has visited, in order. */
    static Map<Long, List<Long>> visits(Connection database) throws SQLException {
        var visits = new TreeMap<Long, List<Long>>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select deal_id, stage_id from stage_visit order by deal_id, seq")) {
            while (rows.next()) {
                visits.computeIfAbsent(rows.getLong(1), deal -> new ArrayList<>())
                        .add(rows.getLong(2));
            }
        }
        return visits;
    }

    private static List<Long> longs(Connection database, String sql) throws SQLException {
        var found = new ArrayList<Long>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}
