package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.platform.Companies;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seven deals of two people, few enough to be counted by hand. */
@Component
class CountedDeals {
    private final World world;
    private final JdbcClient jdbc;
    private final Companies companies;
    private final Clock clock;
    private final Reader reader;
    private @Nullable Found found;

    private record Found(Instant now, PersonId ana, PersonId ivo, LocalDate today, long stage, long type) {}

    CountedDeals(World world, JdbcClient jdbc, Companies companies, Clock clock, Reader reader) {
        this.world = world;
        this.jdbc = jdbc;
        this.companies = companies;
        this.clock = clock;
        this.reader = reader;
    }

    void found() {
        world.reset();
        var ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
        var ivo = world.person("Ivo Barić", Role.SALES_REP);
        var today = companies.current().today(clock);
        var stage = id("insert into stage (name, position) values ('Offer', 1) returning id");
        var type = id("insert into deal_type (name, mode) values ('Sale', 'MANUAL') returning id");
        jdbc.sql(
                        "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, 0, ?, 40)")
                .params(type, stage)
                .update();
        found = new Found(Instant.now().truncatedTo(ChronoUnit.SECONDS), ana, ivo, today, stage, type);
        // open: 100 and 200 of Ivo, past the norm, the greater one silent too; 50 of Ana with a step and no day
        open(ivo, "100", today.plusDays(1), 2, false, false);
        open(ivo, "200", today.minusDays(1), 1, true, false);
        open(ana, "50", null, 0, false, true);
        // closed: two won this week, one the week before; one lost the week before
        closed("WON", "10", 2);
        closed("WON", "20", 3);
        closed("WON", "70", 9);
        closed("LOST", "5", 10);
    }

    private Found company() {
        return Objects.requireNonNull(found);
    }

    Instant now() {
        return company().now();
    }

    /** An administrator. */
    PersonId ana() {
        return company().ana();
    }

    /** A sales rep. */
    PersonId ivo() {
        return company().ivo();
    }

    LocalDate today() {
        return company().today();
    }

    void visit(long deal, int seq, String outcome, int entered, @Nullable Integer left) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  recorded_at, left_recorded_at)
                values (?, ?, 1, ?, ?, ?, ?, 'IMPORTED', ?, ?)""")
                .params(
                        deal,
                        seq,
                        company().stage(),
                        ago(entered),
                        left == null ? null : ago(left),
                        outcome,
                        ago(entered),
                        left == null ? null : ago(left))
                .update();
    }

    /** How many numbers of the page open exactly their deals. */
    int opened(String address) throws Exception {
        var links = Pattern.compile("<a class=\"num\" href=\"(/deals\\?[^\"]+)\">(\\d+)</a>")
                .matcher(reader.page(address, ana()));
        var checked = 0;
        while (links.find()) {
            var list = reader.json("/api/v1" + links.group(1).replace("&amp;", "&") + "&limit=100", ana());
            assertThat(list.at("/items").size()).as(links.group(1)).isEqualTo(Integer.parseInt(links.group(2)));
            checked++;
        }
        return checked;
    }

    long open(PersonId who, String amount, @Nullable LocalDate expected, int late, boolean silent, boolean planned) {
        return deal(
                "OPEN",
                who,
                amount,
                expected,
                late == 0 ? null : ago(late),
                silent ? ago(1) : null,
                planned ? ago(-1) : null,
                ago(4),
                null);
    }

    private void closed(String outcome, String amount, int closedAgo) {
        deal(outcome, ivo(), amount, null, null, null, null, ago(30), ago(closedAgo));
    }

    long deal(
            String outcome,
            PersonId who,
            String amount,
            @Nullable LocalDate expected,
            @Nullable OffsetDateTime due,
            @Nullable OffsetDateTime silent,
            @Nullable OffsetDateTime step,
            OffsetDateTime opened,
            @Nullable OffsetDateTime closed) {
        return id(
                """
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, responsible_id, amount,
                  currency, rate, expected_close, stage_due_at, silent_from, next_step_at, opened_at, closed_at, created_at)
                values ('Deal', 'deal', ?, 1, ?, ?, ?, ?, 'EUR', 1, ?, ?, ?, ?, ?, ?, now()) returning id""",
                company().type(),
                company().stage(),
                outcome,
                who.value(),
                new BigDecimal(amount),
                expected,
                due,
                silent,
                step,
                opened,
                closed);
    }

    private long id(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    OffsetDateTime ago(int days) {
        return now().minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }
}
