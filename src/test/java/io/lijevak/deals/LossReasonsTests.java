package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.LossReasons.LossReason;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The tree of loss reasons, what a loss must say, and the analysis over it. */
@LijevakTest
@RecordApplicationEvents
class LossReasonsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    CloseDeal close;

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
        assertThat(count(Map.of("where.reason.under", Long.toString(group.id()))))
                .isEqualTo(below.size());
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
