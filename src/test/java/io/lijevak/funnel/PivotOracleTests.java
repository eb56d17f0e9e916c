package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealsChanged;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL, columns and a naive reading of the ledger give the same answer to whatever is asked, grouped and seen. */
@LijevakTest
class PivotOracleTests {
    private static final int QUESTIONS = 2400;
    private static final int BETWEEN_CHANGES = 100;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    ReadFunnelReferences references;

    @Autowired
    CountInDatabase database;

    @Autowired
    Dimensions dimensions;

    @Autowired
    DSLContext sql;

    @Autowired
    LoadColumns loads;

    @Autowired
    ReadColumns reads;

    @Autowired
    LoadHistory histories;

    @Autowired
    FollowHistory follows;

    private final Random random = new Random(20261128);
    private RandomHistory history;
    private FunnelReferences known;

    @BeforeEach
    void history() {
        history = new RandomHistory(world, jdbc, 20261128);
        facts.rebuild();
        known = references.read();
    }

    @Test
    void databaseColumnsAndLedgerAgree() throws Exception {
        var columns = loads.load();
        var visits = histories.load(CountInColumns.process(known), null);
        var naive = new NaiveFunnel(jdbc);
        var byColumns = 0;

        for (var i = 1; i <= QUESTIONS; i++) {
            if (i % BETWEEN_CHANGES == 0) {
                change();
                columns = reads.catchUp(columns).orElseThrow();
                visits = follows.catchUp(visits).orElseThrow();
                naive = new NaiveFunnel(jdbc);
                ColumnSummary.deals(columns.blocks()).mustEqual(ColumnSummary.deals(jdbc));
                ColumnSummary.of(columns.blocks()).mustEqual(ColumnSummary.of(jdbc, Long.MIN_VALUE));
            }
            var scope = history.one(List.of(Scope.ALL, Scope.ALL, Scope.TEAM, Scope.OWN));
            var user = FunnelWorld.viewer(scope, 1 + random.nextInt(3), Set.of(1L, 2L + random.nextInt(2)));
            var pivot = pivot(DealReach.of(user));
            var counted = database.count(pivot).orElseThrow();
            if (pivot.selection().type().process()) {
                assertThat(counted.cells()).as("%s", pivot).isEqualTo(truth(naive, pivot, user));
            }
            if (ColumnPlan.suits(pivot)) {
                byColumns++;
                var found = CountInColumns.isOfHistory(pivot.selection())
                        ? past(visits, Replay.Moment.of(pivot.selection()))
                        : columns;
                var inColumns = CountInColumns.count(pivot, CountInColumns.asked(found, pivot.selection(), sql))
                        .orElseThrow();
                assertThat(inColumns.cells()).as("%s", pivot).isEqualTo(counted.cells());
                assertThat(inColumns.undated()).as("%s", pivot).isEqualTo(counted.undated());
                staysAgree(pivot.selection(), found);
            }
        }
        assertThat(byColumns).isGreaterThan(QUESTIONS / 3);
    }

    private void staysAgree(Selection selection, Columns columns) {
        if (ReadStays.suits(selection)) {
            var pivot = ReadStays.pivot(selection, known);
            var inColumns = ReadStays.inColumns(pivot, CountInColumns.asked(columns, selection, sql));
            assertThat(together(inColumns.orElseThrow()))
                    .as("%s", selection)
                    .isEqualTo(together(ReadStays.inDatabase(selection, sql)));
        }
    }

    /** Deals by stage, ending and tenths of a day. */
    private static Map<List<Object>, Long> together(Map<Long, List<Stay>> stays) {
        var together = new HashMap<List<Object>, Long>();
        stays.forEach((stage, of) -> of.forEach(
                stay -> together.merge(List.of(stage, stay.ending(), stay.tenths()), stay.deals(), Long::sum)));
        return together;
    }

    /** The columns of a moment. */
    static Columns past(History visits, Replay.Moment moment) {
        return new Columns(
                visits.snapshot(),
                visits.at(),
                visits.blocks().stream()
                        .flatMap(block -> Replay.of(block, moment).stream())
                        .toList());
    }

    private static Map<Group, Figures> truth(NaiveFunnel naive, Pivot pivot, CurrentUser user) {
        var cells =
                NaivePivot.of(naive, pivot, deal -> DealReach.of(user).owners().test(deal.responsibleId()));
        return new Counts(Engine.DATABASE, cells, 0).cells();
    }

