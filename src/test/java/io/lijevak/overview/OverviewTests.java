package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The overview counts what the lists show: stuck, coming, changed, and who needs help. */
@Tag("external")
@LijevakTest
class OverviewTests {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    @Autowired
    PeopleInNeed people;

    @Autowired
    Companies companies;

    @Autowired
    Clock clock;

    private PersonId ana;
    private PersonId ivo;
    private LocalDate today;
    private long stage;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
        ivo = world.person("Ivo Barić", Role.SALES_REP);
        today = companies.current().today(clock);
        stage = id("insert into stage (name, position) values ('Offer', 1) returning id");
        type = id("insert into deal_type (name, mode) values ('Sale', 'MANUAL') returning id");
        jdbc.sql(
                        "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, 0, ?, 40)")
                .params(type, stage)
                .update();
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

    @Test
    void figuresAreThoseCountedByHand() throws Exception {
        var answer = reader.json("/api/v1/overview", ana);

        assertThat(answer.at("/stuck/all/deals").asInt()).isEqualTo(2);
        assertThat(answer.at("/stuck/all/sum").decimalValue()).isEqualByComparingTo("300");
        assertThat(answer.at("/stuck/greatest/0/potential").decimalValue()).isEqualByComparingTo("200");
        assertThat(answer.at("/coming/0/key").asString()).isEqualTo("past");
        assertThat(answer.at("/coming/0/expected").decimalValue()).isEqualByComparingTo("80");
        assertThat(answer.at("/coming/1/key").asString())
                .isEqualTo(YearMonth.from(today.plusDays(1)).toString());
        assertThat(answer.at("/coming/2/key").asString()).isEqualTo("none");
        assertThat(answer.at("/weeks/last/WON/deals").asInt()).isEqualTo(2);
        assertThat(answer.at("/weeks/last/WON/sum").decimalValue()).isEqualByComparingTo("30");
        assertThat(answer.at("/weeks/before/WON/sum").decimalValue()).isEqualByComparingTo("70");
        assertThat(answer.at("/weeks/before/LOST/deals").asInt()).isEqualTo(1);
        assertThat(answer.at("/weeks/last/OPENED/deals").asInt()).isEqualTo(3);
        assertThat(answer.at("/team/people/0/name").asString()).isEqualTo("Ivo Barić");
        assertThat(answer.at("/team/people/0/needs/late").asInt()).isEqualTo(2);
        assertThat(answer.at("/team/people/0/needs/silent").asInt()).isEqualTo(1);
        assertThat(answer.at("/team/people/0/needs/unplanned").asInt()).isEqualTo(2);
        assertThat(answer.at("/team/people/0/before/late").asInt()).isZero();
    }

    @Test
    void whatIsSentBackCountsOnceADealAndOpensIt() throws Exception {
        var deal = open(ivo, "30", null, 0, false, true);
        for (var seq = 1; seq <= 2; seq++) {
            visit(deal, seq, "RETURNED", 3, 2);
        }

        assertThat(reader.json("/api/v1/overview", ana)
                        .at("/weeks/last/RETURNED/deals")
                        .asInt())
                .isEqualTo(1);
        everyNumberOpensItsDeals();
    }

    @Test
    void everyNumberOpensItsDeals() throws Exception {
        assertThat(opened("/overview")).isGreaterThanOrEqualTo(14);
    }

