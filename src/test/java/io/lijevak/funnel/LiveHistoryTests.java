package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealsChanged;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Columns of a past day follow what is written about the past later. */
@LijevakTest
class LiveHistoryTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    ReadFunnelReferences references;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    LoadHistory loads;

    @Autowired
    FollowHistory follows;

    private LiveHistory histories;
    private ColumnsWorld company;

    @BeforeEach
    void company() {
        world.reset();
        company = new ColumnsWorld(jdbc, facts, references);
        histories = new LiveHistory(loads, follows);
    }

    @Test
    void thePastIsCountedAnewWhereItChangedAndOnlyThere() {
        var near = company.deal(null, "10.00");
        jdbc.sql("alter table deal alter column id restart with 50000").update();
        company.deal(null, "5.00");
        facts.rebuild();
        var process = CountInColumns.process(company.known());
        assertThat(histories.isReady(yesterday(), process)).isTrue();
        var before = histories.now(yesterday(), process).orElseThrow();
        assertThat(before.deals()).isEqualTo(2);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("set local lijevak.import_undo = 'on'").update();
            jdbc.sql(
                            "update stage_visit set left_at = entered_at + interval '1 day', outcome = 'LOST', left_recorded_at = now() where deal_id = ?")
                    .param(near)
                    .update();
            facts.write(new DealsChanged(List.of(near)));
        });
        var corrected = histories.now(yesterday(), process).orElseThrow();
        assertThat(corrected.blocks().getFirst().state(0)).isEqualTo(FactRow.LOST);
        assertThat(corrected.blocks().getLast()).isSameAs(before.blocks().getLast());

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("set local lijevak.import_undo = 'on'").update();
            jdbc.sql("delete from deal where id = ?").param(near).update();
        });
        assertThat(histories.now(yesterday(), process).orElseThrow().deals()).isEqualTo(1);
    }

    private Selection yesterday() {
        return company.selection(LocalDate.of(2026, 5, 31));
    }
}
