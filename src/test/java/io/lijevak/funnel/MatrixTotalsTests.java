package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Totals of the matrix, whatever groups it and whatever it tells: methods, events, properties, kinds of customers. */
@LijevakTest
class MatrixTotalsTests {
    private static final int QUESTIONS = 60;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    ReadFunnelReferences references;

    @Autowired
    FunnelEngines engines;

    @Autowired
    Dimensions dimensions;

    @Autowired
    Indicators indicators;

    @Autowired
    KeepProperties properties;

    private final Random random = new Random(20261128);
    private RandomHistory history;
    private FunnelReferences known;
    private CurrentUser ana;

    @BeforeEach
    void deals() {
        history = new RandomHistory(world, jdbc, 20261128);
        ana = world.user(world.person("Ana Marušić", Role.ADMINISTRATOR));
        for (var kind : List.of(RecordKind.DEAL, RecordKind.CUSTOMER)) {
            properties.add(
                    new NewProperty(
                            kind,
                            PropertyType.LIST,
                            null,
                            null,
                            null,
                            List.of("North", "South"),
                            PropertyDraft.named("Region")),
                    ana);
        }
        for (var table : List.of("deal", "customer")) {
            jdbc.sql("update " + table + " set properties = jsonb_build_object('region', (select min(id) + " + table
                            + ".id % 3 from property_choice)) where id % 3 < 2")
                    .update();
        }
        jdbc.sql("""
                insert into interaction (kind, state, at, state_at, direction, subject, search_text, deal_id, customer_id,
                  created_at)
                select k.kind, 'HELD', d.opened_at + interval '1 day', d.opened_at + interval '1 day',
                  case when k.kind <> 'MEETING' then 'OUTGOING' end, 'Talk', 'talk', d.id, d.customer_id, d.opened_at
                from deal d cross join unnest(array['CALL', 'MEETING', 'EMAIL']) k (kind)
                where d.opened_at is not null and d.id % 5 < length(k.kind) - 3""").update();
        facts.rebuild();
        known = references.read();
    }

    @Test
    void totalsAreWhatIsAskedWithoutGroupsAndAddUpWhereEachDealHasOneValue() {
        var added = 0;
        var severalTimes = false;
        var told = indicators.all(ana);
        assertThat(told).as("events too").hasAtLeastOneElementOfType(EventMeasure.class);
        for (var i = 0; i < QUESTIONS; i++) {
            var selection = selection();
            var by = new java.util.ArrayList<>(dimensions.all(ana));
            Collections.shuffle(by, random);
            var rows = by.subList(0, 1 + random.nextInt(2));
            var columns = by.subList(2, 3 + random.nextInt(2));
            var cells = count(selection, rows, columns, told);

            assertThat(cells(cells, true, false))
                    .as("%s by %s", selection.query(), rows)
                    .isEqualTo(count(selection, rows, List.of(), told));
            assertThat(cells(cells, false, true))
                    .as("%s by %s", selection.query(), columns)
                    .isEqualTo(count(selection, List.of(), columns, told));

            var once = columns.stream().allMatch(one -> one.hasOneValue() && !one.ofStages());
            for (var indicator : told.stream().filter(MatrixTotalsTests::addsUp).toList()) {
                var sums = sums(cells, columns.size(), indicator);
                var totals = totals(cells, indicator);
                if (once) {
                    added++;
                    assertThat(sums)
                            .as("%s of %s by %s, %s", indicator.key(), selection.query(), rows, columns)
                            .isEqualTo(totals);
                } else {
                    severalTimes |= !sums.equals(totals);
                }
            }
        }
        assertThat(added).isGreaterThan(QUESTIONS);
        assertThat(severalTimes).as("a deal of several values stands in each").isTrue();
    }

    private Selection selection() {
        var asked = history.question(known);
        return Selection.of(
                asked,
                known.type(asked.dealType()).orElseThrow(),
                RandomHistory.ZONE,
                RandomHistory.NOW,
                DealReach.of(ana));
    }

    private Map<Group, Figures> count(
            Selection selection, List<Dimension> rows, List<Dimension> columns, List<Indicator> told) {
        return engines.count(new Pivot(selection, rows, columns, known, true), told, Engine.DATABASE)
                .cells();
    }

    /** The totals of rows, or of columns, and the whole. */
    private static Map<Group, Figures> cells(Map<Group, Figures> cells, boolean ofRows, boolean ofColumns) {
        var some = new HashMap<>(cells);
        some.keySet()
                .removeIf(group -> !ofRows && !group.rows().isEmpty()
                        || !ofColumns && !group.columns().isEmpty());
        return some;
    }

    /** Counts, amounts and events; expected revenue is rounded once for each cell. */
    private static boolean addsUp(Indicator indicator) {
        return indicator instanceof EventMeasure
                || indicator instanceof Measure measure
                        && (measure.kind() == Measure.Kind.DEALS || measure.kind() == Measure.Kind.AMOUNT)
                        && measure != Measure.EXPECTED;
    }

    private static Map<List<String>, BigDecimal> sums(Map<Group, Figures> cells, int depth, Indicator indicator) {
        var sums = new HashMap<List<String>, BigDecimal>();
        cells.forEach((group, figures) -> {
            var value = indicator.of(figures);
            if (group.columns().size() == depth && value != null) {
                sums.merge(
                        group.rows(),
                        value.stripTrailingZeros(),
                        (one, other) -> one.add(other).stripTrailingZeros());
            }
        });
        return sums;
    }

    private static Map<List<String>, BigDecimal> totals(Map<Group, Figures> cells, Indicator indicator) {
        return sums(cells, 0, indicator);
    }
}
