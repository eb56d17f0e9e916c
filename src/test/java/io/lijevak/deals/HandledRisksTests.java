package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.HandleRisk.Act;
import io.lijevak.deals.RiskSignal.Handling;
import io.lijevak.deals.SilenceThresholds.Thresholds;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What people do about warnings: handling them, the worklist, its pages and its API. */
@LijevakTest
class HandledRisksTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WatchDeals watch;

    @Autowired
    RiskSignals signals;

    @Autowired
    Signals seen;

    @Autowired
    HandleRisk handle;

    @Autowired
    Rivals rivals;

    @Autowired
    Worklist worklist;

    @Autowired
    MoveDeal move;

    @Autowired
    SilenceThresholds thresholds;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @Test
    void whatWasActedUponComesBackOnlyWithNewReason() {
        var deal = deals.open(admin);
        rivals.name(deal, "Rival", admin);
        handle.of(deal, new Act(Handling.DISMISSED, "Ne mogu isporučiti", null, null, false), admin);

        assertThat(seen.kinds(deal)).isEmpty();
        assertThat(seen.risk(deal)).isEqualTo("0.000");
        watch.look(List.of(deal.value()));
        assertThat(seen.kinds(deal)).isEmpty();
        assertThat(signals.of(deal)).singleElement().satisfies(done -> {
            assertThat(done.handled()).isNotNull();
            assertThat(done.handled().note()).isEqualTo("Ne mogu isporučiti");
        });

        rivals.name(deal, "Other rival", admin);
        assertThat(seen.kinds(deal)).containsExactly(RiskKind.COMPETITOR);
    }

    @Test
    void actingNeedsAWarningARightAndWords() {
        var deal = deals.open(admin);
        assertThatThrownBy(() -> handle.of(deal, new Act(Handling.NOTED, "x", null, null, false), admin))
                .isInstanceOf(Conflict.class);
        rivals.name(deal, "Rival", admin);
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));

        for (var act : List.of(
                new Act(null, "x", null, null, false),
                new Act(Handling.NOTED, " ", null, null, false),
                new Act(Handling.DISMISSED, null, null, null, false),
                new Act(Handling.NOTED, "x".repeat(2_001), null, null, false),
                new Act(Handling.REASSIGNED, "x", null, null, false),
                new Act(Handling.REASSIGNED, "x", admin.id(), null, false),
                new Act(Handling.REASSIGNED, "x", 4711L, null, false))) {
            assertThatThrownBy(() -> handle.of(deal, act, admin)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> handle.of(deal, new Act(Handling.NOTED, "x", null, null, false), stranger))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(seen.kinds(deal)).hasSize(1);

        var rep = world.person("Rep", Role.SALES_REP);
        handle.of(deal, new Act(Handling.REASSIGNED, null, rep.value(), null, false), admin);
        assertThat(seen.kinds(deal)).isEmpty();
        assertThat(jdbc.sql("select responsible_id from deal").query(Long.class).single())
                .isEqualTo(rep.value());
    }

    @Test
    void theWorklistIsOrderedByMoneyAtRiskAndPaged() {
        for (int n = 0; n < 7; n++) {
            var deal = deals.open(admin, deals.stage(1), (n % 3 + 1) * 1_000 + ".00");
            rivals.name(deal, "Rival", admin);
            if (n % 2 == 0) {
                move.to(deals.stage(2), deal, Seen.ANYTHING, admin);
                move.to(deals.stage(1), deal, Seen.ANYTHING, admin);
            }
        }
        deals.open(admin);

        var whole = worklist.page(DealFilter.of(Map.of()), null, 50, admin);
        var paged = new java.util.ArrayList<Worklist.Endangered>();
        String cursor = null;
        do {
            var page = worklist.page(DealFilter.of(Map.of()), cursor, 2, admin);
            paged.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(whole.items())
                .hasSize(7)
                .isSortedAccordingTo((a, b) -> b.atRisk().compareTo(a.atRisk()));
        assertThat(paged).isEqualTo(whole.items());
        assertThat(whole.items())
                .allMatch(deal -> deal.atRisk()
                                .compareTo(deal.potential()
                                        .multiply(deal.risk())
                                        .setScale(2, java.math.RoundingMode.HALF_UP))
                        == 0);
        assertThat(worklist.totals(DealFilter.of(Map.of("risk", "returned")), admin)
                        .deals())
                .isEqualTo(4);
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));
        assertThat(worklist.page(DealFilter.of(Map.of()), null, 50, stranger).items())
                .isEmpty();
    }

    @Test
    void ofAPastDayTheWorklistTellsTheWarningsThatWereOpenWhenItEnded() throws Exception {
        var deal = deals.open(admin);
        handle(deal);
        var standing = deals.open(admin);
        rivals.name(standing, "Rival", admin);
        setBack();
        jdbc.sql("update deal set amount = 5000 where id = :id")
                .param("id", standing.value())
                .update();
        var bearer = world.bearer(admin.person());

        for (var known : List.of("now", "then")) {
            var then = Map.of("asOf", ago(5), "known", known);
            assertThat(worklist.page(DealFilter.of(then), null, 50, admin).items())
                    .as("known %s: a handled warning was open then, one noticed later was not", known)
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.id()).isEqualTo(deal.value());
                        assertThat(row.signals()).extracting(RiskSignal::kind).containsExactly(RiskKind.COMPETITOR);
                        assertThat(row.atRisk()).isEqualByComparingTo("300.00");
                    });
            var later = Map.of("asOf", ago(2), "known", known);
            assertThat(worklist.page(DealFilter.of(later), null, 50, admin).items())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.id()).isEqualTo(standing.value());
                        assertThat(row.potential()).isEqualByComparingTo("1000.00");
                    });
            assertThat(worklist.totals(DealFilter.of(later), admin))
                    .isEqualTo(new Worklist.Totals(1, new BigDecimal("300.00")));
            assertThat(worklist.totals(DealFilter.of(Map.of("asOf", ago(5), "known", known, "risk", "late")), admin)
                            .deals())
                    .isZero();
        }
        mvc.perform(get("/api/v1/worklist?asOf=" + ago(5)).with(bearer))
                .andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get("/worklist?asOf=" + ago(5)).with(signedIn))
                .andExpect(content().string(containsString("past-band")))
                .andExpect(content().string(containsString("Warnings have been kept since")))
                .andExpect(content().string(not(containsString("/risks/handling"))));
        mvc.perform(get("/worklist?asOf=" + ago(15)).with(signedIn))
                .andExpect(content().string(containsString("which deals bore one on that day is not known")));
        mvc.perform(get("/worklist/export.csv?asOf=" + ago(5)).with(signedIn))
                .andExpect(content().string(containsString("Rival")));
    }

    private void handle(DealId deal) {
        rivals.name(deal, "Rival", admin);
        handle.of(deal, new Act(Handling.NOTED, "x", null, null, false), admin);
    }

    /** As if the deals had come twenty days ago; handled warnings were open from ten to four days ago, others for three. */
    private void setBack() {
        jdbc.sql("""
                do $$ begin
                  set local session_replication_role = replica;
                  update deal set opened_at = now() - interval '20 days', created_at = now() - interval '20 days';
                  update stage_visit set entered_at = now() - interval '20 days', recorded_at = now() - interval '20 days';
                  update risk_signal set noticed_at = now() - interval '3 days' where until is null;
                  update risk_signal set noticed_at = now() - interval '10 days', until = now() - interval '4 days'
                  where until is not null;
                end $$""").update();
    }

    private static String ago(int days) {
        return LocalDate.now(ZoneId.of("Europe/Zagreb")).minusDays(days).toString();
    }

    @Test
    void pagesShowWarningsAndKeepWhatWasTyped() throws Exception {
        var deal = deals.open(admin);
        mvc.perform(post("/deals/" + deal + "/rivals")
                        .param("competitor", "Rival & sinovi")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));
        for (var path : new String[] {
            "/worklist",
            "/worklist?risk=competitor",
            "/worklist/handled",
            "/worklist/back-test",
            "/worklist/back-test?from=2030-01-01&to=2020-01-01",
            "/deals/" + deal + "/risks",
            "/deals/" + deal + "/risks/handling",
            "/deals?mark=unplanned&outcome=open",
            "/deals?mark=results",
            "/deals?risk=competitor",
            "/deals/board",
            "/settings/warnings"
        }) {
            mvc.perform(get(path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/worklist").with(signedIn)).andExpect(content().string(containsString("Rival &amp; sinovi")));
        mvc.perform(post("/deals/" + deal + "/risks/handling")
                        .param("how", "reassigned")
                        .param("note", "Neka preuzme Ana")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Neka preuzme Ana")));
        mvc.perform(post("/deals/" + deal + "/risks/handling")
                        .param("how", "noted")
                        .param("note", "Zovemo sutra")
                        .param("back", "/worklist?risk=competitor")
                        .with(signedIn))
                .andExpect(redirectedUrl("/worklist?risk=competitor"));
        mvc.perform(get("/worklist/handled").with(signedIn))
                .andExpect(content().string(containsString("Zovemo sutra")));
        mvc.perform(post("/settings/warnings/" + deals.manual().id())
                        .param("days", "900")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("value=\"900\"")));
        mvc.perform(post("/settings/warnings/" + deals.manual().id())
                        .param("days", "9")
                        .param("stage", deals.stage(1).toString())
                        .param("days-" + deals.stage(1), "4")
                        .with(signedIn))
                .andExpect(redirectedUrl("/settings/warnings"));
        assertThat(thresholds.of(deals.manual().id())).isEqualTo(new Thresholds(9, Map.of(deals.stage(1), 4)));
    }

    @Test
    void programsReadTheWorklistAndAct() throws Exception {
        var deal = deals.open(admin);
        rivals.name(deal, "Rival", admin);
        var bearer = world.bearer(admin.person());

        mvc.perform(get("/api/v1/worklist").with(bearer))
                .andExpect(jsonPath("$.items[0].signals[0].kind").value("COMPETITOR"));
        mvc.perform(post("/api/v1/deals/" + deal + "/risks/handling")
                        .contentType("application/json")
                        .content("{\"how\": \"DISMISSED\"}")
                        .with(bearer))
                .andExpect(status().is(422));
        mvc.perform(post("/api/v1/deals/" + deal + "/risks/handling")
                        .contentType("application/json")
                        .content("{\"how\": \"DISMISSED\", \"note\": \"words\"}")
                        .with(bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].handled.how").value("DISMISSED"));
        mvc.perform(get("/api/v1/worklist").with(bearer))
                .andExpect(jsonPath("$.items").isEmpty());
        mvc.perform(get("/api/v1/worklist/back-test").with(bearer))
                .andExpect(jsonPath("$.findings.length()").value(RiskKind.values().length));
    }
}
