package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.lijevak.LijevakTest;
import io.lijevak.SignedIn;
import io.lijevak.World;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.process.Answers;
import io.lijevak.process.TypeRules;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LijevakTest
class DemandTests {
    @Autowired
    World world;

    @Autowired
    DealWorld dealWorld;

    @Autowired
    KeepDemand keep;

    @Autowired
    DemandLines lines;

    @Autowired
    UnmetReasons reasons;

    @Autowired
    UnmetDemand unmet;

    @Autowired
    PotentialFromDemand potential;

    @Autowired
    StoredTerms stored;

    @Autowired
    TypeRules rules;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    @Autowired
    RecordResults results;

    @Autowired
    SetCurrencyRate setRate;

    @Autowired
    DealList deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;
    private SignedIn browser;
    private DealId deal;

    @BeforeEach
    void begin() {
        ana = dealWorld.found();
        deal = dealWorld.open(ana);
        browser = new SignedIn(mvc, world.signedInAs(ana.person()));
    }

    @Test
    void linesAreAddedChangedAndRemoved() {
        var id = keep.add(deal, DemandLine.Fields.wish("Two presses", new BigDecimal("48000"), "EUR"), ana);
        var given = new DemandLine.Fields("Three presses", new BigDecimal("72000"), "EUR", 50, reason(), "one later");
        keep.change(deal, id, 1, given, ana);

        var line = lines.require(deal, id);
        assertThat(line.wish()).isEqualTo("Three presses");
        assertThat(line.satisfied()).isEqualTo(50);
        assertThat(lines.isRecorded(deal)).isTrue();
        assertThatThrownBy(() -> keep.change(deal, id, 1, given, ana)).isInstanceOf(StaleVersion.class);

        keep.remove(deal, id, ana);
        assertThat(lines.isRecorded(deal)).isFalse();
    }

    @Test
    void lessThanAllNeedsItsReason() {
        assertThat(refused(new DemandLine.Fields("Wish", null, "EUR", 99, null, null)))
                .containsExactly("reason");
        assertThat(refused(new DemandLine.Fields("Wish", null, "EUR", 101, null, null)))
                .containsExactly("satisfied");
        assertThat(refused(new DemandLine.Fields(" ", new BigDecimal("-1"), "EUR", null, null, null)))
                .containsExactly("wish", "amount");
        assertThat(refused(new DemandLine.Fields("Wish", null, "USD", null, null, null)))
                .containsExactly("currency");
        keep.add(deal, new DemandLine.Fields("Wish", null, "EUR", 100, null, null), ana);
        assertThat(lines.of(deal)).hasSize(1);
    }

