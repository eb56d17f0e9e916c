package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.SilenceThresholds.Thresholds;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

@LijevakTest
class WarningsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Attention attention;

    @Autowired
    WatchDeals watch;

    @Autowired
    RiskSignals signals;

    @Autowired
    Signals seen;

    @Autowired
    Rivals rivals;

    @Autowired
    DealList list;

    @Autowired
    DealBoard board;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    @Autowired
    SilenceThresholds thresholds;

    @Autowired
    TransactionOperations transactions;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    /** Christmas 2026 falls on Friday and Saturday; All Saints' Day is a Sunday, the 18th of November a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00+01:00, 1, 2026-11-30",
        "2026-11-27T10:00+01:00, 3, 2026-12-02",
        "2026-11-28T23:30+01:00, 1, 2026-11-30",
        "2026-12-23T08:00+01:00, 3, 2026-12-29",
        "2026-11-16T12:00+01:00, 3, 2026-11-20",
        "2026-10-23T22:00+02:00, 2, 2026-10-27",
        "2027-03-26T09:00+01:00, 2, 2027-03-31"
    })
    void aStageIsDueOnTheRightDayOverWeekendsHolidaysAndClockChanges(OffsetDateTime entered, int norm, String due) {
        norms(norm);
        var deal = enteredAt(entered.toInstant());

        watch.lookAtAll();

        assertThat(jdbc.sql("""
                select (stage_due_at at time zone 'Europe/Zagreb')::date::text from deal where id = :id""").param("id", deal.value()).query(String.class).single())
                .isEqualTo(due);
    }

    @Test
    void findsPlantedHangingDealsAndCountsThemAsTheirListsDo() {
        norms(3);
        for (int n = 0; n < 12; n++) {
            var deal = enteredAt(Instant.now().minus(Duration.ofDays(n % 3 == 0 ? 40 : 0)));
            if (n % 2 == 0) {
                inTransaction(() -> attention.nextStep(deal, Instant.now().plus(Duration.ofDays(1))));
            }
            if (n % 4 == 0) {
                inTransaction(() -> attention.contact(deal, Instant.now().minus(Duration.ofDays(20))));
            } else {
                inTransaction(() -> attention.contact(deal, Instant.now().minus(Duration.ofDays(2))));
            }
        }

        assertThat(count("late")).isEqualTo(4);
        assertThat(count("silent")).isEqualTo(3);
        assertThat(count("unplanned")).isEqualTo(6);
        var columns = board.columns(deals.manual(), DealFilter.of(Map.of()), Map.of(), admin);
        for (var mark : List.of(DealMark.LATE, DealMark.SILENT, DealMark.UNPLANNED)) {
            assertThat(columns.stream().mapToLong(column -> column.marked(mark)).sum())
                    .isEqualTo(count(mark.word()));
        }
    }

    @Test
    void silenceFollowsTheThresholdOfTheStageThenOfTheType() {
        var deal = deals.open(admin, deals.stage(2), "100.00");
        inTransaction(() -> attention.contact(deal, Instant.now().minus(Duration.ofDays(10))));
        assertThat(count("silent")).isZero();

        thresholds.set(deals.manual().id(), new Thresholds(7, Map.of()), admin);
        assertThat(count("silent")).isEqualTo(1);

        thresholds.set(deals.manual().id(), new Thresholds(7, Map.of(deals.stage(2), 30)), admin);
        assertThat(count("silent")).isZero();
        assertThat(thresholds.of(deals.manual().id())).isEqualTo(new Thresholds(7, Map.of(deals.stage(2), 30)));

        assertThatThrownBy(() -> thresholds.set(deals.manual().id(), new Thresholds(0, Map.of()), admin))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        thresholds.set(deals.manual().id(), new Thresholds(null, Map.of(deals.stage(1), 366)), admin))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        thresholds.set(deals.manual().id(), new Thresholds(1, Map.of()), world.user(Role.SALES_REP)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void eachWarningSaysWhyAndSinceWhen() {
        norms(2);
        var entered = Instant.now().minus(Duration.ofDays(30));
        var deal = enteredAt(entered);
        jdbc.sql("update deal set amount = 500 where id = :id")
                .param("id", deal.value())
                .update();
        postponed(deal, "2026-01-01", "2026-02-01");
        postponed(deal, "2026-02-01", "2026-03-01");
        postponed(deal, "2026-03-01", "2026-02-15");
        overridden(deal, "Kupac čeka");

        rivals.name(deal, "Rival d.o.o.", admin);
        watch.lookAtAll();

        var open = signals.of(deal);
        assertThat(open)
                .extracting(RiskSignal::kind)
                .containsExactlyInAnyOrder(
                        RiskKind.LATE,
                        RiskKind.SILENT,
                        RiskKind.UNPLANNED,
                        RiskKind.POSTPONED,
                        RiskKind.SHRUNK,
                        RiskKind.COMPETITOR,
                        RiskKind.OVERRIDDEN);
        assertThat(open)
                .allMatch(signal -> signal.handled() == null && !signal.since().isBefore(entered.minusMillis(1)));
        assertThat(seen.signal(deal, RiskKind.LATE))
                .satisfies(late -> assertThat(late.number()).isEqualTo(2));
        assertThat(seen.signal(deal, RiskKind.POSTPONED))
                .satisfies(late -> assertThat(late.number()).isEqualTo(2));
        assertThat(seen.signal(deal, RiskKind.SHRUNK))
                .satisfies(late -> assertThat(late.number()).isEqualTo(50));
        assertThat(seen.signal(deal, RiskKind.COMPETITOR))
                .satisfies(one -> assertThat(one.name()).isEqualTo("Rival d.o.o."));
        assertThat(seen.signal(deal, RiskKind.OVERRIDDEN))
                .satisfies(one -> assertThat(one.name()).isEqualTo("Kupac čeka"));
        // 1 − .75 × .7 × .8 × .75 × .8 × .7 × .9
        assertThat(seen.risk(deal)).isEqualTo("0.841");
    }

    @Test
    void aWarningGoesWithItsReasonAndWithTheDeal() {
        jdbc.sql("update deal_type_step set norm_days = null").update();
        var deal = enteredAt(Instant.now().minus(Duration.ofDays(30)));
        watch.look(List.of(deal.value()));
        assertThat(seen.kinds(deal)).containsExactlyInAnyOrder(RiskKind.SILENT, RiskKind.UNPLANNED);

        inTransaction(() -> attention.contact(deal, Instant.now()));
        inTransaction(() -> attention.nextStep(deal, Instant.now().plus(Duration.ofDays(3))));
        assertThat(seen.kinds(deal)).isEmpty();
        assertThat(seen.risk(deal)).isEqualTo("0.000");

        rivals.name(deal, "Rival", admin);
        assertThat(seen.kinds(deal)).containsExactly(RiskKind.COMPETITOR);
        rivals.name(deal, "rival", admin);
        assertThat(rivals.of(deal)).hasSize(1);
        close.won(deal, Seen.ANYTHING, null, null, admin);
        assertThat(seen.kinds(deal)).isEmpty();
        assertThat(jdbc.sql("select ending from risk_signal where kind = 'COMPETITOR'")
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        assertThatThrownBy(() -> rivals.name(deal, "Other", admin)).isInstanceOf(Conflict.class);
    }

    @Test
    void goingBackWarns() {
        var deal = deals.open(admin);
        move.to(deals.stage(3), deal, Seen.ANYTHING, admin);
        assertThat(seen.kinds(deal)).isEmpty();

        move.to(deals.stage(1), deal, Seen.ANYTHING, admin);

        assertThat(seen.kinds(deal)).containsExactly(RiskKind.RETURNED);
    }

    private void norms(int days) {
        jdbc.sql("update deal_type_step set norm_days = :days")
                .param("days", days)
                .update();
    }

    private DealId enteredAt(Instant moment) {
        var id = jdbc.sql("""
                with made as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate,
                    responsible_id, opened_at)
                  values ('Press', 'press', :type, :version, :stage, 1000, 'EUR', 1, :person, :at)
                  returning id, stage_id)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, entry_potential, cause)
                select id, 1, :version, stage_id, :at, 1000, 'CREATED' from made returning deal_id""")
                .param("type", deals.manual().id().value())
                .param("version", deals.manual().stepsVersion())
                .param("stage", deals.stage(2).value())
                .param("person", admin.id())
                .param("at", Timestamp.from(moment))
                .query(Long.class)
                .single();
        return new DealId(id);
    }

    private void postponed(DealId deal, String before, String after) {
        jdbc.sql("""
                insert into audit_entry (person_id, via, subject_kind, subject_id, action, changes)
                values (:person, 'web', 'deal', :deal, 'changed', jsonb_build_object('expectedClose',
                  jsonb_build_object('before', cast(:before as text), 'after', cast(:after as text))))""")
                .param("person", admin.id())
                .param("deal", deal.value())
                .param("before", before)
                .param("after", after)
                .update();
    }

    private void overridden(DealId deal, String reason) {
        jdbc.sql("""
                insert into requirement_override (subject_kind, subject_id, deal_type_id, steps_version, stage_id,
                  requirement_id, kind, reason, person_id, at)
                values ('deal', :deal, :type, 1, :stage, 1, 'field', :reason, :person, now())""")
                .param("deal", deal.value())
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(2).value())
                .param("reason", reason)
                .param("person", admin.id())
                .update();
    }

    private long count(String mark) {
        return list.totals(DealFilter.of(Map.of("outcome", "open", "mark", mark)), admin)
                .count();
    }

    private void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }
}
