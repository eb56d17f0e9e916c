package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.operations.DrillWriters.Blow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application, then its database server, while four writers move deals: every acknowledged move must be in
 * the ledger afterwards. {@code -Ddrill.rounds=20} for more rounds of each; {@code bin/drill} does so. Then both once
 * in the middle of an import, and of a thousand steps of processes.
 */
@Tag("drill")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillDrillTests {
    private static final int ROUNDS = Integer.getInteger("drill.rounds", 2);
    private static final int DEALS = 8;
    private static final int ENOUGH = 60;

    @TempDir
    static Path folder;

    private static RunningLijevak lijevak;
    private static List<Long> stages;

    private record Round(int acknowledged, int lost) {}

    @BeforeAll
    static void startWithDeals() throws Exception {
        lijevak = RunningLijevak.in(folder.resolve("home"));
        try (var database = lijevak.database()) {
            DrillLedger.addDeals(database, DEALS);
            stages = DrillLedger.stages(database);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (lijevak != null) {
            lijevak.close();
        }
    }

    @Test
    @Order(1)
    void losesNoAcknowledgedMoveWhenTheApplicationIsKilled() throws Exception {
        for (var n = 1; n <= ROUNDS; n++) {
            var round = round(lijevak::kill, lijevak::start);
            report("application", n, round);

            assertThat(round.lost()).isZero();
        }
    }

    @Test
    @Order(2)
    void losesNoAcknowledgedMoveWhenTheDatabaseServerIsKilled() throws Exception {
        for (var n = 1; n <= ROUNDS; n++) {
            var round = round(lijevak::killDatabaseServer, () -> {});
            report("database server", n, round);

            assertThat(round.lost()).isZero();
        }
    }

    @Test
    @Order(3)
    void wouldNoticeALoss() throws Exception {
        synchronousCommit("off");
        var lost = 0;
        for (var n = 1; n <= 10 && lost == 0; n++) {
            var round = round(lijevak::killDatabaseServer, () -> {});
            report("database server without synchronous_commit", n, round);
            lost += round.lost();
        }
        synchronousCommit("on");

        assertThat(lost).isPositive();
    }

    @Test
    @Order(4)
    void goesOnWithAnImportAndEndsWithEachRowOnce() throws Exception {
        new ImportDrill(lijevak).goesOnAfterTheBlowAndEndsWithEachRowOnce();
    }

    @Test
    @Order(5)
    void doesEveryStepOfAProcessOnce() throws Exception {
        new ProcessDrill(lijevak).doesEveryStepOnceAlthoughKilledInBetween();
    }

    private static Round round(Blow blow, Blow recovery) throws Exception {
        DrillWriters writers;
        try (var database = lijevak.database()) {
            writers = new DrillWriters(lijevak.address(), stages, DrillLedger.visits(database));
        }
        writers.until(ENOUGH, blow);
        recovery.strike();
        try (var database = lijevak.database()) {
            return new Round(writers.acknowledged(), writers.lostIn(DrillLedger.visits(database)));
        }
    }

    /** For the application's connections from now on. */
    private static void synchronousCommit(String value) throws Exception {
        try (var database = lijevak.database();
                var statement = database.createStatement()) {
            statement.execute("alter role lijevak set synchronous_commit = " + value);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lijevak'");
        }
        // The pool trusts a connection used within the last half second, and would hand out one just ended.
        Thread.sleep(1_000);
    }

    private static void report(String killed, int round, Round result) {
        System.out.printf(
                "drill: %s killed, round %d: %d moves acknowledged, %d lost%n",
                killed, round, result.acknowledged(), result.lost());
    }
}
