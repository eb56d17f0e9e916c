package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealMode;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@LijevakTest
class MoveDealTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    @Autowired
    ReopenDeal reopen;

    @Autowired
    CreateDeal create;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = deals.found();
    }

    @Test
    void writesTheLedgerOfAWholeSale() {
        var deal = deals.open(admin);

        move.to(deals.stage(4), deal, Seen.ANYTHING, admin);
        move.to(deals.stage(2), deal, Seen.ANYTHING, admin);
        close.lost(deal, Seen.ANYTHING, loss(deals.reason(false)), admin);
        reopen.now(deal, Seen.ANYTHING, admin);
        close.won(deal, Seen.ANYTHING, null, null, admin);

        assertThat(deals.visits(deal))
                .containsExactly("1 1 ADVANCED", "2 2 SKIPPED", "3 3 SKIPPED", "4 4 RETURNED", "5 2 LOST", "6 2 WON");
    }

    @Test
    void recordsEachChangeInTheAuditTrailInWords() {
        var deal = deals.open(admin);

        move.to(deals.stage(2), deal, Seen.ANYTHING, admin);

        var entries = audit.of("deal", deal.value(), 10);
        assertThat(entries).extracting(AuditTrail.Entry::action).containsExactly("moved", "created");
        assertThat(entries.getFirst().changes().get("stage"))
                .isEqualTo(new AuditTrail.Change("Ocjena kupca", "Priprema za sastanak"));
    }

    @Test
    void tellsTheSecondOfTwoWhoWasFirstAndWhereTheDealIs() {
        var deal = deals.open(admin);
        var ana = world.user(world.person("Ana", Role.ADMINISTRATOR));
        move.to(deals.stage(3), deal, Seen.at(deals.stage(1)), ana);

        assertThatThrownBy(() -> move.to(deals.stage(2), deal, Seen.at(deals.stage(1)), admin))
                .isInstanceOfSatisfying(Conflict.class, conflict -> {
                    assertThat(conflict.messageKey()).isEqualTo("deals.error.meanwhile.open");
                    assertThat(conflict.arguments()).containsExactly("Ana", "Prezentacija (sastanak)");
                });
    }

    @Test
    void keepsOneChainWhenEightMoveOneDealAtOnce() throws Exception {
        var deal = deals.open(admin);
        var moved = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tasks = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        for (int round = 0; round < 5; round++) {
                            try {
                                if (move.to(deals.stage(1 + (writer + round) % 9), deal, Seen.ANYTHING, admin)) {
                                    moved.incrementAndGet();
                                }
                            } catch (Conflict somebodyWasFirst) {
                                assertThat(somebodyWasFirst.messageKey()).startsWith("deals.error.meanwhile");
                            }
                        }
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        }

        var left = jdbc.sql("select count(*) from stage_visit where outcome in ('ADVANCED', 'RETURNED')")
                .query(Integer.class)
                .single();
        assertThat(moved.get()).isPositive().isEqualTo(left);
        assertThat(new LedgerInvariants(jdbc).broken()).isEmpty();
    }

    @Test
    void refusesWithAFieldWhatIsMissingOrUnknown() {
        var deal = deals.open(admin);
        jdbc.sql("update deal_type set use_allowed = false where mode = 'AUTOMATIC'")
                .update();

        assertField("reason", () -> close.lost(deal, Seen.ANYTHING, loss(null), admin));
        assertField("competitor", () -> close.lost(deal, Seen.ANYTHING, loss(deals.reason(true)), admin));
        assertField("stage", () -> move.to(new io.lijevak.process.StageId(999), deal, Seen.ANYTHING, admin));
        assertField(
                "type",
                () -> create.with(
                        new NewDeal(deals.type(DealMode.AUTOMATIC).id(), null, null, deals.terms("Press", null)),
                        admin));
        assertField(
                "title",
                () -> create.with(new NewDeal(deals.manual().id(), null, null, deals.terms(" ", null)), admin));
        assertThat(deals.visits(deal)).containsExactly("1 1 OPEN");
    }

    @Test
    void keepsAForeignDealFromARep() {
        var deal = deals.open(admin);
        var rep = world.user(world.person("Iva", Role.SALES_REP));

        assertThatThrownBy(() -> move.to(deals.stage(2), deal, Seen.ANYTHING, rep))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static CloseDeal.LossStatement loss(Long reason) {
        return new CloseDeal.LossStatement(reason, null, null, null);
    }

    private static void assertField(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems().getFirst().field())
                                .isEqualTo(field));
    }
}
