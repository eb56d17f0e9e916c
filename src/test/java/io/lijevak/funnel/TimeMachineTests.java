package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.BoardColumn;
import io.lijevak.deals.DealBoard;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.deals.DealRow;
import io.lijevak.platform.Period;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The past is told as it was kept evening by evening, whatever was corrected, imported and taken back since. */
@LijevakTest
class TimeMachineTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Zagreb");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);
    private static final int DAYS = 130;
    private static final int EVENTS_A_DAY = 5;
    private static final int ASKED = 100;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DealSnapshots snapshots;

    @Autowired
    DealFacts facts;

    @Autowired
    CountInDatabase database;

    @Autowired
    ReadFunnelReferences references;

    @Autowired
    LoadHistory histories;

    @Autowired
    FollowHistory follows;

    @Autowired
    ReadLedger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    DealBoard board;

    @Autowired
    DealList list;

    @Autowired
    DealTypes types;

    private final Random random = new Random(20261128);

    @Test
    void tellsAnyDayAsItWasKnownThenAndBoardListAndFunnelAgree() throws Exception {
        var life = new CompanyLife(world, jdbc, transactions, 20261128);
        for (var day = FIRST_DAY; day.isBefore(FIRST_DAY.plusDays(DAYS)); day = day.plusDays(1)) {
            var start = day.atStartOfDay(ZONE).toInstant();
            for (var event = 1; event <= EVENTS_A_DAY; event++) {
                life.live(start.plusSeconds(event * 14_000L + random.nextInt(9_000)));
            }
            assertThat(snapshots.keep(day, end(day))).isTrue();
        }

        assertThat(jdbc.sql("select count(*) from stage_visit_past")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("""
                select count(*) filter (where p.title = ''), count(*) from deal_past p
                where not exists (select from deal d where d.id = p.deal_id)""")
                        .query((row, number) -> row.getLong(1) == row.getLong(2) && row.getLong(2) > 0)
                        .single())
                .as("titles of removed deals are forgotten")
                .isTrue();
        for (var i = 0; i < ASKED; i++) {
            var day = anyDay();
            assertThat(snapshots.told(end(day))).as("%s", day).isEqualTo(snapshots.kept(day));
        }
        assertThat(snapshots.differing(5)).isEmpty();
        agree(life);
        tellTheSame(life);
    }

    /** What memory tells of a day as it was known then, also when deals change afterwards, is what SQL tells. */
    private void tellTheSame(CompanyLife life) throws Exception {
        var counted = 0L;
        for (var i = 0; i < 10; i++) {
            var known = references.read();
            var selection = anyQuestion(known.type(life.types().get(i % 2)).orElseThrow());
            var history = histories.load(CountInColumns.process(known), selection.knownThen());
            life.live(Instant.now());
            facts.rebuild();
            jdbc.sql("delete from fact_change where deal_id is null").update();
            jdbc.sql("insert into fact_change (deal_id) select deal_id from deal_fact")
                    .update();
            var followed = follows.catchUp(history).orElseThrow();
            var asked =
                    CountInColumns.asked(PivotOracleTests.past(followed, Replay.Moment.of(selection)), selection, sql);
            var pivot = new Pivot(
                    selection, List.of(DealDimension.STAGE), List.of(DealDimension.OWNER), references.read(), true);
            assertThat(ColumnPlan.suits(pivot)).isTrue();
            var inColumns = CountInColumns.count(pivot, asked).orElseThrow();
            var inDatabase = database.count(pivot).orElseThrow();
            assertThat(inColumns.cells()).as("%s", selection).isEqualTo(inDatabase.cells());
            assertThat(inColumns.undated()).isEqualTo(inDatabase.undated());
            counted += inDatabase.of(Group.ALL).entered().count();
        }
        assertThat(counted).isPositive();
    }

    private Selection anyQuestion(FunnelType type) {
        var day = anyDay();
        var query = new FunnelQuery(
                FunnelView.CLOSED,
                type.id(),
                new Period(FIRST_DAY, day),
                PeriodRule.values()[random.nextInt(PeriodRule.values().length)],
                day,
                PotentialMoment.values()[random.nextInt(3)],
                random.nextBoolean() ? Counting.RAW : Counting.BUILT_UP,
                FunnelFilter.NONE,
                Known.THEN);
        return Selection.of(query, type, ZONE, Instant.now(), FunnelWorld.reach(Scope.ALL, 0, Set.of()));
    }

    @Test
    void notesADayOnceAndSaysWhichDayIsToldOtherwise() {
        var life = new CompanyLife(world, jdbc, transactions, 7);
        var noon = FIRST_DAY.atStartOfDay(ZONE).toInstant().plusSeconds(43_200);
        for (var event = 0; event < 20; event++) {
            life.live(noon.plusSeconds(event));
        }
        assertThat(snapshots.keep(FIRST_DAY, end(FIRST_DAY))).isTrue();
        assertThat(snapshots.keep(FIRST_DAY, end(FIRST_DAY))).isFalse();
        assertThat(snapshots.differing(1)).isEmpty();

        jdbc.sql("update deal_snapshot set open = open + 1").update();

        assertThat(snapshots.differing(1)).containsExactly(FIRST_DAY);
    }

    /** The board of a day has the sums that were kept, the list as many deals, and the funnel of all that is known now as many. */
    private void agree(CompanyLife life) {
        var admin = world.user(Role.ADMINISTRATOR);
        facts.rebuild();
        for (var i = 0; i < 12; i++) {
            var day = anyDay();
            var type = life.types().get(i % 2);
            var kept = snapshots.kept(day);

            var then = board(type, day, "then", admin);
            assertThat(then).isEqualTo(open(kept, type));
            assertThat(listed(Map.of("type", Long.toString(type), "asOf", day.toString(), "known", "then"), admin))
                    .isEqualTo(all(kept, type));
            assertThat(board(type, day, "now", admin)).isEqualTo(funnel(type, day));
            assertThat(recounted(type, day)).isEqualTo(openDeals(kept, type));
        }
    }

    /** The deals in work that were known then, by the reading of the passport, and by what keeps the others out. */
    private List<Long> recounted(long type, LocalDate day) {
        var selection = selection(type, day, Known.THEN);
        var cell = new FunnelCell(selection.query(), null, Figure.IN_WORK);
        var groups = new LedgerGroups(Map.of(), selection.zone());
        var inclusion = new Inclusion(cell, groups, selection);
        var counted = new AtomicLong();
        ledger.each(
                DSL.trueCondition(),
                selection,
                groups,
                deal -> counted.addAndGet(inclusion.of(deal).why() == null ? 1 : 0));
        var notExcluded = sql.fetchSingle(
                        "select count(*) from {0} where out.why is null",
                        ExcludedDeals.of(new ReadCells.Found(cell, Map.of()), selection, selection.reach()))
                .get(0, Long.class);
        return List.of(counted.get(), notExcluded);
    }

    private static List<Long> openDeals(Map<DealSnapshots.Place, DealSnapshots.Standing> kept, long type) {
        var open = kept.entrySet().stream()
                .filter(each -> each.getKey().type() == type)
                .mapToLong(each -> each.getValue().open())
                .sum();
        return List.of(open, open);
    }

    private Map<Long, Long> funnel(long type, LocalDate day) {
        var known = references.read();
        var selection = selection(type, day, Known.NOW);
        var counts = new HashMap<Long, Long>();
        FunnelEngines.funnel(
                        selection,
                        "EUR",
                        known,
                        database.count(new Pivot(selection, List.of(DealDimension.STAGE), List.of(), known, true))
                                .orElseThrow())
                .stages()
                .stream()
                .filter(stage -> known.type(type).orElseThrow().steps().contains(stage.stage()))
                .filter(stage -> stage.inWork().count() > 0)
                .forEach(stage -> counts.put(stage.stage().id(), stage.inWork().count()));
        return counts;
    }

    private Selection selection(long type, LocalDate day, Known known) {
        var query = new FunnelQuery(
                FunnelView.ACTIVE,
                type,
                new Period(FIRST_DAY, day),
                PeriodRule.SNAPSHOT,
                day,
                PotentialMoment.CURRENT,
                Counting.RAW,
                FunnelFilter.NONE,
                known);
        return Selection.of(
                query,
                references.read().type(type).orElseThrow(),
                ZONE,
                Instant.now(),
                FunnelWorld.reach(Scope.ALL, 0, Set.of()));
    }

    private Map<Long, Long> board(long type, LocalDate day, String known, CurrentUser user) {
        var filter = DealFilter.of(Map.of("asOf", day.toString(), "known", known));
        return board.columns(types.require(new DealTypeId(type)), filter, Map.of(), user).stream()
                .filter(column -> column.total() > 0)
                .collect(Collectors.toMap(column -> column.step().stage().value(), BoardColumn::total));
    }

    private Map<Long, Long> open(Map<DealSnapshots.Place, DealSnapshots.Standing> kept, long type) {
        var steps = types.require(new DealTypeId(type)).steps().stream()
                .map(step -> step.stage().value())
                .toList();
        return kept.entrySet().stream()
                .filter(each -> each.getKey().type() == type
                        && steps.contains(each.getKey().stage())
                        && each.getValue().open() > 0)
                .collect(Collectors.toMap(each -> each.getKey().stage(), each ->
                        (long) each.getValue().open()));
    }

    /** Number and potential of the deals, page by page, which the totals must equal. */
    private List<Object> listed(Map<String, String> parameters, CurrentUser user) {
        var filter = DealFilter.of(parameters);
        var rows = new java.util.ArrayList<DealRow>();
        String next = null;
        do {
            var page = list.page(filter, "amount", next, 7, user);
            rows.addAll(page.items());
            next = page.next();
        } while (next != null);
        var totals = list.totals(filter, user);
        assertThat(rows).doesNotHaveDuplicates().hasSize((int) totals.count());
        var sum = rows.stream()
                .map(row -> row.potential() == null ? BigDecimal.ZERO : row.potential())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(totals.potential());
        return List.of(totals.count(), totals.potential().setScale(2));
    }

    private static List<Object> all(Map<DealSnapshots.Place, DealSnapshots.Standing> kept, long type) {
        var all = kept.entrySet().stream()
                .filter(each -> each.getKey().type() == type)
                .map(Map.Entry::getValue)
                .toList();
        var sum = all.stream()
                .map(each -> each.openSum().add(each.wonSum()).add(each.lostSum()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(
                all.stream()
                        .mapToLong(each -> each.open() + each.won() + each.lost())
                        .sum(),
                sum.setScale(2));
    }

    private LocalDate anyDay() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
