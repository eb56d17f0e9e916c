package io.lijevak.platform;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the one company row; its absence means that the installation still waits for its first run. */
@Component
public class Companies {
    private final JdbcClient jdbc;
    private volatile @Nullable Company known;

    Companies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Company> find() {
        var company = known;
        if (company == null) {
            company = read().orElse(null);
            known = company;
        }
        return Optional.ofNullable(company);
    }

    public Company current() {
        return find().orElseThrow(() -> new IllegalStateException("the company is not set up"));
    }

    /** Creates the company, or changes it. */
    public void save(Company company) {
        jdbc.sql("""
                insert into company (name, language, country, currency, time_zone)
                values (:name, :language, :country, :currency, :timeZone)
                on conflict (id) do update set name = excluded.name, language = excluded.language,
                  country = excluded.country, currency = excluded.currency, time_zone = excluded.time_zone""")
                .param("name", company.name())
                .param("language", company.language())
                .param("country", company.country())
                .param("currency", company.currency())
                .param("timeZone", company.timeZone().getId())
                .update();
        known = null;
    }

    /** Forgets what was read, after the database was changed from elsewhere. */
    public void forget() {
        known = null;
    }

    private Optional<Company> read() {
        return jdbc.sql("select name, language, country, currency, time_zone from company")
                .query((row, number) -> new Company(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        ZoneId.of(row.getString(5))))
                .optional();
    }
}
