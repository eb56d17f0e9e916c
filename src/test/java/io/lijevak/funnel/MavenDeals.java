package io.lijevak.funnel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lijevak.imports.SharedFiles;
import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The 8,800 real deals of a sales team written straight into the tables, with what their file knows and nothing more. */
public final class MavenDeals {
    private MavenDeals() {}

    /** Writes people with their teams, the type "Maven" with the stages Prospecting and Engaging, and the deals. */
    public static void load(JdbcClient jdbc) throws IOException {
        var teams = read("sales_teams.csv");
        jdbc.sql("insert into team (name) select distinct unnest(cast(:teams as text[]))")
                .param("teams", column(teams, "manager"))
                .update();
        jdbc.sql("""
                insert into person (name, search_text, role, team_id)
                select a.name, lower(a.name), 'SALES_REP', t.id
                from unnest(cast(:names as text[]), cast(:teams as text[])) a (name, team) join team t on t.name = a.team""")
                .param("names", column(teams, "sales_agent"))
                .param("teams", column(teams, "manager"))
                .update();
        var rows = new FunnelWorld(jdbc);
        var prospecting = rows.stage("Prospecting", 101);
        var engaging = rows.stage("Engaging", 102);
        var type = rows.type("Maven", List.of(prospecting, engaging));
        deals(jdbc, type, prospecting, engaging);
        visits(jdbc, prospecting, engaging);
    }

    private static void deals(JdbcClient jdbc, long type, long prospecting, long engaging) throws IOException {
        var deals = read("sales_pipeline.csv");
        jdbc.sql("""
                insert into deal (title, search_text, external_id, type_id, steps_version, stage_id, outcome, responsible_id,
                  amount, currency, rate, opened_at, closed_at)
                select d.product, lower(d.product), d.id, :type, 1,
                  case d.stage when 'Prospecting' then :prospecting else :engaging end,
                  case d.stage when 'Won' then 'WON' when 'Lost' then 'LOST' else 'OPEN' end, p.id,
                  cast(nullif(d.value, '') as numeric), 'EUR', 1,
                  cast(nullif(d.engaged, '') as timestamp) at time zone 'Europe/Zagreb',
                  cast(nullif(d.closed, '') as timestamp) at time zone 'Europe/Zagreb'
                from unnest(cast(:ids as text[]), cast(:agents as text[]), cast(:products as text[]), cast(:stages as text[]),
                  cast(:engaged as text[]), cast(:closed as text[]), cast(:values as text[]))
                  d (id, agent, product, stage, engaged, closed, value)
                join person p on p.name = d.agent""")
                .param("type", type)
                .param("prospecting", prospecting)
                .param("engaging", engaging)
                .param("ids", column(deals, "opportunity_id"))
                .param("agents", column(deals, "sales_agent"))
                .param("products", column(deals, "product"))
                .param("stages", column(deals, "deal_stage"))
                .param("engaged", column(deals, "engage_date"))
                .param("closed", column(deals, "close_date"))
                .param("values", column(deals, "close_value"))
                .update();
    }

    /** When a deal was first met is not known; when it was engaged and closed is. */
    private static void visits(JdbcClient jdbc, long prospecting, long engaging) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, left_at, outcome, cause, left_recorded_at)
                select id, 1, 1, :prospecting, opened_at, case stage_id when :engaging then 'ADVANCED' else 'OPEN' end,
                  'IMPORTED', case stage_id when :engaging then now() end
                from deal""")
                .param("prospecting", prospecting)
                .param("engaging", engaging)
                .update();
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  left_recorded_at)
                select id, 2, 1, :engaging, opened_at, closed_at, outcome, 'IMPORTED',
                  case when outcome <> 'OPEN' then now() end
                from deal where stage_id = :engaging""").param("engaging", engaging).update();
    }

    private static List<NamedCsvRecord> read(String name) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(SharedFiles.get("maven-crm-sales/" + name))) {
            return csv.stream().toList();
        }
    }

    private static String[] column(List<NamedCsvRecord> rows, String name) {
        return rows.stream().map(row -> row.getField(name)).toArray(String[]::new);
    }
}
