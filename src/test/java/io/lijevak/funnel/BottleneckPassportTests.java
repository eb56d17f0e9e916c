package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.BottleneckReckoning.Number;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every number of the bottlenecks has a passport, whose formula gives it, from the report's inputs and from the ledger's. */
@LijevakTest
class BottleneckPassportTests {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    Reader reader;

    private final Random random = new Random(20261128);
    private PersonId head;
    private PersonId rep;
    private List<Long> stages;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rep = world.person("Ivo Barić", Role.SALES_REP);
        var rows = new FunnelWorld(jdbc);
        stages = List.of(rows.stage("Contact", 1), rows.stage("Offer", 2), rows.stage("Contract", 3));
        type = rows.type("Sale", stages);
        for (var i = 0; i < 150; i++) {
            deal(rows);
        }
        facts.rebuild();
    }

    private void deal(FunnelWorld rows) {
        var closed = random.nextInt(400) + 1;
        var opened = closed + random.nextInt(60);
        var visits = new ArrayList<Visit>();
        var ends = random.nextInt(stages.size() + 1);
        for (var i = 0; i <= Math.min(ends, stages.size() - 1); i++) {
            var last = i == Math.min(ends, stages.size() - 1);
            var outcome = last ? ends == stages.size() ? "WON" : "LOST" : "ADVANCED";
            var entered = ago(opened - (opened - closed) * i / stages.size());
            var left = last ? ago(closed) : ago(opened - (opened - closed) * (i + 1) / stages.size());
            visits.add(new Visit(stages.get(i), entered, left, outcome, amount(), amount(), entered, left));
        }
        var end = visits.getLast();
        rows.deal(
                new Deal(
                        type,
                        end.stage(),
                        end.outcome(),
                        random.nextBoolean() ? head.value() : rep.value(),
                        null,
                        null,
                        end.exit(),
                        ago(opened),
                        ago(closed)),
                visits);
    }

    private BigDecimal amount() {
        return new BigDecimal(random.nextInt(100_000)).movePointLeft(2);
    }

    private static Instant ago(int days) {
        return TODAY.minus(days, ChronoUnit.DAYS).plusSeconds(1_000L * days);
    }

    @Test
    void everyNumberIsWhatItsFormulaGivesAndTheLedgerTells() throws Exception {
        var known = new TreeSet<String>();
        for (var viewer : List.of(head, rep)) {
            for (var stage : stages) {
                for (var number : Number.values()) {
                    var told = passport(stage, number, viewer);
                    if (!told.at("/value").isNull()) {
                        known.add(number.word());
                    }
                    assertThat(told.at("/recount/equal").asBoolean())
                            .as("%s of %s: %s", number, stage, told)
                            .isTrue();
                }
            }
        }

        assertThat(known).hasSize(Number.values().length);
    }

    @Test
    void theFormulaOfTheExcessIsTheOneOfTheReport() throws Exception {
        var told = passport(stages.get(1), Number.EXCESS, head);

        var report = reader.json("/api/v1/funnel/bottlenecks", head).at("/stages/1");
        assertThat(told.at("/value").asDouble()).isEqualTo(report.at("/excess").asDouble(), within(1e-6));
        assertThat(told.at("/formula").asString()).isEqualTo("{lost} − {expected} × {decided}");
        assertThat(report.at("/lost").asDouble()
                        - report.at("/expected").asDouble()
                                * report.at("/decided").asDouble())
                .isEqualTo(told.at("/value").asDouble(), within(1e-3));
        var members = told.at("/members");
        var out = members.at("/excluded")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .sum();
        assertThat(members.at("/count").asLong())
                .isEqualTo(report.at("/decided").asLong());
        assertThat(members.at("/excluded/closed-outside").asLong()).isPositive();
        assertThat(members.at("/count").asLong() + out)
                .isEqualTo(members.at("/deals").asLong())
                .isEqualTo(150);
        assertThat(passport(stages.get(1), Number.ONWARD, head).at("/members").isNull())
                .isTrue();
    }

    @Test
    void aNumberThatTheLedgerDoesNotTellIsSaidToDiffer() throws Exception {
        var offer = stages.get(1);
        passport(offer, Number.MONEY, head);
        jdbc.sql("alter table stage_visit disable trigger user").update();
        jdbc.sql("update stage_visit set exit_potential = exit_potential + 1 where outcome = 'LOST' and stage_id = ?")
                .param(offer)
                .update();
        jdbc.sql("alter table stage_visit enable trigger user").update();

        var average = passport(offer, Number.AVERAGE, head);

        assertThat(average.at("/recount/equal").asBoolean()).isFalse();
        assertThat(average.at("/recount/differing/0").asString()).isEqualTo("amount");
        assertThat(page(offer, "average&recount=true", head)).contains("Not equal", "It differs in: amount lost");
        assertThat(passport(offer, Number.LOSS, head).at("/recount/equal").asBoolean())
                .isTrue();
    }

    @Test
    void thePageFillsTheFormulaInAndEachInputOpensItsOwn() throws Exception {
        var page = page(stages.get(1), "excess", head);

        assertThat(page).contains("lost − expected × decided", "Lost too many", "Europe/Zagreb", "Why is this deal");
        assertThat(Pattern.compile("/funnel/passport\\?cell=").matcher(page).results())
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(page).contains("number=before");
    }

    @Test
    void numbersOpenPassportsWhereAsked() throws Exception {
        assertThat(reader.page("/funnel/bottlenecks?numbers=passport", head))
                .contains("/funnel/passport?cell=", "/funnel/bottlenecks/passport?", "Numbers open their lists")
                .doesNotContain("<a class=\"num\" href=\"/deals?funnel=");
        assertThat(reader.page("/funnel/bottlenecks", head)).contains("Numbers open passports", "/deals?funnel=");
    }

    private JsonNode passport(long stage, Number number, PersonId viewer) throws Exception {
        return reader.json(
                "/api/v1/funnel/bottlenecks/passport?stage=" + stage + "&number=" + number.word() + "&recount=true",
                viewer);
    }

    private String page(long stage, String number, PersonId viewer) throws Exception {
        return reader.page("/funnel/bottlenecks/passport?stage=" + stage + "&number=" + number, viewer);
    }
}
