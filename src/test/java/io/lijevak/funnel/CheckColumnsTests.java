package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The nightly comparison of what is in memory with the facts and the ledger. */
@LijevakTest
class CheckColumnsTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    ReadFunnelReferences references;

    @Autowired
    LoadColumns loads;

    @Autowired
    ReadColumns reads;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    LoadHistory loadHistory;

    @Autowired
    FollowHistory follows;

    private LiveColumns live;
    private LiveHistory histories;
    private ColumnsWorld company;

    @BeforeEach
    void company() {
        world.reset();
        company = new ColumnsWorld(jdbc, facts, references);
        live = new LiveColumns(loads, reads);
        live.start();
        histories = new LiveHistory(loadHistory, follows);
    }

    @AfterEach
    void stop() {
        live.stop();
    }

    @Test
    void theNightlyComparisonFindsColumnsThatDifferFromTheFacts() {
        var deal = company.deal(null, "10.00");
        facts.rebuild();
        var columns = columns();
        var check = new CheckColumns.Check(live, reads, histories, follows, new OneSnapshot(jdbc, transactions));
        assertThat(histories.isReady(yesterday(), CountInColumns.process(company.known())))
                .isTrue();
        check.run();
        assertThat(live.held()).isPresent();
        assertThat(histories.held()).isPresent();

        jdbc.sql("update deal_fact set potential = 999 where deal_id = ?")
                .param(deal)
                .update();
        jdbc.sql("update stage_fact set potential = 999, entry_potential = 999 where deal_id = ?")
                .param(deal)
                .update();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("set local lijevak.import_undo = 'on'").update();
            jdbc.sql("update stage_visit set entry_potential = 999 where deal_id = ?")
                    .param(deal)
                    .update();
        });
        check.run();
        assertThat(histories.held()).isEmpty();

        assertThat(live.held().map(Columns::snapshot)).isNotEqualTo(Optional.of(columns.snapshot()));
        assertThat(company.amount(columns(), null)).isEqualByComparingTo("999.00");
    }

    private Columns columns() {
        return ColumnsWorld.await(live);
    }

    private Selection yesterday() {
        return company.selection(LocalDate.of(2026, 5, 31));
    }
}
