package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.platform.Period;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Twelve deals in three stages, counted by hand. March 2026 in Zagreb begins at 28 February 23:00 UTC and, because the
 * clocks go forward on the 29th, ends at 31 March 22:00 UTC.
 */
@LijevakTest
class FunnelFixtureTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Zagreb");
    private static final Instant NOW = zagreb("2026-04-10T12:00");
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    CountInDatabase database;

    @Autowired
    ReadFunnelReferences references;

    private FunnelWorld rows;
    private long contact;
    private long offer;
    private long deal;
    private FunnelType type;

    @BeforeEach
    void twelveDeals() {
        world.reset();
        rows = new FunnelWorld(jdbc);
        contact = rows.stage("Contact", 1);
        offer = rows.stage("Offer", 2);
        deal = rows.stage("Agreement", 3);
        var id = rows.type("Sale", List.of(contact, offer, deal));

        // 1 won straight through in March: 2, 4 and 6 days
        deal(
                id,
                deal,
                "WON",
                "100",
                "2026-03-02T09:00",
                "2026-03-14T09:00",
                visit(contact, "2026-03-02T09:00", "2026-03-04T09:00", "ADVANCED", "90", "95"),
                visit(offer, "2026-03-04T09:00", "2026-03-08T09:00", "ADVANCED", "95", "98"),
                visit(deal, "2026-03-08T09:00", "2026-03-14T09:00", "WON", "98", "100"));
        // 2 lost in Offer in the last minute of March
        deal(
                id,
                offer,
                "LOST",
                "200",
                "2026-03-20T09:00",
                "2026-03-31T23:59",
                visit(contact, "2026-03-20T09:00", "2026-03-30T10:00", "ADVANCED", "200", "200"),
                visit(offer, "2026-03-30T10:00", "2026-03-31T23:59", "LOST", "200", "200"));
        // 3 lost in Contact in the first minute of April: not closed in March, yet opened in it
        deal(
                id,
                contact,
                "LOST",
                "300",
                "2026-03-31T20:00",
                "2026-04-01T00:00",
                visit(contact, "2026-03-31T20:00", "2026-04-01T00:00", "LOST", "300", "300"));
        // 4 opened in the last minute of February, open in Contact
        deal(
                id,
                contact,
                "OPEN",
                "400",
                "2026-02-28T23:59",
                null,
                visit(contact, "2026-02-28T23:59", null, "OPEN", "400", null));
        // 5 opened in the first minute of March, open in Contact since
        deal(
                id,
                contact,
                "OPEN",
                "500",
                "2026-03-01T00:00",
                null,
                visit(contact, "2026-03-01T00:00", null, "OPEN", "500", null));
        // 6 went back from Offer to Contact, entered Offer again, and stands there: Contact 2 + 3 days
        deal(
                id,
                offer,
                "OPEN",
                "600",
                "2026-03-05T08:00",
                null,
                visit(contact, "2026-03-05T08:00", "2026-03-07T08:00", "ADVANCED", "600", "600"),
                visit(offer, "2026-03-07T08:00", "2026-03-08T08:00", "RETURNED", "600", "600"),
                visit(contact, "2026-03-08T08:00", "2026-03-11T08:00", "ADVANCED", "600", "600"),
                visit(offer, "2026-03-11T08:00", null, "OPEN", "600", null));
        // 7 was sent back from Offer to Contact and stands there
        deal(
                id,
                contact,
                "OPEN",
                "700",
                "2026-03-10T08:00",
                null,
                visit(contact, "2026-03-10T08:00", "2026-03-12T08:00", "ADVANCED", "700", "700"),
                visit(offer, "2026-03-12T08:00", "2026-03-13T08:00", "RETURNED", "700", "700"),
                visit(contact, "2026-03-13T08:00", null, "OPEN", "700", null));
        // 8 skipped Offer and was won in Agreement
        deal(
                id,
                deal,
                "WON",
                "800",
                "2026-03-03T08:00",
                "2026-03-23T08:00",
                visit(contact, "2026-03-03T08:00", "2026-03-13T08:00", "ADVANCED", "800", "800"),
                visit(offer, "2026-03-13T08:00", "2026-03-13T08:00", "SKIPPED", "800", "800"),
                visit(deal, "2026-03-13T08:00", "2026-03-23T08:00", "WON", "800", "800"));
        // 9 was lost in March and reopened in April: it stands in Offer
        deal(
                id,
                offer,
                "OPEN",
                "900",
                "2026-03-15T08:00",
                null,
                visit(contact, "2026-03-15T08:00", "2026-03-16T08:00", "ADVANCED", "900", "900"),
                visit(offer, "2026-03-16T08:00", "2026-03-20T08:00", "LOST", "900", "900"),
                visit(offer, "2026-04-02T08:00", null, "OPEN", "900", null));
        // 10 in dollars: 1,000.00 USD at 0.85 are 850.00 EUR, won in March
        rows.deal(
                new Deal(
                        id,
                        deal,
                        "WON",
                        null,
                        null,
                        null,
                        new BigDecimal("1000.00"),
                        zagreb("2026-02-01T08:00"),
                        zagreb("2026-03-25T08:00")),
                "USD",
                new BigDecimal("0.85"),
                List.of(visit(deal, "2026-02-01T08:00", "2026-03-25T08:00", "WON", "850", "850")));
        // 11 imported: won, when is not known
        deal(
                id,
                deal,
                "WON",
                "1100",
                null,
                null,
                new Visit(deal, null, null, "WON", null, null, zagreb("2026-04-05T08:00"), zagreb("2026-04-05T08:00")));
        // 12 amount not known, opened when is not known, stands in Contact since the import
        rows.deal(
                new Deal(id, contact, "OPEN", null, null, null, null, null, null),
                List.of(new Visit(contact, null, null, "OPEN", null, null, zagreb("2026-04-05T08:00"), null)));
        facts.rebuild();
        type = references.read().type(id).orElseThrow();
    }

    @Test
    void closedCountsDealsWonOrLostInTheMonthWithAllTheirStages() {
        var funnel = funnel(PeriodRule.CLOSED, null, PotentialMoment.CURRENT, Counting.RAW);

        assertThat(counts(funnel, contact)).containsExactly(3, 3, 0, 0, 0);
        assertThat(counts(funnel, offer)).containsExactly(2, 1, 1, 0, 0);
        assertThat(counts(funnel, deal)).containsExactly(3, 3, 0, 0, 0);
        assertThat(stage(funnel, contact).won().amount()).isEqualByComparingTo("1100");
        assertThat(stage(funnel, offer).lost().amount()).isEqualByComparingTo("200");
        assertThat(stage(funnel, deal).won().amount()).isEqualByComparingTo("1750");
        assertThat(stage(funnel, offer).conversion()).hasValue(0.5);
        assertThat(stage(funnel, offer).lossShare()).hasValue(0.5);
        assertThat(totals(funnel)).containsExactly(3, 1, 0);
        assertThat(funnel.totals().won().amount()).isEqualByComparingTo("1750");
        assertThat(funnel.totals().winRate()).hasValue(0.75);
        assertThat(funnel.totals().undated()).isEqualTo(1);
    }

    @Test
    void daysAreTheWholeTimeInTheStageOfTheCountedDeals() {
        var funnel = funnel(PeriodRule.CLOSED, null, PotentialMoment.CURRENT, Counting.RAW);

        // Contact: 2, 10 (one hour less than ten days and an hour by the clock) and 10 days
        assertThat(stage(funnel, contact).days().known()).isEqualTo(3);
        assertThat(stage(funnel, contact).days().median()).isEqualByComparingTo("10.0");
        assertThat(stage(funnel, contact).days().average()).isEqualByComparingTo("7.3");
        // to win: 12, 20 and 52 days
        assertThat(funnel.totals().daysToWin().median()).isEqualByComparingTo("20.0");
        assertThat(funnel.totals().daysToWin().average()).isEqualByComparingTo("28.0");
    }

    @Test
    void cohortFollowsTheDealsOpenedInTheMonth() {
        var funnel = funnel(PeriodRule.COHORT, null, PotentialMoment.CURRENT, Counting.RAW);

        // 1, 2, 3, 5, 6, 7, 8, 9; the deals 11 and 12 have no known opening
        assertThat(counts(funnel, contact)).containsExactly(8, 5, 1, 2, 0);
        assertThat(counts(funnel, offer)).containsExactly(5, 1, 1, 2, 1);
        assertThat(counts(funnel, deal)).containsExactly(2, 2, 0, 0, 0);
        assertThat(stage(funnel, contact).inWork().amount()).isEqualByComparingTo("1200");
        assertThat(stage(funnel, offer).returned().amount()).isEqualByComparingTo("700");
        assertThat(totals(funnel)).containsExactly(2, 2, 4);
        assertThat(funnel.totals().undated()).isEqualTo(2);
    }

    @Test
    void cohortAsOfThePastShowsWhatWasKnownThen() {
        var funnel = funnel(PeriodRule.COHORT, LocalDate.of(2026, 3, 31), PotentialMoment.CURRENT, Counting.RAW);

        // on 31 March deal 3 still stands in Contact and deal 9 is lost in Offer
        assertThat(counts(funnel, contact)).containsExactly(8, 5, 0, 3, 0);
        assertThat(counts(funnel, offer)).containsExactly(5, 1, 2, 1, 1);
        assertThat(totals(funnel)).containsExactly(2, 2, 4);
    }

    @Test
    void overlapCountsEachStageThatADealStoodInDuringTheMonth() {
        var funnel = funnel(PeriodRule.OVERLAP, null, PotentialMoment.CURRENT, Counting.RAW);

        // Contact: 1 to 9; deals 11 and 12 are known from April on. Deal 9's last visit in March was lost
        assertThat(counts(funnel, contact)).containsExactly(9, 5, 1, 3, 0);
        assertThat(counts(funnel, offer)).containsExactly(5, 1, 2, 1, 1);
        assertThat(counts(funnel, deal)).containsExactly(3, 3, 0, 0, 0);
        assertThat(totals(funnel)).containsExactly(3, 2, 5);
    }

    @Test
    void snapshotShowsOpenDealsWhereTheyStand() {
        var now = funnel(PeriodRule.SNAPSHOT, null, PotentialMoment.CURRENT, Counting.RAW);
        var then = funnel(PeriodRule.SNAPSHOT, LocalDate.of(2026, 3, 31), PotentialMoment.CURRENT, Counting.RAW);

        assertThat(counts(now, contact)).containsExactly(4, 0, 0, 4, 0);
        assertThat(counts(now, offer)).containsExactly(2, 0, 0, 2, 0);
        assertThat(stage(now, contact).inWork()).isEqualTo(new Tally(4, new BigDecimal("1600.00"), 1));
        // 10 % of 1,600 and 20 % of 1,500
        assertThat(stage(now, contact).expected()).isEqualByComparingTo("160");
        assertThat(stage(now, offer).expected()).isEqualByComparingTo("300");
        // deal 3 was still open, deal 9 was closed, deal 12 was not known yet
        assertThat(counts(then, contact)).containsExactly(4, 0, 0, 4, 0);
        assertThat(counts(then, offer)).containsExactly(1, 0, 0, 1, 0);
    }

    @Test
    void builtUpAddsTheDealsThatReachedALaterStage() {
        var closed = funnel(PeriodRule.CLOSED, null, PotentialMoment.CURRENT, Counting.BUILT_UP);
        var open = funnel(PeriodRule.SNAPSHOT, null, PotentialMoment.CURRENT, Counting.BUILT_UP);

        // deal 8 skipped Offer, deal 10 is known in Agreement alone
        assertThat(counts(closed, contact)).containsExactly(4, 4, 0, 0, 0);
        assertThat(counts(closed, offer)).containsExactly(4, 3, 1, 0, 0);
        assertThat(counts(closed, deal)).containsExactly(3, 3, 0, 0, 0);
        assertThat(counts(open, contact)).containsExactly(6, 2, 0, 4, 0);
    }

    @Test
    void amountsMayBeThoseAtEntryOrAtExit() {
        var entry = funnel(PeriodRule.CLOSED, null, PotentialMoment.ENTRY, Counting.RAW);
        var exit = funnel(PeriodRule.CLOSED, null, PotentialMoment.EXIT, Counting.RAW);

        assertThat(stage(entry, contact).won().amount()).isEqualByComparingTo("1090");
        assertThat(stage(exit, contact).won().amount()).isEqualByComparingTo("1095");
        assertThat(entry.totals().won().amount()).isEqualByComparingTo("1748");
    }

    private Funnel funnel(PeriodRule rule, @Nullable LocalDate asOf, PotentialMoment potential, Counting counting) {
        var query = new FunnelQuery(
                FunnelView.CLOSED, type.id(), MARCH, rule, asOf, potential, counting, FunnelFilter.NONE);
        var reach = FunnelWorld.reach(Scope.ALL, 0, Set.of());
        return FunnelWorld.counted(database, Selection.of(query, type, ZONE, NOW, reach), references.read());
    }

    private static StageFigures stage(Funnel funnel, long stage) {
        return funnel.stages().stream()
                .filter(row -> row.stage().id() == stage)
                .findFirst()
                .orElseThrow();
    }

    /** Entered, won, lost, in work, returned. */
    private static List<Integer> counts(Funnel funnel, long stage) {
        var row = stage(funnel, stage);
        return List.of(
                (int) row.entered().count(),
                (int) row.won().count(),
                (int) row.lost().count(),
                (int) row.inWork().count(),
                (int) row.returned().count());
    }

    /** Won, lost, in work. */
    private static List<Integer> totals(Funnel funnel) {
        var totals = funnel.totals();
        return List.of((int) totals.won().count(), (int) totals.lost().count(), (int)
                totals.inWork().count());
    }

    private void deal(
            long typeId,
            long stage,
            String outcome,
            String amount,
            @Nullable String opened,
            @Nullable String closed,
            Visit... visits) {
        rows.deal(
                new Deal(
                        typeId,
                        stage,
                        outcome,
                        null,
                        null,
                        null,
                        new BigDecimal(amount),
                        opened == null ? null : zagreb(opened),
                        closed == null ? null : zagreb(closed)),
                List.of(visits));
    }

    private static Visit visit(
            long stage, String entered, @Nullable String left, String outcome, String entry, @Nullable String exit) {
        var end = left == null ? null : zagreb(left);
        return new Visit(
                stage,
                zagreb(entered),
                end,
                outcome,
                new BigDecimal(entry),
                exit == null ? null : new BigDecimal(exit),
                zagreb(entered),
                end);
    }

    private static Instant zagreb(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
