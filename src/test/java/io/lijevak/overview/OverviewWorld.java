package io.lijevak.overview;

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
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ninety random deals of two people, with tasks and meetings. */
@Component
class OverviewWorld {
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final int SEED = 20261128;

    private final World world;
    private final JdbcClient jdbc;
    private final Companies companies;
    private final Clock clock;
    private Random random = new Random(SEED);
    private @Nullable Found found;

    private record Found(List<PersonId> people, LocalDate today, long stage, long type) {}

    OverviewWorld(World world, JdbcClient jdbc, Companies companies, Clock clock) {
        this.world = world;
        this.jdbc = jdbc;
        this.companies = companies;
        this.clock = clock;
    }

    void found() {
        world.reset();
        random = new Random(SEED);
        var people =
                List.of(world.person("Ana Marušić", Role.ADMINISTRATOR), world.person("Ivo Barić", Role.SALES_REP));
        var stage = id("insert into stage (name, position) values ('Offer', 1) returning id");
        var type = id("insert into deal_type (name, mode) values ('Sale', 'MANUAL') returning id");
        jdbc.sql(
                        "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, 0, ?, 37)")
                .params(type, stage)
                .update();
        found = new Found(people, companies.current().today(clock), stage, type);
        for (var i = 0; i < 90; i++) {
            var deal = deal();
            if (random.nextInt(4) == 0) {
                sentBack(deal, random.nextInt(16));
            }
        }
        for (var i = 0; i < 12; i++) {
            task(people.get(random.nextInt(2)), random.nextInt(6) - 3);
            meeting(random.nextInt(4) - 1, random.nextBoolean());
        }
    }

    private Found company() {
        return Objects.requireNonNull(found);
    }

    /** An administrator. */
    PersonId ana() {
        return people().getFirst();
    }

    /** Ana, and a sales rep. */
    List<PersonId> people() {
        return company().people();
    }

    LocalDate today() {
        return company().today();
    }

    long stage() {
        return company().stage();
    }

    long type() {
        return company().type();
    }

    /** Goes on from what the deals were made of: the same in each run. */
    Random random() {
        return random;
    }

    private long deal() {
        var outcome = List.of("OPEN", "OPEN", "WON", "LOST").get(random.nextInt(4));
        var closed = random.nextInt(18);
        return id(
                """
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, responsible_id, amount,
                  currency, rate, expected_close, stage_due_at, silent_from, next_step_at, opened_at, closed_at, created_at)
                values ('Deal', 'deal', ?, 1, ?, ?, ?, ?, 'EUR', 1, ?, ?, ?, ?, ?, ?, now()) returning id""",
                type(),
                stage(),
                outcome,
                people().get(random.nextInt(2)).value(),
                new BigDecimal(random.nextInt(100_000)).movePointLeft(2),
                random.nextInt(4) == 0 ? null : today().plusDays(random.nextInt(300) - 40),
                random.nextBoolean() ? null : ago(random.nextInt(6) - 3),
                random.nextBoolean() ? null : ago(random.nextInt(6) - 3),
                random.nextBoolean() ? null : ago(-1),
                random.nextInt(9) == 0 ? null : ago(closed + random.nextInt(3)),
                outcome.equals("OPEN") ? null : ago(closed));
    }

    private void sentBack(long deal, int ago) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  recorded_at, left_recorded_at) values (?, 1, 1, ?, ?, ?, 'RETURNED', 'IMPORTED', ?, ?)""")
                .params(deal, stage(), ago(ago + 1), ago(ago), ago(ago + 1), ago(ago))
                .update();
    }

    private void task(PersonId executor, int ago) {
        jdbc.sql("""
                insert into task (kind, title, search_text, author_id, executor_id, due_at, promised_at, state)
                values ('MANUAL', 'Ring', 'ring', ?, ?, ?, ?, 'OPEN')""")
                .params(executor.value(), executor.value(), ago(ago), ago(ago))
                .update();
    }

    private void meeting(int ago, boolean important) {
        jdbc.sql("""
                insert into interaction (kind, state, at, state_at, subject, search_text, importance, responsible_id,
                  created_at) values ('MEETING', 'PLANNED', ?, ?, 'Talk', 'talk', ?, ?, ?)""")
                .params(ago(ago), ago(2), important ? "HIGH" : "NORMAL", ana().value(), ago(2))
                .update();
    }

    /** What the statement returns. */
    long id(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    static OffsetDateTime ago(int days) {
        return NOW.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }
}
