package io.lijevak;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tiny shared world of the tests: one company, its people. Every test begins with {@link #reset()}. */
@Component
@TestComponent
public class World {
    private final JdbcClient jdbc;
    private final Companies companies;

    World(JdbcClient jdbc, Companies companies) {
        this.jdbc = jdbc;
        this.companies = companies;
    }

    /** Empties every table and sets up the company "Galeb d.o.o." (Croatian, EUR, Europe/Zagreb). */
    public void reset() {
        jdbc.sql("""
                do $$
                declare names text;
                begin
                  select string_agg(format('%I', tablename), ', ') into names from pg_tables
                  where schemaname = current_schema() and tablename <> 'flyway_schema_history';
                  set local session_replication_role = replica;
                  execute 'truncate ' || names || ' restart identity cascade';
                end $$""").update();
        companies.forget();
        companies.save(new Company("Galeb d.o.o.", "hr", "HR", "EUR", ZoneId.of("Europe/Zagreb")));
    }
}
