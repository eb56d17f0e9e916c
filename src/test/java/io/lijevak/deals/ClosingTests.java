package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.LossReasons.LossReason;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
@RecordApplicationEvents
@Import({World.class, DealWorld.class})
class ClosingTests {
    private static final DealResults GOOD = new DealResults("Be quick", 5, null, null, LocalDate.of(2199, 1, 1));

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    CloseDeal close;

    @Autowired
    ReopenDeal reopen;

    @Autowired
    RecordResults record;

    @Autowired
    Closings closings;

    @Autowired
    LossReasons reasons;

    @Autowired
    ChangeLossReasons change;

    @Autowired
    DealList list;

    @Autowired
    LossAnalysis analysis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aLossStaysAtTheStageWhereItHappened(int place) {
        var deal = deals.open(admin, deals.stage(place), "100.00");

        close.lost(deal, Seen.ANYTHING, lost(null), admin);

        assertThat(deals.visits(deal).getLast()).endsWith(" LOST");
        assertThat(jdbc.sql("select stage_id from deal where id = :id")
                        .param("id", deal.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(deals.stage(place).value());
    }

    @Test
    void eachClosingAsksForItsResultsOnce() {
        var deal = deals.open(admin);
        close.lost(deal, Seen.ANYTHING, lost(LocalDate.of(2199, 5, 4)), admin);

        var first = events.stream(DealClosed.class).toList();
        assertThat(first).singleElement().satisfies(closed -> {
            assertThat(closed.deal()).isEqualTo(deal);
            assertThat(closed.outcome()).isEqualTo(DealOutcome.LOST);
            assertThat(closed.followUp()).isEqualTo(admin.id());
            assertThat(closed.winBack()).isEqualTo("2199-05-04");
        });

        reopen.now(deal, Seen.ANYTHING, admin);
        assertThat(events.stream(ClosingWithdrawn.class))
                .extracting(ClosingWithdrawn::closing)
                .containsExactly(first.getFirst().closing());
        assertThat(closings.of(deal)).isEmpty();

        close.won(deal, Seen.ANYTHING, null, null, admin);
        assertThat(events.stream(DealClosed.class))
                .hasSize(2)
                .extracting(DealClosed::closing)
                .doesNotHaveDuplicates();
    }

    @Test
    void resultsFinishTheDealAndAreRecordedOnce() {
        var deal = deals.open(admin);
        assertThatThrownBy(() -> record.of(deal, GOOD, admin)).isInstanceOf(Conflict.class);
        close.won(deal, Seen.ANYTHING, null, null, admin);

        record.of(deal, GOOD, admin);

        assertThat(closings.of(deal)).get().satisfies(closed -> {
            assertThat(closed.isFinished()).isTrue();
            assertThat(closed.results()).isEqualTo(GOOD);
        });
        assertThat(events.stream(ResultsRecorded.class)).singleElement().satisfies(told -> {
            assertThat(told.nextNeed()).isEqualTo(GOOD.nextNeed());
            assertThat(told.closing()).isEqualTo(closings.of(deal).orElseThrow().id());
        });
        assertThatThrownBy(() -> record.of(deal, GOOD, admin)).isInstanceOf(Conflict.class);
    }

    @Test
    void refusesResultsThatSayTooLittleOrTooMuch() {
        var deal = deals.open(admin);
        close.won(deal, Seen.ANYTHING, null, null, admin);

        for (var results : List.of(
                new DealResults(null, null, null, null, null),
                new DealResults(null, 0, null, null, null),
                new DealResults(null, 6, null, null, null),
                new DealResults(null, 5, 101, null, null),
                new DealResults(null, 5, -1, null, null),
                new DealResults(null, 5, 80, null, null),
                new DealResults("x".repeat(4_001), 5, null, null, null),
                new DealResults(null, 5, null, null, LocalDate.of(2020, 1, 1)))) {
            assertThatThrownBy(() -> record.of(deal, results, admin)).isInstanceOf(InvalidInput.class);
        }
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));
        assertThatThrownBy(() -> record.of(deal, GOOD, stranger)).isInstanceOf(AccessDeniedException.class);
        assertThat(closings.of(deal).orElseThrow().isFinished()).isFalse();
    }

