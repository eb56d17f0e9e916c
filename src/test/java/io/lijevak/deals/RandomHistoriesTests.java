package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealTypeDraft;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.process.DealTypeId;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random lives of deals, each from a seed of its own: the ledger holds its rules after every step. */
@Tag("external")
@LijevakTest
class RandomHistoriesTests {
    private static final int DEALS = 5;
    private static final int STEPS = 14;

    @Autowired
    DealWorld deals;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    @Autowired
    ReopenDeal reopen;

    @Autowired
    SwitchDeal switchDeal;

    @Autowired
    ChangeDeal change;

    @Autowired
    Deals stored;

    @Autowired
    io.lijevak.process.AddDealType addType;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private DealTypeId other;

    /** What each stage has seen, counted by hand while the deals live. */
    private final Map<Long, Map<VisitOutcome, Integer>> expected = new HashMap<>();

    @BeforeEach
    void found() {
        admin = deals.found();
        var steps = List.of(3, 1, 6).stream()
                .map(place -> new StepDraft(deals.stage(place), 5, 50))
                .toList();
        other = addType.from(new DealTypeDraft("Short", DealMode.MANUAL, true, steps), admin);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 31, 444, 5_000_000})
    void keepTheLedgerWhole(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<DealId>();
        for (int index = 0; index < DEALS; index++) {
            all.add(opened(random));
        }
        for (int step = 0; step < DEALS * STEPS; step++) {
            live(all.get(random.nextInt(DEALS)), random);
        }

        assertThat(new LedgerInvariants(jdbc).broken()).as("seed %d", seed).isEmpty();
        assertThat(counted()).as("seed %d", seed).isEqualTo(expected);
    }

    private DealId opened(Random random) {
        var place = 1 + random.nextInt(9);
        for (int skipped = 1; skipped < place; skipped++) {
            count(deals.stage(skipped).value(), VisitOutcome.SKIPPED);
        }
        count(deals.stage(place).value(), VisitOutcome.OPEN);
        return deals.open(admin, deals.stage(place), "1000.00");
    }

    private void live(DealId id, Random random) {
        var deal = stored.require(id);
        if (deal.outcome() != DealOutcome.OPEN) {
            reopen.now(id, Seen.ANYTHING, admin);
            count(stageOf(deal), VisitOutcome.OPEN);
            return;
        }
        switch (random.nextInt(10)) {
            case 0 -> closeAs(deal, VisitOutcome.WON);
            case 1 -> closeAs(deal, VisitOutcome.LOST);
            case 2 -> revalue(id, random);
            case 3 -> switchType(deal);
            default -> moveSomewhere(deal, random);
        }
    }

    private void closeAs(Deal deal, VisitOutcome outcome) {
        if (outcome == VisitOutcome.WON) {
            close.won(deal.id(), Seen.ANYTHING, null, null, admin);
        } else {
            var loss = new CloseDeal.LossStatement(deals.reason(true), null, "Rival", null);
            close.lost(deal.id(), Seen.ANYTHING, loss, admin);
        }
        left(deal, outcome);
    }

    private void revalue(DealId id, Random random) {
        var version = jdbc.sql("select version from deal where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        var amount = BigDecimal.valueOf(random.nextInt(100_000), 2);
        change.to(deals.terms("Press", amount.toPlainString()), id, version, admin);
    }

    private void switchType(Deal deal) {
        var target = deal.type().equals(other) ? deals.manual().id() : other;
        switchDeal.to(target, null, deal.id(), Seen.ANYTHING, admin);
        left(deal, VisitOutcome.SWITCHED);
        count(stageOf(stored.require(deal.id())), VisitOutcome.OPEN);
    }

    private void moveSomewhere(Deal deal, Random random) {
        var steps = deal.type().equals(other)
                ? List.of(deals.stage(3), deals.stage(1), deals.stage(6))
                : deals.manual().steps().stream().map(step -> step.stage()).toList();
        var to = random.nextInt(steps.size());
        var from = steps.indexOf(deal.stage());
        if (!move.to(steps.get(to), deal.id(), Seen.ANYTHING, admin)) {
            return;
        }
        left(deal, to > from ? VisitOutcome.ADVANCED : VisitOutcome.RETURNED);
        for (int skipped = from + 1; skipped < to; skipped++) {
            count(steps.get(skipped).value(), VisitOutcome.SKIPPED);
        }
        count(steps.get(to).value(), VisitOutcome.OPEN);
    }

    private void left(Deal deal, VisitOutcome outcome) {
        var at = expected.get(stageOf(deal));
        if (at.merge(VisitOutcome.OPEN, -1, Integer::sum) == 0) {
            at.remove(VisitOutcome.OPEN);
        }
        count(stageOf(deal), outcome);
    }

    private void count(long stage, VisitOutcome outcome) {
        expected.computeIfAbsent(stage, key -> new EnumMap<>(VisitOutcome.class))
                .merge(outcome, 1, Integer::sum);
    }

    private static long stageOf(Deal deal) {
        return deal.stage().value();
    }

    private Map<Long, Map<VisitOutcome, Integer>> counted() {
        var counted = new HashMap<Long, Map<VisitOutcome, Integer>>();
        jdbc.sql("select stage_id, outcome, count(*) from stage_visit group by 1, 2")
                .query(row -> {
                    counted.computeIfAbsent(row.getLong(1), key -> new EnumMap<>(VisitOutcome.class))
                            .put(VisitOutcome.valueOf(row.getString(2)), row.getInt(3));
                });
        return counted;
    }
}
