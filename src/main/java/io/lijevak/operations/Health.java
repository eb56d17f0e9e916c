package io.lijevak.operations;

import io.lijevak.mail.MailRecord;
import io.lijevak.mail.SendMail;
import io.lijevak.platform.HomeFolder;
import io.lijevak.platform.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks after the machinery: database, disk, migrations, jobs, clock. */
@Component
public class Health {
    private static final long GIGABYTE = 1_000_000_000;
    private static final int OLDEST_DATABASE = 15;
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private final JdbcClient jdbc;
    private final HomeFolder home;
    private final SendMail mail;
    private final MailRecord mailRecord;
    private final Clock clock;

    Health(JdbcClient jdbc, HomeFolder home, SendMail mail, MailRecord mailRecord, Clock clock) {
        this.jdbc = jdbc;
        this.home = home;
        this.mail = mail;
        this.mailRecord = mailRecord;
        this.clock = clock;
    }

    /** All checks, for the administrator. */
    public List<HealthCheck> all() {
        return List.of(
                database(),
                durability(),
                checksums(),
                role(),
                collations(),
                disk(),
                migrations(),
                jobs(),
                mail(),
                clock());
    }

    /** What may be shown before anybody can sign in. */
    public List<HealthCheck> atFirstRun() {
        return List.of(database(), durability(), disk(), clock());
    }

    private HealthCheck database() {
        var version = setting("server_version");
        return HealthCheck.of(
                "database", Integer.parseInt(setting("server_version_num")) / 10_000 >= OLDEST_DATABASE, version);
    }

    private HealthCheck durability() {
        var safe = List.of("fsync", "synchronous_commit", "full_page_writes").stream()
                .allMatch(name ->
                        List.of("on", "local", "remote_write", "remote_apply").contains(setting(name)));
        return HealthCheck.of(
                "durability", safe, setting("fsync"), setting("synchronous_commit"), setting("full_page_writes"));
    }

    private HealthCheck checksums() {
        var on = setting("data_checksums");
        return HealthCheck.of("checksums", on.equals("on"), on);
    }

    private HealthCheck role() {
        record Rights(String name, boolean superuser, boolean creates) {}
        var rights = jdbc.sql("""
                select current_user as name, rolsuper as superuser,
                  has_schema_privilege(current_schema(), 'create') as creates
                from pg_roles where rolname = current_user""").query(Rights.class).single();
        return HealthCheck.of("role", !rights.superuser() && !rights.creates(), rights.name());
    }

    private HealthCheck collations() {
        var wanted = Languages.ALL.stream().map(Languages::collation).toArray(String[]::new);
        var found = jdbc.sql("select count(distinct collname) from pg_collation where collname = any(:names)")
                .param("names", wanted)
                .query(Integer.class)
                .single();
        return HealthCheck.of("collations", found == wanted.length, found, wanted.length);
    }

    private HealthCheck disk() {
        try {
            var store = Files.getFileStore(home.path());
            var free = store.getUsableSpace();
            var enough = free > GIGABYTE && free > store.getTotalSpace() / 20;
            return HealthCheck.of(
                    "disk",
                    enough,
                    gigabytes(free),
                    gigabytes(store.getTotalSpace()),
                    home.path().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HealthCheck migrations() {
        record Applied(int count, String newest, boolean whole) {}
        var applied = jdbc.sql("""
                select count(*) as count, coalesce(max(version), '') as newest, bool_and(success) as whole
                from flyway_schema_history""").query(Applied.class).single();
        return HealthCheck.of("migrations", applied.whole(), applied.count(), applied.newest());
    }

    private HealthCheck jobs() {
        record Jobs(int waiting, int failing, int late, String names) {}
        var jobs = jdbc.sql("""
                select count(*) as waiting,
                  count(*) filter (where consecutive_failures > 0) as failing,
                  count(*) filter (where not picked and execution_time < now() - interval '10 minutes') as late,
                  coalesce(string_agg(distinct task_name, ', ') filter (where consecutive_failures > 0), '') as names
                from scheduled_tasks""").query(Jobs.class).single();
        return HealthCheck.of(
                "jobs", jobs.failing() + jobs.late() == 0, jobs.waiting(), jobs.failing(), jobs.late(), jobs.names());
    }

    /** Good without a server: not every company wants mail. Bad when the last letter could not be handed over. */
    private HealthCheck mail() {
        var settings = mail.settings();
        if (!settings.areGiven()) {
            return HealthCheck.of("mail", true, "none", "", "");
        }
        var last = mailRecord.last();
        var words = last.map(MailRecord.Last::words).orElse(null);
        var state = words != null ? "failed" : last.isPresent() ? "sent" : "untried";
        return HealthCheck.of(
                "mail", words == null, state, settings.server().host(), Objects.requireNonNullElse(words, ""));
    }

    private HealthCheck clock() {
        var database = jdbc.sql("select clock_timestamp()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        var difference = Duration.between(database, clock.instant()).abs();
        return HealthCheck.of("clock", difference.compareTo(CLOCK_TOLERANCE) < 0, difference.toMillis());
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / (double) GIGABYTE);
    }
}