    @Test
    void recordsResultsOfADealThatCameClosed() {
        var deal = deals.open(admin);
        close.lost(deal, Seen.ANYTHING, lost(null), admin);
        jdbc.sql("delete from deal_closing").update();

        record.of(deal, new DealResults("late", null, null, null, null), admin);

        assertThat(closings.of(deal).orElseThrow().isFinished()).isTrue();
    }

    @Test
    void refusesALossWithoutReasonWithAGroupAndWithADayThatIsOver() {
        var deal = deals.open(admin);
        var group = reasons.all().stream().filter(LossReason::group).findFirst().orElseThrow();

        for (var statement : List.of(
                new CloseDeal.LossStatement(null, null, null, null),
                new CloseDeal.LossStatement(4711L, null, null, null),
                new CloseDeal.LossStatement(group.id(), null, null, null),
                new CloseDeal.LossStatement(deals.reason(true), null, null, null),
                lost(LocalDate.of(2020, 1, 1)))) {
            assertThatThrownBy(() -> close.lost(deal, Seen.ANYTHING, statement, admin))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(events.stream(DealClosed.class)).isEmpty();
    }

    @Test
    void aReasonSelectsAllThatStandBelowIt() {
        var group = reasons.all().stream().filter(LossReason::group).findFirst().orElseThrow();
        var below = reasons.all().stream()
                .filter(reason -> Long.valueOf(group.id()).equals(reason.parent()))
                .toList();
        for (var reason : below) {
            close.lost(
                    deals.open(admin),
                    Seen.ANYTHING,
                    new CloseDeal.LossStatement(reason.id(), null, null, null),
                    admin);
        }
        close.lost(
                deals.open(admin),
                Seen.ANYTHING,
                new CloseDeal.LossStatement(deals.reason(true), null, "Rival", null),
                admin);

        assertThat(below).hasSizeGreaterThan(1);
        assertThat(count(Map.of("reason", Long.toString(group.id())))).isEqualTo(below.size());
        assertThat(count(Map.of("reason", Long.toString(below.getFirst().id()))))
                .isEqualTo(1);
        assertThat(count(Map.of("reason", "0"))).isZero();
        assertThat(count(Map.of("competitor", "1"))).isEqualTo(1);
        assertThat(count(Map.of("competitor", "0"))).isEqualTo(below.size());
    }

    @Test
    void theTreeOfReasonsHasNoCirclesAndIsNotTooDeep() {
        var top = add("Top", null);
        var middle = add("Middle", top);
        var leaf = add("Leaf", middle);

        assertThatThrownBy(() -> change.change(top, draft("Top", leaf), admin)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> change.change(top, draft("Top", top), admin)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("Too deep", leaf)).isInstanceOf(InvalidInput.class);
        var other = add("Other top", null);
        assertThatThrownBy(() -> change.change(top, draft("Top", other), admin)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("Nowhere", 4711L)).isInstanceOf(InvalidInput.class);

        change.change(leaf, draft("Leaf", other), admin);
        assertThat(reasons.all()).filteredOn(reason -> reason.id() == leaf).allMatch(reason -> reason.level() == 1);
        change.change(other, new ChangeLossReasons.Draft("Other top", false, true, null), admin);
        assertThat(reasons.active()).noneMatch(reason -> reason.id() == leaf);
    }

    @Test
    void theAnalysisAddsUpToTheLossesOfTheClosedFunnel() throws Exception {
        var all = reasons.active().stream().filter(reason -> !reason.group()).toList();
        for (int n = 0; n < 24; n++) {
            var deal = deals.open(admin, deals.stage(1 + n % 4), n % 5 == 0 ? null : (100 + n) + ".00");
            if (n % 4 == 3) {
                close.won(deal, Seen.ANYTHING, null, null, admin);
            } else if (n % 7 != 0) {
                var statement =
                        new CloseDeal.LossStatement(all.get(n % all.size()).id(), null, "Rival " + n % 3, null);
                close.lost(deal, Seen.ANYTHING, statement, admin);
            }
        }
        var type = deals.manual().id().toString();

        var losses = analysis.of(DealFilter.of(Map.of("type", type)), admin);

        var today = java.time.LocalDate.now();
        mvc.perform(get("/api/v1/funnel")
                        .param("view", "closed")
                        .param("rule", "closed")
                        .param("dealType", type)
                        .param("from", today.minusDays(2).toString())
                        .param("to", today.plusDays(2).toString())
                        .with(world.bearer(admin.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totals.lost.count").value(losses.deals()));
        for (var lines : List.of(losses.stages(), losses.people(), losses.customers(), losses.competitors())) {
            assertThat(lines.stream().mapToLong(LossAnalysis.Line::deals).sum()).isEqualTo(losses.deals());
            assertThat(lines.stream().map(LossAnalysis.Line::lost).reduce(java.math.BigDecimal::add))
                    .get()
                    .isEqualTo(losses.lost());
        }
        assertThat(losses.reasons().stream()
                        .filter(line -> line.level() == 0)
                        .mapToLong(LossAnalysis.Line::deals)
                        .sum())
                .isEqualTo(losses.deals());
        for (var line : losses.reasons()) {
            assertThat(count(Map.of("outcome", "lost", "reason", Long.toString(line.id()))))
                    .isEqualTo(line.deals());
        }
        for (var line : losses.stages()) {
            assertThat(count(Map.of("outcome", "lost", "stage", Long.toString(line.id()))))
                    .isEqualTo(line.deals());
        }
    }

    @Test
    void theFormsAskAndKeepWhatWasTyped() throws Exception {
        var deal = deals.open(admin);
        mvc.perform(post("/deals/" + deal + "/closure/lost")
                        .param("reason", Long.toString(deals.reason(false)))
                        .param("winBack", "2020-02-03")
                        .param("note", "Nisu imali novca")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("value=\"2020-02-03\"")))
                .andExpect(content().string(containsString("This day is over.")))
                .andExpect(content().string(containsString("Nisu imali novca")));
        mvc.perform(post("/deals/" + deal + "/closure/lost")
                        .param("reason", Long.toString(deals.reason(false)))
                        .param("winBack", "2199-02-03")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));

        mvc.perform(get("/deals/" + deal).with(signedIn))
                .andExpect(content().string(containsString("its results are not recorded yet")));
        mvc.perform(get("/deals/" + deal + "/results").with(signedIn)).andExpect(status().isOk());
        mvc.perform(post("/deals/" + deal + "/results")
                        .param("learnt", "Pitati ranije")
                        .param("nextNeed", "1.1.2020")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Pitati ranije")));
        mvc.perform(post("/deals/" + deal + "/results")
                        .param("learnt", "Pitati ranije")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));
        mvc.perform(get("/deals/" + deal).with(signedIn))
                .andExpect(content().string(containsString("Pitati ranije")))
                .andExpect(content().string(containsString("finished on")));
        mvc.perform(get("/deals/" + deal + "/results").with(signedIn)).andExpect(status().isConflict());
        for (var path : new String[] {"/deals/losses", "/deals/losses?closedFrom=2001-01-01&closedTo=2001-02-01"}) {
            mvc.perform(get(path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.not(containsString("??"))));
        }
        mvc.perform(get("/settings/loss-reasons").with(signedIn)).andExpect(status().isOk());
    }

    @Test
    void programsLoseDealsAndRecordResults() throws Exception {
        var bearer = world.bearer(admin.person());
        var path = "/api/v1/deals/" + deals.open(admin);
        mvc.perform(post(path + "/closure")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\": \"lost\", \"reason\": %d, \"winBack\": \"2199-03-04\"}"
                                .formatted(deals.reason(false)))
                        .with(bearer))
                .andExpect(status().isOk());
        mvc.perform(post(path + "/results")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"learnt\": \"words\", \"satisfaction\": 9}")
                        .with(bearer))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("satisfaction"));
        mvc.perform(post(path + "/results")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"learnt\": \"words\", \"satisfaction\": 2}")
                        .with(bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.winBack").value("2199-03-04"))
                .andExpect(jsonPath("$.results.satisfaction").value(2));
        mvc.perform(get("/api/v1/deals/losses").with(bearer))
                .andExpect(jsonPath("$.deals").value(1));
    }

    private long count(Map<String, String> filter) {
        return list.totals(DealFilter.of(filter), admin).count();
    }

    private CloseDeal.LossStatement lost(@Nullable LocalDate winBack) {
        return new CloseDeal.LossStatement(deals.reason(false), null, null, null, winBack);
    }

    private long add(String name, @Nullable Long parent) {
        change.add(draft(name, parent), admin);
        return jdbc.sql("select id from loss_reason where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private static ChangeLossReasons.Draft draft(String name, @Nullable Long parent) {
        return new ChangeLossReasons.Draft(name, false, false, parent);
    }
}
