package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every number of the overview has a passport, and a second count, row by row in memory, tells the same. */
@LijevakTest
class OverviewPassportTests {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Pattern PASSPORT = Pattern.compile("href=\"(/overview/passport\\?[^\"]+)\"");

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reader reader;

    @Autowired
    ShowOverview overviews;

    @Autowired
    ShowOverviewPassport passports;

    @Autowired
    Companies companies;

    @Autowired
    Clock clock;

    private final Random random = new Random(20261128);
    private List<PersonId> people;
    private PersonId ana;
    private LocalDate today;
    private long stage;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
        people = List.of(ana, world.person("Ivo Barić", Role.SALES_REP));
        today = companies.current().today(clock);
        stage = id("insert into stage (name, position) values ('Offer', 1) returning id");
        type = id("insert into deal_type (name, mode) values ('Sale', 'MANUAL') returning id");
        jdbc.sql(
                        "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, 0, ?, 37)")
                .params(type, stage)
                .update();
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

    @Test
    void everyNumberIsWhatASecondCountTells() throws Exception {
        var told = new TreeSet<String>();
        for (var viewer : people) {
            var links = PASSPORT.matcher(reader.page("/overview?numbers=passport", viewer));
            while (links.find()) {
                var address = links.group(1).replace("&amp;", "&");
                var passport = reader.json("/api/v1" + address + "&recount=true", viewer);
                told.add(passport.at("/number").asString());
                assertThat(passport.at("/recount/equal").asBoolean())
                        .as("%s: %s", address, passport)
                        .isTrue();
            }
        }

        assertThat(told)
                .contains("changed", "changedSum", "changedDifference", "stuck", "stuckSum", "coming")
                .contains("comingPotential", "comingExpected", "meetings", "overdueOfAll", "late", "silent")
                .contains("unplanned", "overdue", "weekAgo");
    }

    @Test
    void aFalsifiedNumberIsSaidToDiffer() {
        var user = world.user(ana);
        var honest = overviews.of(null, user);
        var won = honest.weeks().last(WeekChanges.Change.WON);
        var weeks = new WeekChanges.Weeks(
                Map.of(WeekChanges.Change.WON, new Amount(won.deals(), won.sum().add(BigDecimal.ONE))),
                honest.weeks().before());
        var open = Objects.requireNonNull(honest.open());
        var falsified = new Overview(
                honest.today(),
                null,
                honest.stuck(),
                honest.coming(),
                weeks,
                new Overview.Open(open.endOfWeek(), open.meetings(), open.allMeetings() + 1, open.team()),
                List.of());

        assertThat(again(falsified, OverviewNumber.CHANGED_SUM, "won")).isFalse();
        assertThat(again(falsified, OverviewNumber.MEETINGS, "")).isFalse();
        assertThat(again(honest, OverviewNumber.CHANGED_SUM, "won")).isTrue();
    }

    private boolean again(Overview overview, OverviewNumber number, String of) {
        return passports
                .recount(overview, number, of, world.user(ana))
                .orElseThrow()
                .again()
                .equal();
    }

    @Test
    void thePassportSaysWhichDealsAreNotInItAndWhyOneIsNot() throws Exception {
        var won = id("select min(id) from deal where outcome = 'WON'");

        var page = reader.page("/overview/passport?number=stuck&recount=true&deal=" + won, ana);

        assertThat(page).contains("it is not, because it is closed", "Not in it: is closed", "Equal");
        assertThat(page).contains("/deals?outcome=open&amp;mark=late");
    }

    @Test
    void aRepIsToldNothingOfDealsOutOfReach() throws Exception {
        var others = id("select min(id) from deal where responsible_id = " + ana);

        assertThat(reader.page("/overview/passport?number=stuck&deal=" + others, people.getLast()))
                .contains("There is no such deal among those you may see");
        var all = reader.json("/api/v1/overview/passport?number=stuck", people.getLast());
        assertThat(all.at("/value").asLong())
                .isEqualTo(reader.json("/api/v1/overview", people.getLast())
                        .at("/stuck/all/deals")
                        .asLong());
    }

    private long deal() {
        var outcome = List.of("OPEN", "OPEN", "WON", "LOST").get(random.nextInt(4));
        var closed = random.nextInt(18);
        return id(
                """
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, responsible_id, amount,
                  currency, rate, expected_close, stage_due_at, silent_from, next_step_at, opened_at, closed_at, created_at)
                values ('Deal', 'deal', ?, 1, ?, ?, ?, ?, 'EUR', 1, ?, ?, ?, ?, ?, ?, now()) returning id""",
                type,
                stage,
                outcome,
                people.get(random.nextInt(2)).value(),
                new BigDecimal(random.nextInt(100_000)).movePointLeft(2),
                random.nextInt(4) == 0 ? null : today.plusDays(random.nextInt(300) - 40),
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
                .params(deal, stage, ago(ago + 1), ago(ago), ago(ago + 1), ago(ago))
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
                .params(ago(ago), ago(2), important ? "HIGH" : "NORMAL", ana.value(), ago(2))
                .update();
    }

    private long id(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private static OffsetDateTime ago(int days) {
        return NOW.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }
}
