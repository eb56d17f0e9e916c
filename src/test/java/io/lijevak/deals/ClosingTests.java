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
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
@RecordApplicationEvents
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

    private CloseDeal.LossStatement lost(@Nullable LocalDate winBack) {
        return new CloseDeal.LossStatement(deals.reason(false), null, null, null, winBack);
    }
}
