package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.DealFacts;
import io.lijevak.reports.ReportWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Every number of the reports on people has a passport; on random deals its formula and a second count give the number. */
@LijevakTest
class PeoplePassportTests {
    private static final Pattern PASSPORT = Pattern.compile("href=\"(/reports/people/passport\\?[^\"]+)\"");
    private static final String ALL = "averageDeal=1&salesPerDeal=1&calls=1&meetings=1&numbers=passport";

    /** Numbers that are shown with a 90 % interval; work that was done has none. */
    private static final Set<String> INTERVAL = Set.of("value", "score", "ratio", "conversion", "company");

    @Autowired
    World world;

    @Autowired
    ReportWorld rows;

    @Autowired
    DealFacts facts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private final Random random = new Random(20261128);
    private List<PersonId> reps;
    private long first;
    private long second;
    private long type;

    @BeforeEach
    void deals() {
        rows.found();
        reps = List.of(rows.petra(), rows.ivan(), rows.mia());
        first = rows.stage("Contact", 1);
        second = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(first, second));
        var customers = List.of(rows.customer("Galeb", null), rows.customer("Jelen", null));
        for (var rep : reps) {
            for (var i = 0; i < 24; i++) {
                var customer = random.nextInt(3) == 0 ? null : customers.get(random.nextInt(2));
                work(rep, deal(rep, customer));
            }
        }
        jdbc.sql("insert into customer_source (name) values ('Web'), ('Fair')").update();
        jdbc.sql(
                        "update deal set source_id = (select min(id) + deal.id % 2 from customer_source where name in ('Web', 'Fair'))")
                .update();
        facts.rebuild();
    }

    private long deal(PersonId rep, Long customer) {
        var visits = new ArrayList<Visit>();
        var ends = random.nextInt(4);
        if (ends == 0) {
            visits.add(new Visit(first, led(rep), "LOST"));
        } else {
            visits.add(new Visit(first, led(rep), "ADVANCED"));
            visits.add(new Visit(second, led(rep), ends == 1 ? "LOST" : "WON"));
        }
        var amount = random.nextInt(9) == 0 ? null : new BigDecimal(random.nextInt(100_000)).movePointLeft(2);
        return rows.deal(type, rep.value(), customer, amount, 4 + random.nextInt(30), 8 + random.nextInt(40), visits);
    }

    private Long led(PersonId rep) {
        return random.nextInt(4) == 0 ? reps.get(random.nextInt(3)).value() : rep.value();
    }

    private void work(PersonId rep, long deal) {
        for (var i = random.nextInt(4); i > 0; i--) {
            var kind = List.of("CALL", "MEETING", "EMAIL", "NOTE").get(random.nextInt(4));
            var when = ReportWorld.TODAY
                    .minus(6 + random.nextInt(60), ChronoUnit.DAYS)
                    .plusSeconds(random.nextInt(80_000));
            var fails = !kind.equals("NOTE") && random.nextInt(5) == 0;
            rows.contact(kind, fails ? "FAILED" : "HELD", rep.value(), deal, when);
            if (random.nextInt(3) == 0) {
                rows.takesPart(reps.get(random.nextInt(3)).value());
            }
        }
        if (random.nextInt(3) == 0) {
            rows.assignment(
                    rows.ana().value(),
                    rep.value(),
                    random.nextBoolean() ? null : Integer.valueOf(random.nextInt(5) - 2));
        }
    }

    /** The passports that the pages, and the passports themselves, lead to. */
    private Map<String, JsonNode> passports(PersonId viewer) throws Exception {
        var waiting = new ArrayDeque<String>();
        for (var page : List.of("?" + ALL, "/fair?numbers=passport", "/effort?numbers=passport")) {
            links("/reports/people" + page, viewer, waiting);
        }
        links("/reports/people/customers?numbers=passport&by=source", viewer, waiting);
        links("/reports/people/stages?numbers=passport&person=" + rows.ivan(), viewer, waiting);
        var found = new LinkedHashMap<String, JsonNode>();
        while (!waiting.isEmpty()) {
            var address = waiting.remove();
            if (!found.containsKey(address) && !address.contains("person=" + rows.mia())) {
                var told = reader.json("/api/v1" + address + "&recount=true", viewer);
                found.put(address, told);
                for (var input : told.at("/inputs")) {
                    var next = input.at("/address").asString("");
                    if (next.startsWith("/reports/people/passport")) {
                        waiting.add(next);
                    }
                }
            }
        }
        return found;
    }

    private void links(String page, PersonId viewer, ArrayDeque<String> to) throws Exception {
        var links = PASSPORT.matcher(reader.page(page, viewer));
        while (links.find()) {
            to.add(links.group(1).replace("&amp;", "&"));
        }
    }

    @Test
    void everyNumberIsWhatItsFormulaGivesAndASecondCountTells() throws Exception {
        var passports = passports(rows.ana());

        var told = new TreeSet<String>();
        passports.forEach((address, passport) -> {
            told.add(passport.at("/number").asString());
            assertThat(passport.at("/recount/equal").asBoolean())
                    .as("%s: %s", address, passport)
                    .isTrue();
            assertThat(passport.at("/value").isNull()).as(address).isFalse();
            assertThat(passport.at("/formula").asString())
                    .as("%s: %s", address, passport)
                    .matches(address.contains("number=value") ? ".*" : ".+");
            assertThat(passport.at("/inputs").findValuesAsString("code").contains("high"))
                    .as("%s: %s", address, passport)
                    .isEqualTo(INTERVAL.contains(passport.at("/number").asString())
                            && !address.contains("of=calls")
                            && !address.contains("of=meetings"));
        });
        assertThat(told)
                .contains("value", "average", "index", "score", "place", "lastPlace", "expected", "ratio", "credited")
                .contains("each", "month", "conversion", "company", "beyond", "share", "credit");
    }

    @Test
    void numbersThatTheLedgerDoesNotTellAreSaidToDiffer() throws Exception {
        reader.page("/reports/people?" + ALL, rows.ana());
        jdbc.sql("alter table stage_visit disable trigger user").update();
        jdbc.sql("update stage_visit set outcome = 'WON' where outcome = 'LOST' and stage_id = ?")
                .param(second)
                .update();
        jdbc.sql("alter table stage_visit enable trigger user").update();

        for (var number : List.of(
                "report=league&number=value&of=wonCount",
                "report=league&number=value&of=winRate",
                "report=league&number=index&of=wonAmount",
                "report=league&number=score",
                "report=fair&number=expected",
                "report=fair&number=ratio",
                "report=fair&number=credit",
                "report=effort&number=each&of=win",
                "report=stages&number=conversion&of=" + second,
                "report=stages&number=beyond&of=" + second)) {
            var told = reader.json(
                    "/api/v1/reports/people/passport?recount=true&person=" + rows.ivan() + "&" + number, rows.ana());
            assertThat(told.at("/recount/equal").asBoolean())
                    .as("%s: %s", number, told)
                    .isFalse();
        }
    }

    @Test
    void aPersonOfWhomTheLedgerTellsNothingDiffers() throws Exception {
        jdbc.sql("update deal set responsible_id = ? where responsible_id = ?")
                .params(rows.ivan().value(), rows.mia().value())
                .update();

        for (var number : List.of("league&number=value&of=wonCount", "league&number=score", "fair&number=ratio")) {
            var told = reader.json(
                    "/api/v1/reports/people/passport?recount=true&person=" + rows.mia() + "&report=" + number,
                    rows.ana());
            assertThat(told.at("/recount/equal").asBoolean())
                    .as("%s: %s", number, told)
                    .isFalse();
        }
    }

    /** Of two won deals one takes over amount and days from the other: sums stay, sums of squares do not. */
    @Test
    void anIntervalThatTheLedgerDoesNotTellIsSaidToDifferWhereTheNumberDoesNot() throws Exception {
        jdbc.sql("""
                with won as (
                  select deal_id, row_number() over (order by potential desc) as place from stage_fact
                  where responsible_id = ? and state = 'WON' and standing and potential > 50)
                update stage_fact f set potential = potential + case place when 1 then 50 else -50 end,
                  opened_at = opened_at + case place when 1 then 1 else -1 end * interval '9000 seconds'
                from won where won.deal_id = f.deal_id and f.standing and place <= 2""").param(rows.ivan().value()).update();

        for (var number : List.of(
                "value&of=wonAmount", "value&of=averageDeal", "value&of=salesPerDeal", "value&of=daysToWin", "score")) {
            assertThat(differing(number)).as(number).contains("high").isSubsetOf("low", "high");
        }
        assertThat(differing("value&of=wonCount")).isEmpty();
    }

    private List<String> differing(String number) throws Exception {
        var again = reader.json(
                        "/api/v1/reports/people/passport?report=league&recount=true&person=" + rows.ivan() + "&number="
                                + number,
                        rows.ana())
                .at("/recount");
        var differing = new ArrayList<String>();
        again.at("/differing").forEach(code -> differing.add(code.asString()));
        assertThat(again.at("/equal").asBoolean()).isEqualTo(differing.isEmpty());
        return differing;
    }

    @Test
    void thePageFillsTheFormulaIn() throws Exception {
        var page = reader.page(
                "/reports/people/passport?report=league&number=index&of=wonAmount&person=" + rows.ivan(), rows.ana());

        assertThat(page)
                .contains("100 × value / average rep", "100 × ", "Ivan Perić", "Europe/Zagreb", "number=average");
        assertThat(reader.page(
                        "/reports/people/passport?report=league&number=value&of=winRate&recount=true&person="
                                + rows.ivan(),
                        rows.ana()))
                .contains("Not in it: has another responsible person", "Why is this deal not in it?", "Equal")
                .contains("/funnel/passport?cell=");
        assertThat(reader.page(
                        "/reports/people/passport?report=league&number=value&of=wonAmount&recount=true&person="
                                + rows.ivan(),
                        rows.ana()))
                .contains(
                        "90 % interval from", "compound Poisson", "ends of the interval are worked out again", "Equal")
                .containsPattern("The ledger says [^<]+ · 90 % interval [0-9,.]+ to [0-9,.]+\\.");
        var members = reader.json(
                        "/api/v1/reports/people/passport?report=league&number=value&of=winRate&person=" + rows.ivan(),
                        rows.ana())
                .at("/members");
        assertThat(members.at("/count").asLong()).isEqualTo(24);
        assertThat(members.at("/excluded/owner").asLong()).isEqualTo(48);
        assertThat(members.at("/deals").asLong()).isEqualTo(72);
    }

    @Test
    void aRepOpensTheOwnNumbersOnlyAndNoAverageOfFew() throws Exception {
        var links = new ArrayDeque<String>();
        links("/reports/people?" + ALL, rows.ivan(), links);

        assertThat(links).isNotEmpty().noneMatch(link -> link.contains("number=average"));
        refused("report=league&number=value&of=winRate&person=" + rows.mia());
        refused("report=league&number=average&of=winRate");
        refused("report=fair&number=ratio&person=" + rows.ivan());
        refused("report=effort&number=each&of=win&person=" + rows.mia());
        refused("report=customers&number=share&person=" + rows.mia());
        refused("report=nothing&number=share");
        mvc.perform(get("/api/v1/reports/people/passport?report=stages&number=conversion&of=" + first + "&person="
                                + rows.mia())
                        .with(world.bearer(rows.ivan())))
                .andExpect(status().isForbidden());
    }

    /** Of those whom Petra does not see there is Mia alone, so the company's average would tell of her. */
    @Test
    void aHeadOfFewSeesTheFormulaOfTheScoreByTheAverageOfThoseShown() throws Exception {
        var address = "/reports/people/passport?report=league&recount=true&person=" + rows.ivan();

        var score = reader.json("/api/v1" + address + "&number=score", rows.petra());
        var index = reader.json("/api/v1" + address + "&number=index&of=wonCount", rows.petra());
        var shown = reader.json(
                "/api/v1/reports/people/passport?report=league&number=shown&of=wonCount&recount=true", rows.petra());

        assertThat(score.at("/formula").asString()).contains("{index.wonAmount}", "{index.winRate}");
        assertThat(index.at("/formula").asString()).isEqualTo("100 × {value} / {shown}");
        assertThat(shown.at("/formula").asString()).isEqualTo("{won} / {reps}");
        assertThat(shown.at("/inputs/1/value").asInt()).isEqualTo(2);
        for (var told : List.of(score, index, shown)) {
            assertThat(told.at("/recount/equal").asBoolean())
                    .as(told.toString())
                    .isTrue();
        }
        assertThat(reader.page(address + "&number=score", rows.petra()))
                .contains("Average of the company", "fewer than three whom you do not see");
        assertThat(reader.page("/reports/people", rows.petra()))
                .contains("number=score", "by the average of the reps shown here");
        refused("report=league&number=shown&of=wonCount&person=" + rows.mia(), rows.ana());
    }

    @Test
    void aRepIsToldNoCellsOfColleaguesWhereTheComparisonIsShown() throws Exception {
        for (var name : List.of("Eva", "Luka", "Rok")) {
            var other = world.person(name, Role.SALES_REP);
            for (var i = 0; i < 3; i++) {
                deal(other, null);
            }
        }
        facts.rebuild();

        var own = reader.json(
                "/api/v1/reports/people/passport?report=fair&number=expected&recount=true&person=" + rows.ivan(),
                rows.ivan());

        assertThat(own.at("/formula").asString()).isEmpty();
        assertThat(own.at("/inputs").size()).isZero();
        assertThat(own.at("/recount/equal").asBoolean()).isTrue();
    }

    private void refused(String number) throws Exception {
        refused(number, rows.ivan());
    }

    private void refused(String number, PersonId viewer) throws Exception {
        mvc.perform(get("/api/v1/reports/people/passport?" + number).with(world.bearer(viewer)))
                .andExpect(status().is(422));
    }
}
