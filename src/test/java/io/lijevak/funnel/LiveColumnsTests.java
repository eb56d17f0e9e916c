package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealsChanged;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Columns show what was committed before the question, whoever committed it, or leave the answer to the database. */
@LijevakTest
class LiveColumnsTests {
    private static final int WRITERS = ColumnsWorld.OWNERS;
    private static final int READERS = 8;
    private static final int ROUNDS = 40;

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

    @Autowired
    PlatformTransactionManager transactions;

    private LiveColumns live;
    private ColumnsWorld company;

    @BeforeEach
    void company() {
        world.reset();
        company = new ColumnsWorld(jdbc, facts, references);
        live = new LiveColumns(loads, reads);
        live.start();
    }

    @AfterEach
    void stop() {
        live.stop();
    }

    @Test
    void readersSeeNoTornAnswerAndEachWriterItsOwnChange() throws Exception {
        var near = company.owners().stream()
                .map(owner -> company.deal(owner, "100.00"))
                .toList();
        jdbc.sql("alter table deal alter column id restart with 50000").update();
        var far = company.owners().stream()
                .map(owner -> company.deal(null, "100.00"))
                .toList();
        facts.rebuild();
        columns();
        var writing = new AtomicBoolean(true);

        try (var threads = Executors.newFixedThreadPool(WRITERS + READERS)) {
            var work = new ArrayList<Future<?>>();
            for (var reader = 0; reader < READERS; reader++) {
                work.add(threads.submit(() -> {
                    while (writing.get()) {
                        live.now()
                                .ifPresent(columns -> assertThat(company.amount(columns, null))
                                        .isEqualByComparingTo("800.00"));
                    }
                }));
            }
            var writers = new ArrayList<Future<Integer>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var number = writer;
                writers.add(threads.submit(() -> write(number, near.get(number), far.get(number))));
            }
            var seen = 0;
            for (var writer : writers) {
                seen += writer.get();
            }
            writing.set(false);
            for (var one : work) {
                one.get();
            }
            assertThat(seen).as("changes seen in columns").isGreaterThan(WRITERS * ROUNDS / 2);
        }
    }

    /** Takes from one deal what another gets, and reads at once what became of the deals of the first one's owner. */
    private int write(int writer, long mine, long others) {
        var seen = 0;
        for (var round = 1; round <= ROUNDS; round++) {
            var amount = new BigDecimal(round);
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                jdbc.sql("update deal set amount = 100 - ? where id = ?")
                        .params(amount, mine)
                        .update();
                jdbc.sql("update deal set amount = 100 + ? where id = ?")
                        .params(amount, others)
                        .update();
                facts.write(new DealsChanged(List.of(mine, others)));
            });
            var columns = live.now();
            if (columns.isPresent()) {
                seen++;
                assertThat(company.amounts(columns.get(), company.owners().get(writer)))
                        .containsExactly(new BigDecimal(100 - round).setScale(2));
            }
        }
        return seen;
    }

    @Test
    void whatIsNotCommittedIsNotSeenAndWhatIsCommittedLateIsNotMissed() throws Exception {
        var first = company.deal(null, "10.00");
        var second = company.deal(null, "20.00");
        facts.rebuild();
        columns();

        try (var slow = source.getConnection();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update deal_fact set potential = 11 where deal_id = " + first);
            statement.execute("insert into fact_change (deal_id) values (" + first + ")");
            company.change(second, "22.00");
            assertThat(company.amount(columns(), null)).isEqualByComparingTo("32.00");

            slow.commit();
            assertThat(company.amount(columns(), null)).isEqualByComparingTo("33.00");
            slow.setAutoCommit(true);
        }
    }

    @Test
    void aDealThatChangedManyTimesHidesNoOther() {
        var often = company.deal(null, "10.00");
        var once = company.deal(null, "20.00");
        facts.rebuild();
        columns();

        jdbc.sql("insert into fact_change (deal_id) select ? from generate_series(0, ?)")
                .params(often, NoticedChanges.MOST)
                .update();
        company.change(once, "21.00");

        assertThat(live.now().map(columns -> company.amount(columns, null))).hasValue(new BigDecimal("31.00"));
    }

    @Test
    void anotherInstanceShowsTheChangeAtOnce() {
        var deal = company.deal(null, "10.00");
        facts.rebuild();
        var other = new LiveColumns(loads, reads);
        other.start();
        ColumnsWorld.await(other);

        company.change(deal, "12.50");

        assertThat(company.amount(ColumnsWorld.await(other), null)).isEqualByComparingTo("12.50");
        other.stop();
    }

    /** One instance stands in the middle of taking changes over; what it has then is thrown away meanwhile, or it is killed. */
    @Test
    void anInstanceThatIsBlockedLateOrKilledShowsNothingStale() throws Exception {
        var deal = company.deal(null, "10.00");
        facts.rebuild();
        var before = columns();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var late = blocked(() -> threads.submit(() -> live.now()), () -> {
                assertThat(live.now()).as("others do not wait for it").isEmpty();
                live.forget();
            });
            assertThat(late).as("its own answer is whole").isPresent();
            assertThat(live.held()).as("what was forgotten stays so").isNotEqualTo(Optional.of(late.get()));
            company.change(deal, "11.00");
            assertThat(company.amount(columns(), null)).isEqualByComparingTo("11.00");

            var killed = blocked(
                    () -> threads.submit(() -> live.now()),
                    () -> jdbc.sql("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where wait_event_type = 'Lock' and query like '%fact_change%' and pid <> pg_backend_pid()""").query(Boolean.class).list());
            assertThat(killed).as("the database answers").isEmpty();
            company.change(deal, "12.00");
            assertThat(company.amount(columns(), null)).isEqualByComparingTo("12.00");
        }
        assertThat(company.amount(before, null)).isEqualByComparingTo("10.00");
    }

    /** The answer to a question that stands while the work is done. */
    private Optional<Columns> blocked(Supplier<Future<Optional<Columns>>> question, Runnable work) throws Exception {
        try (var busy = source.getConnection();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table fact_change in access exclusive mode");
            var answer = question.get();
            while (jdbc.sql("select count(*) from pg_locks where not granted and relation = 'fact_change'::regclass")
                            .query(Long.class)
                            .single()
                    == 0) {
                Thread.onSpinWait();
            }
            work.run();
            busy.rollback();
            busy.setAutoCommit(true);
            return answer.get();
        }
    }

    @Test
    void dealsThatGoTakeTheirFactsOutOfTheColumns() {
        var deal = company.deal(null, "10.00");
        company.deal(null, "5.00");
        facts.rebuild();
        columns();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("set local lijevak.import_undo = 'on'").update();
            jdbc.sql("delete from deal where id = ?").param(deal).update();
        });

        assertThat(company.amount(columns(), null)).isEqualByComparingTo("5.00");
    }

    @Test
    void withinATransactionTheDatabaseAnswers() {
        columns();

        var within = new TransactionTemplate(transactions)
                .execute(status -> live.now().isPresent());

        assertThat(within).isFalse();
    }

    @Test
    void tooMuchThatChangedIsReadAnewInTheBackground() {
        var deal = company.deal(null, "10.00");
        facts.rebuild();
        columns();

        jdbc.sql("update deal set amount = 11 where id = ?").param(deal).update();
        facts.rebuild();

        assertThat(live.now()).isEmpty();
        assertThat(company.amount(columns(), null)).isEqualByComparingTo("11.00");
    }

    private Columns columns() {
        return ColumnsWorld.await(live);
    }
}