    /** Seven days ago two deals stood past the norm of two days, one of which has gone on since. */
    @Test
    void ofAPastDayEveryNumberOpensTheListOfThatDay() throws Exception {
        jdbc.sql("update deal_type_step set norm_days = 2").update();
        var standing = deal("OPEN", ivo, "200", today.plusDays(40), null, null, null, ago(20), null);
        visit(standing, 1, "OPEN", 20, null);
        var moved = deal("OPEN", ana, "90", null, null, null, null, ago(20), null);
        visit(moved, 1, "RETURNED", 20, 18);
        visit(moved, 2, "ADVANCED", 18, 3);
        visit(moved, 3, "OPEN", 3, null);
        var fresh = deal("OPEN", ana, "80", null, null, null, null, ago(20), null);
        visit(fresh, 1, "RETURNED", 20, 8);
        visit(fresh, 2, "OPEN", 8, null);
        var day = today.minusDays(7);

        var then = reader.json("/api/v1/overview?asOf=" + day, ana);

        assertThat(then.at("/today").asString()).isEqualTo(day.toString());
        assertThat(then.at("/stuck/all/deals").asInt()).isEqualTo(2);
        assertThat(then.at("/stuck/greatest/0/id").asLong()).isEqualTo(standing);
        assertThat(then.at("/late/0/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/meetings").isNull() && then.at("/team").isNull()).isTrue();
        assertThat(then.at("/weeks/last/WON/sum").decimalValue()).isEqualByComparingTo("70");
        assertThat(then.at("/weeks/last/LOST/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/weeks/last/RETURNED/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/weeks/before/RETURNED/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/coming").size()).isEqualTo(2);
        assertThat(then.at("/coming/1/deals").asInt()).isEqualTo(4);
        assertThat(opened("/overview?asOf=" + day)).isEqualTo(9);
        assertThat(opened("/overview?known=then&asOf=" + day)).isPositive();
        assertThat(reader.page("/overview?asOf=" + day, ana))
                .contains("Which meetings were planned then is not kept.", "/funnel/bottlenecks?asOf=" + day)
                .doesNotContain("/tasks?whose=team");
        for (var list : List.of("deals/losses", "deals/documents")) {
            assertThat(reader.json("/api/v1/" + list + "?mark=late&asOf=" + day, ana))
                    .as("%s, which knows no past day", list)
                    .isNotNull();
        }
        mvc.perform(get("/api/v1/overview?asOf=soon").with(world.bearer(ana)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("asOf"));
    }

    private void visit(long deal, int seq, String outcome, int entered, @Nullable Integer left) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  recorded_at, left_recorded_at)
                values (?, ?, 1, ?, ?, ?, ?, 'IMPORTED', ?, ?)""")
                .params(
                        deal,
                        seq,
                        stage,
                        ago(entered),
                        left == null ? null : ago(left),
                        outcome,
                        ago(entered),
                        left == null ? null : ago(left))
                .update();
    }

    /** How many numbers of the page open exactly their deals. */
    private int opened(String address) throws Exception {
        var links = Pattern.compile("<a class=\"num\" href=\"(/deals\\?[^\"]+)\">(\\d+)</a>")
                .matcher(reader.page(address, ana));
        var checked = 0;
        while (links.find()) {
            var list = reader.json("/api/v1" + links.group(1).replace("&amp;", "&") + "&limit=100", ana);
            assertThat(list.at("/items").size()).as(links.group(1)).isEqualTo(Integer.parseInt(links.group(2)));
            checked++;
        }

        return checked;
    }

    @Test
    void aWeekLaterNeedsAreCompared() throws Exception {
        people.keep(NOW, today.minusDays(7));
        people.keep(NOW, today.minusDays(7));
        open(ivo, "1", null, 0, false, false);

        var row = reader.json("/api/v1/overview", ana).at("/team/people/0");

        assertThat(row.at("/before/unplanned").asInt()).isEqualTo(2);
        assertThat(row.at("/needs/unplanned").asInt()).isEqualTo(3);
        assertThat(reader.page("/overview", ana)).contains("1 more");
    }

    @Test
    void needsOfAWeekAgoThatWereNotKeptAreToldByTheWarningsOfThen() throws Exception {
        jdbc.sql("""
                insert into risk_signal (deal_id, kind, since, noticed_at, until, ending)
                select id, w.kind, :long, :long, w.until, case when w.until is not null then 'GONE' end
                from deal cross join (values ('LATE', null), ('SILENT', cast(:since as timestamptz)),
                  ('UNPLANNED', cast(:before as timestamptz))) as w (kind, until)
                where outcome = 'OPEN' and responsible_id = :ivo""")
                .param("long", ago(20))
                .param("since", ago(2))
                .param("before", ago(9))
                .param("ivo", ivo.value())
                .update();

        var before = reader.json("/api/v1/overview", ana).at("/team/people/0/before");

        assertThat(List.of(
                        before.at("/late").asInt(),
                        before.at("/silent").asInt(),
                        before.at("/unplanned").asInt()))
                .containsExactly(2, 2, 0);

        people.keep(NOW, today);

        var kept = jdbc.sql(
                        "select late, silent, unplanned, overdue from overview_need where day = :before and person_id = :ivo")
                .param("before", today.minusDays(7))
                .param("ivo", ivo.value())
                .query(PeopleInNeed.Needs.class)
                .single();
        assertThat(kept)
                .isEqualTo(new PeopleInNeed.Needs(2, 2, 0, before.at("/overdue").asInt()));
    }

    @Test
    void aRepSeesTheOwnAlone() throws Exception {
        var answer = reader.json("/api/v1/overview", ivo);

        assertThat(answer.at("/coming").size()).isEqualTo(2);
        assertThat(answer.at("/team/people").size()).isEqualTo(1);
    }

    @Test
    void whoLeadsOthersBeginsHere() throws Exception {
        var head = world.person("Eva Horvat", Role.HEAD_OF_SALES);

        mvc.perform(get("/").with(world.signedInAs(head))).andExpect(redirectedUrl("/overview"));
        mvc.perform(get("/").with(world.signedInAs(ivo))).andExpect(redirectedUrl("/tasks"));
        mvc.perform(get("/").with(world.signedInAs(ana))).andExpect(redirectedUrl("/health"));
    }

    private long open(
            PersonId who, String amount, @Nullable LocalDate expected, int late, boolean silent, boolean planned) {
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
        deal(outcome, ivo, amount, null, null, null, null, ago(30), ago(closedAgo));
    }

    private long deal(
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
                type,
                stage,
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

    private static OffsetDateTime ago(int days) {
        return NOW.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }
}