    @Test
    void everyCellListsExactlyItsDeals() {
        var cells = 0;
        for (var i = 0; i < 150; i++) {
            var pivot = pivot(DealReach.of(FunnelWorld.viewer(Scope.ALL, 1, Set.of())));
            var query =
                    new MatrixQuery(pivot.selection().query(), pivot.rows(), pivot.columns(), List.of(Measure.ENTERED));
            for (var cell : database.count(pivot).orElseThrow().cells().entrySet()) {
                if (random.nextInt(4) == 0) {
                    cells++;
                    listed(
                            query,
                            pivot,
                            cell.getKey(),
                            Figure.ENTERED,
                            cell.getValue().entered());
                    listed(
                            query,
                            pivot,
                            cell.getKey(),
                            Figure.WON,
                            cell.getValue().won());
                    listed(
                            query,
                            pivot,
                            cell.getKey(),
                            Figure.LOST,
                            cell.getValue().lost());
                    listed(
                            query,
                            pivot,
                            cell.getKey(),
                            Figure.IN_WORK,
                            cell.getValue().inWork());
                }
            }
        }
        assertThat(cells).isGreaterThan(100);
    }

    private void listed(MatrixQuery query, Pivot pivot, Group group, Figure figure, Tally counted) {
        var cell = FunnelCell.of(query, group, figure);
        var read = FunnelCell.read(cell.text(), known, LocalDate.of(2026, 7, 1));
        assertThat(read).isEqualTo(cell);
        var viewer = FunnelWorld.viewer(Scope.ALL, 1, Set.of());
        var groups = cell.groups().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> dimensions.find(entry.getKey(), viewer).orElseThrow(), Map.Entry::getValue));
        var where = FunnelDeals.of(read, DSL.field("deal.id", Long.class), pivot.selection(), groups);

        assertThat(sql.fetchCount(DSL.table("deal"), where)).as("%s", cell).isEqualTo((int) counted.count());
    }

    /** Deals come, change and go. */
    private void change() {
        var ids = new ArrayList<Long>();
        for (var n = random.nextInt(4); n >= 0; n--) {
            ids.add(history.anotherDeal());
        }
        var some = jdbc.sql("select id from deal order by random() limit 3")
                .query(Long.class)
                .list();
        jdbc.sql("update deal set amount = 77.77, responsible_id = null where id = any(:ids)")
                .param("ids", some.toArray(Long[]::new))
                .update();
        ids.addAll(some);
        facts.write(new DealsChanged(ids));
        jdbc.sql("""
                with undo as materialized (select set_config('lijevak.import_undo', 'on', true)),
                  gone as (select max(id) as id from deal, undo)
                delete from deal where id = (select id from gone)""").update();
    }

    private Pivot pivot(DealReach reach) {
        var dimensions = new ArrayList<>(Arrays.asList((Dimension[]) DealDimension.values()));
        if (random.nextBoolean()) {
            dimensions.removeAll(List.of(DealDimension.CATEGORY, DealDimension.PRODUCT_GROUP, DealDimension.ENTERED));
        } else {
            dimensions.add(CustomerDimension.CUSTOMER_PERMANENCE);
        }
        java.util.Collections.shuffle(dimensions, random);
        var rows = random.nextInt(3);
        var columns = random.nextInt(3 - rows / 2);
        return new Pivot(
                selection(reach),
                dimensions.subList(0, rows),
                dimensions.subList(rows, rows + columns),
                known,
                random.nextInt(4) > 0);
    }

    private Selection selection(DealReach reach) {
        var asked = history.question(known);
        var type = history.one(known.types());
        var filter = random.nextBoolean() ? FunnelFilter.NONE : asked.filter();
        var rule = random.nextInt(3) == 0 && asked.rule() == PeriodRule.OVERLAP ? PeriodRule.COHORT : asked.rule();
        var query = new FunnelQuery(
                asked.view(),
                type.id(),
                asked.period(),
                rule,
                random.nextInt(3) == 0 ? asked.asOf() : null,
                type.process() ? asked.potential() : PotentialMoment.CURRENT,
                type.process() ? asked.counting() : Counting.RAW,
                filter);
        return Selection.of(query, type, RandomHistory.ZONE, RandomHistory.NOW, reach);
    }
}
