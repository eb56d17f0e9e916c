package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealsChanged;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.platform.Period;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final int WRITERS = 4;
    private static final int READERS = 8;
    private static final int ROUNDS = 40;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

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
    private FunnelWorld rows;
    private FunnelReferences known;
    private List<Long> owners;
    private long stage;
    private long type;

    @BeforeEach
    void company() {
        world.reset();
        rows = new FunnelWorld(jdbc);
        stage = rows.stage("Contact", 1);
        type = rows.type("Sale", List.of(stage));
        owners = LongStream.range(0, WRITERS)
                .mapToObj(n -> rows.person("Writer " + n, null))
                .toList();
        facts.rebuild();
        known = references.read();
        live = new LiveColumns(loads, reads);
        live.start();
        histories = new LiveHistory(loadHistory, follows);
    }

    @AfterEach
    void stop() {
        live.stop();
    }

    @Test
    void readersSeeNoTornAnswerAndEachWriterItsOwnChange() throws Exception {
        var near = owners.stream().map(owner -> deal(owner, "100.00")).toList();
        jdbc.sql("alter table deal alter column id restart with 50000").update();
        var far = owners.stream().map(owner -> deal(null, "100.00")).toList();
        facts.rebuild();
        columns();
        var writing = new AtomicBoolean(true);

        try (var threads = Executors.newFixedThreadPool(WRITERS + READERS)) {
            var work = new ArrayList<Future<?>>();
            for (var reader = 0; reader < READERS; reader++) {
                work.add(threads.submit(() -> {
                    while (writing.get()) {
                        live.now()
                                .ifPresent(columns ->
                                        assertThat(amount(columns, null)).isEqualByComparingTo("800.00"));
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
                assertThat(amounts(columns.get(), owners.get(writer)))
                        .containsExactly(new BigDecimal(100 - round).setScale(2));
            }
        }
        return seen;
    }

    @Test
    void whatIsNotCommittedIsNotSeenAndWhatIsCommittedLateIsNotMissed() throws Exception {
        var first = deal(null, "10.00");
        var second = deal(null, "20.00");
        facts.rebuild();
        columns();

        try (var slow = source.getConnection();
                var statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update deal_fact set potential = 11 where deal_id = " + first);
            statement.execute("insert into fact_change (deal_id) values (" + first + ")");
            change(second, "22.00");
            assertThat(amount(columns(), null)).isEqualByComparingTo("32.00");

            slow.commit();
            assertThat(amount(columns(), null)).isEqualByComparingTo("33.00");
            slow.setAutoCommit(true);
        }
    }

    @Test
    void aDealThatChangedManyTimesHidesNoOther() {
        var often = deal(null, "10.00");
        var once = deal(null, "20.00");
        facts.rebuild();
        columns();

        jdbc.sql("insert into fact_change (deal_id) select ? from generate_series(0, ?)")
                .params(often, NoticedChanges.MOST)
                .update();
        change(once, "21.00");

        assertThat(live.now().map(columns -> amount(columns, null))).hasValue(new BigDecimal("31.00"));
    }

    @Test
    void anotherInstanceShowsTheChangeAtOnce() {
        var deal = deal(null, "10.00");
        facts.rebuild();
        var other = new LiveColumns(loads, reads);
        other.start();
        await(other);

        change(deal, "12.50");

        assertThat(amount(await(other), null)).isEqualByComparingTo("12.50");
        other.stop();
    }

    /** One instance stands in the middle of taking changes over; what it has then is thrown away meanwhile, or it is killed. */
    @Test
    void anInstanceThatIsBlockedLateOrKilledShowsNothingStale() throws Exception {
        var deal = deal(null, "10.00");
        facts.rebuild();
        var before = columns();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var late = blocked(() -> threads.submit(() -> live.now()), () -> {
                assertThat(live.now()).as("others do not wait for it").isEmpty();
                live.forget();
            });
            assertThat(late).as("its own answer is whole").isPresent();
            assertThat(live.held()).as("what was forgotten stays so").isNotEqualTo(Optional.of(late.get()));
            change(deal, "11.00");
            assertThat(amount(columns(), null)).isEqualByComparingTo("11.00");

            var killed = blocked(
                    () -> threads.submit(() -> live.now()),
                    () -> jdbc.sql("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where wait_event_type = 'Lock' and query like '%fact_change%' and pid <> pg_backend_pid()""").query(Boolean.class).list());
            assertThat(killed).as("the database answers").isEmpty();
            change(deal, "12.00");
            assertThat(amount(columns(), null)).isEqualByComparingTo("12.00");
        }
        assertThat(amount(before, null)).isEqualByComparingTo("10.00");
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
    void thePastIsCountedAnewWhereItChangedAndOnlyThere() {
        var near = deal(null, "10.00");
        jdbc.sql("alter table deal alter column id restart with 50000").update();
        deal(null, "5.00");
        facts.rebuild();
        var process = CountInColumns.process(known);
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
        return selection(LocalDate.of(2026, 5, 31));
    }

    @Test
    void dealsThatGoTakeTheirFactsOutOfTheColumns() {
        var deal = deal(null, "10.00");
        deal(null, "5.00");
        facts.rebuild();
        columns();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("set local lijevak.import_undo = 'on'").update();
            jdbc.sql("delete from deal where id = ?").param(deal).update();
        });

        assertThat(amount(columns(), null)).isEqualByComparingTo("5.00");
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
        var deal = deal(null, "10.00");
        facts.rebuild();
        columns();

        jdbc.sql("update deal set amount = 11 where id = ?").param(deal).update();
        facts.rebuild();

        assertThat(live.now()).isEmpty();
        assertThat(amount(columns(), null)).isEqualByComparingTo("11.00");
    }

    @Test
    void anInterruptedLoadLeavesTheAnswerToTheDatabase() throws Exception {
        deal(null, "10.00");
        facts.rebuild();
        var late = new LiveColumns(loads, reads);
        try (var busy = source.getConnection();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table stage_fact in access exclusive mode");
            assertThatThrownBy(loads::load).isInstanceOf(SQLException.class);
            late.start();
            Thread.sleep(200);
            assertThat(late.now()).isEmpty();
            busy.rollback();
            busy.setAutoCommit(true);
        }
        assertThat(amount(await(late), null)).isEqualByComparingTo("10.00");
        late.stop();
    }

    @Test
    void factsThatTheColumnsCannotHoldAreAnsweredByTheDatabase() {
        var deal = deal(null, "10.00");
        facts.rebuild();
        jdbc.sql("update deal_fact set state = 'WON' where deal_id = ?")
                .param(deal)
                .update();

        assertThatThrownBy(loads::load).isInstanceOf(FactRow.UnfitFacts.class);
    }

    @Test
    void factsThatAreRepairedAreHeldAgainAtOnce(@Autowired LiveColumns running) {
        var deal = deal(null, "10.00");
        facts.rebuild();
        jdbc.sql("update deal_fact set state = 'WON' where deal_id = ?")
                .param(deal)
                .update();
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (running.rest().compareTo(Duration.ofMinutes(1)) < 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            running.forget();
        }

        facts.repair(List.of(deal));

        assertThat(amount(await(running), null)).isEqualByComparingTo("10.00");
    }

    @Test
    void anAmountOfTheLedgerThatNoColumnHoldsIsAnsweredByTheDatabase() throws Exception {
        var deal = deal(null, "99999999999999999.99");
        change(deal, "10.00");
        assertThatThrownBy(loads::load).isInstanceOf(FactRow.UnfitFacts.class).hasMessageContaining("too large");

        jdbc.sql("delete from deal_fact").update();
        assertThat(loads.load().deals()).isZero();
    }

    @Test
    void theNightlyComparisonFindsColumnsThatDifferFromTheFacts() {
        var deal = deal(null, "10.00");
        facts.rebuild();
        var columns = columns();
        var check = new CheckColumns.Check(live, reads, histories, follows, new OneSnapshot(jdbc, transactions));
        assertThat(histories.isReady(yesterday(), CountInColumns.process(known)))
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
        assertThat(amount(columns(), null)).isEqualByComparingTo("999.00");
    }

    private Columns columns() {
        return await(live);
    }

    private static Columns await(LiveColumns live) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until) {
            var columns = live.now();
            if (columns.isPresent()) {
                return columns.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no columns");
    }

    private long deal(@Nullable Long owner, String amount) {
        var opened = NOW.minus(Duration.ofDays(3));
        var money = new BigDecimal(amount);
        return rows.deal(
                new Deal(type, stage, "OPEN", owner, null, null, money, opened, null),
                List.of(new Visit(stage, opened, null, "OPEN", money, null, opened, null)));
    }

    private void change(long deal, String amount) {
        jdbc.sql("update deal set amount = ? where id = ?")
                .params(new BigDecimal(amount), deal)
                .update();
        facts.write(new DealsChanged(List.of(deal)));
    }

    private BigDecimal amount(Columns columns, @Nullable Long owner) {
        return amounts(columns, owner).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The amounts of the open deals of each owner, by the engine over these columns. */
    private List<BigDecimal> amounts(Columns columns, @Nullable Long owner) {
        var selection = selection(null);
        var pivot = new Pivot(selection, List.of(DealDimension.OWNER), List.of(), known, false);
        var counts = CountInColumns.count(pivot, new ColumnPlan.Asked(columns, null, null))
                .orElseThrow();
        return counts.cells().entrySet().stream()
                .filter(cell -> cell.getKey().rows().equals(owner == null ? List.of() : List.of(owner.toString())))
                .map(cell -> cell.getValue().inWork().amount())
                .toList();
    }

    private Selection selection(@Nullable LocalDate asOf) {
        var reach = DealReach.of(FunnelWorld.viewer(Scope.ALL, 1, Set.of()));
        var query = new FunnelQuery(
                FunnelView.ACTIVE,
                type,
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)),
                PeriodRule.SNAPSHOT,
                asOf,
                PotentialMoment.CURRENT,
                Counting.RAW,
                FunnelFilter.NONE);
        return Selection.of(query, known.type(type).orElseThrow(), ZoneId.of("Europe/Zagreb"), NOW, reach);
    }
}