    @Test
    void aTypeThatRecordsDemandHoldsItsDealsInTheFirstStage() {
        rules.change(dealWorld.manual().id(), new TypeRules.Rules(true, false), ana);

        assertThatThrownBy(() -> move.to(dealWorld.stage(2), deal, Seen.ANYTHING, ana))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().getFirst().messageKey())
                                .isEqualTo("deals.missing.demand"));

        var answers = new Answers(Map.of("demand--2-wish", "A press", "demand--2-amount", "1.200,50"), null);
        assertThat(move.to(dealWorld.stage(2), deal, Seen.ANYTHING, answers, ana))
                .isTrue();
        assertThat(lines.of(deal).getFirst().amount()).isEqualByComparingTo("1200.50");
        // Only the first stage asks for it.
        keep.remove(deal, lines.of(deal).getFirst().id(), ana);
        assertThat(move.to(dealWorld.stage(3), deal, Seen.ANYTHING, ana)).isTrue();
    }

    @Test
    void switchedOffItIsHiddenEverywhereAndKept() throws Exception {
        keep.add(deal, DemandLine.Fields.wish("Two presses", null, "EUR"), ana);
        rules.change(dealWorld.manual().id(), new TypeRules.Rules(true, false), ana);
        assertThat(SignedIn.text(browser.send(get("/deals/" + deal)))).contains("/deals/" + deal + "/demand");

        rules.switchDemand(false, ana);

        assertThat(SignedIn.text(browser.send(get("/deals/" + deal)))).doesNotContain("/deals/" + deal + "/demand");
        assertThat(browser.send(get("/deals/" + deal + "/demand")).getStatus()).isEqualTo(404);
        assertThat(browser.send(get("/deals/unmet-demand")).getStatus()).isEqualTo(404);
        assertThat(lines.isRecorded(deal)).isFalse();
        var other = dealWorld.open(ana);
        assertThat(move.to(dealWorld.stage(2), other, Seen.ANYTHING, ana)).isTrue();
        assertThatThrownBy(() -> keep.add(deal, DemandLine.Fields.wish("More", null, "EUR"), ana))
                .isInstanceOf(Conflict.class);

        rules.switchDemand(true, ana);
        assertThat(SignedIn.text(browser.send(get("/deals/" + deal + "/demand"))))
                .contains("Two presses");
    }

    @Test
    void thePotentialIsTakenFromTheDemandInTheCurrencyOfTheDeal() {
        setRate.from(LocalDate.of(2020, 1, 1), "USD", new BigDecimal("0.5"), ana);
        keep.add(deal, DemandLine.Fields.wish("One", new BigDecimal("1000"), "EUR"), ana);
        keep.add(deal, DemandLine.Fields.wish("Two", new BigDecimal("300"), "USD"), ana);
        keep.add(deal, DemandLine.Fields.wish("Some day", null, "EUR"), ana);

        potential.fill(deal, ana);

        assertThat(stored.of(deal).orElseThrow().amount()).isEqualByComparingTo("1150.00");
    }

    @Test
    void theResultsSayHowMuchOfEveryLineWasSatisfied() {
        keep.add(deal, new DemandLine.Fields("Known", null, "EUR", 100, null, null), ana);
        keep.add(deal, DemandLine.Fields.wish("Not yet", null, "EUR"), ana);
        close.won(deal, Seen.ANYTHING, null, null, ana);

        results.of(deal, new DealResults(null, 5, 80, "Too late", null), ana);

        assertThat(lines.of(deal)).extracting(DemandLine::satisfied).containsExactly(100, 80);
    }

    @Test
    void strangersNeitherSeeNorChangeIt() throws Exception {
        keep.add(deal, DemandLine.Fields.wish("Two presses", null, "EUR"), ana);
        var stranger = world.person("Stranger", Role.SALES_REP);
        var answer = mvc.perform(get("/deals/" + deal + "/demand").with(world.signedInAs(stranger)))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThatThrownBy(() -> keep.add(deal, DemandLine.Fields.wish("Mine", null, "EUR"), world.user(stranger)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(unmet.of(DealFilter.of(Map.of()), world.user(stranger))).isEmpty();
    }

    /** The report in SQL, and each of its numbers in the list, agree with a naive count over random lines. */
    @Test
    void theReportAddsUpWhatWasNotSatisfiedByReason() {
        var random = new Random(11);
        var known = reasons.all();
        var expected = new HashMap<Long, BigDecimal>();
        var dealsOf = new HashMap<Long, java.util.Set<Long>>();
        for (int number = 0; number < 40; number++) {
            var of = number % 5 == 0 ? dealWorld.open(ana) : deal;
            var amount = random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2);
            Integer percent = random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(101));
            var why = known.get(random.nextInt(known.size())).id();
            keep.add(of, new DemandLine.Fields("Wish " + number, amount, "EUR", percent, why, null), ana);
            if (percent != null && percent < 100) {
                var missing = amount == null
                        ? BigDecimal.ZERO
                        : amount.multiply(BigDecimal.valueOf(100 - percent))
                                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
                expected.merge(why, missing, BigDecimal::add);
                dealsOf.computeIfAbsent(why, key -> new java.util.HashSet<>()).add(of.value());
            }
        }

        var report = unmet.of(DealFilter.of(Map.of()), ana);

        assertThat(report).hasSameSizeAs(expected.keySet());
        for (var line : report) {
            assertThat(line.unmet()).isEqualByComparingTo(expected.get(line.id()));
            assertThat(line.deals()).isEqualTo(dealsOf.get(line.id()).size());
            var listed = deals.page(DealFilter.of(Map.of("unmet", String.valueOf(line.id()))), "", null, 200, ana);
            assertThat(listed.items())
                    .extracting(DealRow::id)
                    .containsExactlyInAnyOrderElementsOf(dealsOf.get(line.id()));
        }
    }

    @Test
    void pagesAndApiKeepIt() throws Exception {
        var path = "/deals/" + deal + "/demand";
        var refused = browser.send(post(path).param("wish", "").param("amount", "12,345"));
        browser.send(post(path)
                .param("wish", "Two presses")
                .param("amount", "48.000,00")
                .param("currency", "EUR"));
        var api = "/api/v1" + path;
        var created = api(post(api), "{\"wish\": \"By a program\", \"amount\": 5}");
        var changed = api(put(api + "/2"), "{\"version\": 1, \"wish\": \"Better\", \"satisfied\": 40}");
        var stale = api(put(api + "/1"), "{\"version\": 7, \"wish\": \"Late\"}");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("12,345");
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(changed.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(changed)).contains("\"field\":\"reason\"");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(SignedIn.text(api(get(api), ""))).contains("Two presses", "By a program");
        assertThat(api(delete(api + "/2"), "").getStatus()).isEqualTo(204);
        assertThat(SignedIn.text(browser.send(get(path)))).contains("48.000,00").doesNotContain("By a program");
        assertThat(SignedIn.text(browser.send(get(path + "/1")))).contains("Two presses");
    }

    private List<String> refused(DemandLine.Fields given) {
        try {
            keep.add(deal, given, ana);
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.problems().stream().map(problem -> problem.field()).toList();
        }
    }

    private @Nullable Long reason() {
        return reasons.all().getFirst().id();
    }

    private MockHttpServletResponse api(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(world.bearer(ana.person())))
                .andReturn()
                .getResponse();
    }
}
