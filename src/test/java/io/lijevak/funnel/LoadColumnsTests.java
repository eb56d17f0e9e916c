package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Columns are loaded, or what they cannot hold or may not read is left to the database. */
@LijevakTest
class LoadColumnsTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    ReadFunnelReferences references;

    @Autowired
    DataSource source;

    @Autowired
    LoadColumns loads;

    @Autowired
    ReadColumns reads;

    private ColumnsWorld company;

    @BeforeEach
    void company() {
        world.reset();
        company = new ColumnsWorld(jdbc, facts, references);
    }

    @Test
    void anInterruptedLoadLeavesTheAnswerToTheDatabase() throws Exception {
        company.deal(null, "10.00");
        facts.rebuild();
        var late = new LiveColumns(loads, reads);
        try (var busy = source.getConnection();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table stage_fact in access exclusive mode");
            assertThatThrownBy(loads::load).isInstanceOf(SQLException.class);
            late.start();
            var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!late.rest().isPositive()) {
                assertThat(System.nanoTime()).as("the load was not tried").isLessThan(until);
                Thread.onSpinWait();
            }
            assertThat(late.now()).isEmpty();
            busy.rollback();
            busy.setAutoCommit(true);
        }
        assertThat(company.amount(ColumnsWorld.await(late), null)).isEqualByComparingTo("10.00");
        late.stop();
    }

    @Test
    void factsThatTheColumnsCannotHoldAreAnsweredByTheDatabase() {
        var deal = company.deal(null, "10.00");
        facts.rebuild();
        jdbc.sql("update deal_fact set state = 'WON' where deal_id = ?")
                .param(deal)
                .update();

        assertThatThrownBy(loads::load).isInstanceOf(FactRow.UnfitFacts.class);
    }

    @Test
    void eachInstanceHoldsFactsAgainOnceOneHasWrittenThemAnew() {
        var deal = company.deal(null, "10.00");
        facts.rebuild();
        var instances = List.of(new LiveColumns(loads, reads), new LiveColumns(loads, reads));
        instances.forEach(LiveColumns::start);

        for (var mend : List.<Runnable>of(() -> facts.repair(List.of(deal)), facts::rebuild)) {
            jdbc.sql("update deal_fact set state = 'WON' where deal_id = ?")
                    .param(deal)
                    .update();
            instances.forEach(LoadColumnsTests::findUnfit);

            mend.run();

            assertThat(instances)
                    .allSatisfy(one -> assertThat(company.amount(ColumnsWorld.await(one), null))
                            .isEqualByComparingTo("10.00"));
        }
        instances.forEach(LiveColumns::stop);
    }

    private static void findUnfit(LiveColumns columns) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (columns.rest().compareTo(Duration.ofMinutes(1)) < 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            columns.forget();
        }
    }

    @Test
    void anAmountOfTheLedgerThatNoColumnHoldsIsAnsweredByTheDatabase() throws Exception {
        var deal = company.deal(null, "99999999999999999.99");
        company.change(deal, "10.00");
        assertThatThrownBy(loads::load).isInstanceOf(FactRow.UnfitFacts.class).hasMessageContaining("too large");

        jdbc.sql("delete from deal_fact").update();
        assertThat(loads.load().deals()).isZero();
    }
}
