package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.files.AttachFile;
import io.lijevak.files.FileKind;
import io.lijevak.files.FileSubject;
import io.lijevak.files.Incoming;
import io.lijevak.platform.Period;
import io.lijevak.process.Answers;
import io.lijevak.users.CurrentUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a deal is said to be, and what it can be proven to be. */
@LijevakTest
class ProvenStagesTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    @Autowired
    AttachFile attach;

    @Autowired
    ProvenStages proven;

    @Autowired
    BackedMoves backed;

    @Autowired
    DealList list;

    @TempDir
    Path folder;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = deals.found();
    }

    @Test
    void aDealClaimedFarAlongIsProvenAsFarAsItsFactsGo() throws IOException {
        demand(2, "file", "{\"of\": \"offer\"}");
        demand(3, "file", "{\"of\": \"signed-contract\"}");
        var deal = deals.open(admin, deals.stage(5), "1000.00");

        assertThat(proof(deal).provenName()).isEqualTo(name(2));
        assertThat(proof(deal).missing()).hasSize(1);
        attach(deal, FileKind.OFFER);
        assertThat(proof(deal).provenName()).isEqualTo(name(3));
        attach(deal, FileKind.SIGNED_CONTRACT);
        assertThat(proof(deal).isBehind()).isFalse();
        assertThat(stored(deal)).isEqualTo(deals.stage(5).value());
    }

    @Test
    void ticksAndPlansProveNothingAndDemandsOfLaterStagesDoNotMatter() {
        demand(1, "check", "{\"items\": \"Budget\"}");
        var deal = deals.open(admin, deals.stage(3), "1000.00");
        assertThat(proven.of(deal, admin)).isEmpty();
        assertThat(stored(deal)).isNull();

        demand(4, "field", "{\"field\": \"expectedClose\"}");

        assertThat(proof(deal).isBehind()).isFalse();
    }

    @Test
    void theFunnelIsDrawnOnProvenStagesAndItsNumbersOpenTheirDeals() throws Exception {
        demand(2, "file", "{\"of\": \"offer\"}");
        deals.open(admin, deals.stage(5), "100.00");
        deals.open(admin, deals.stage(4), "50.00");
        deals.open(admin, deals.stage(1), "10.00");

        mvc.perform(get("/api/v1/funnel")
                        .param("view", "active")
                        .param("counting", "proven")
                        .param("dealType", deals.manual().id().toString())
                        .with(world.bearer(admin.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stages[0].inWork.count").value(1))
                .andExpect(jsonPath("$.stages[1].inWork.count").value(2))
                .andExpect(jsonPath("$.stages[4].inWork.count").value(0));
        var cell =
                "view:active,rule:snapshot,counting:proven,dealType:%s,from:2025-01-01,to:2035-01-01,stage:%s,figure:in_work"
                        .formatted(deals.manual().id(), deals.stage(2));
        assertThat(list.totals(DealFilter.of(Map.of("funnel", cell)), admin).count())
                .isEqualTo(2);
        assertThat(deals.manual().steps().stream()
                        .map(step -> cell.replaceAll("stage:\\d+", "stage:" + step.stage()))
                        .map(each -> list.totals(DealFilter.of(Map.of("funnel", each)), admin)
                                .count()))
                .containsExactly(1L, 2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        mvc.perform(get("/api/v1/funnel?view=closed&counting=proven").with(world.bearer(admin.person())))
                .andExpect(status().is(422));
        mvc.perform(get("/funnel?view=active&counting=proven").with(world.signedInAs(admin.person())))
                .andExpect(status().isOk());
    }

    @Test
    void tellsHowManyMovesWereBackedByEvidence() throws IOException {
        demand(1, "file", "{\"of\": \"offer\"}");
        var proper = deals.open(admin);
        attach(proper, FileKind.OFFER);
        move.to(deals.stage(2), proper, Seen.ANYTHING, admin);
        move.to(deals.stage(3), proper, Seen.ANYTHING, admin);
        var waved = deals.open(admin);
        move.to(deals.stage(2), waved, Seen.ANYTHING, new Answers(Map.of(), "Customer insists"), admin);

        var today = LocalDate.now();
        var share = backed.of(new Period(today.minusDays(2), today.plusDays(2)), admin);

        assertThat(share).isEqualTo(new BackedMoves.Share(3, 2, 1));
    }

    @Test
    void theCardSaysWhatIsClaimedProvenAndMissing() throws Exception {
        demand(1, "file", "{\"of\": \"offer\"}");
        var deal = deals.open(admin, deals.stage(3), "1000.00");

        mvc.perform(get("/deals/" + deal + "/proof").with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString(name(1))))
                .andExpect(content().string(containsString(name(3))))
                .andExpect(content().string(containsString("An offer must be attached.")));
        mvc.perform(get("/deals").with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString("proven: " + name(1))));
    }

    private ProvenStages.Proof proof(DealId deal) {
        return proven.of(deal, admin).orElseThrow();
    }

    private @Nullable Long stored(DealId deal) {
        return jdbc.sql("select proven_stage_id from deal where id = :id")
                .param("id", deal.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private String name(int place) {
        return deals.manual().steps().get(place - 1).name();
    }

    private void demand(int place, String kind, String settings) {
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, 0, :kind, cast(:settings as jsonb))""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(place).value())
                .param("kind", kind)
                .param("settings", settings)
                .update();
    }

    private void attach(DealId deal, FileKind kind) throws IOException {
        var content = Files.writeString(folder.resolve(kind.name()), "%PDF-1.7 " + kind);
        attach.to(new FileSubject("deal", deal.value()), kind, new Incoming(kind + ".pdf", content), admin);
    }
}
