package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.process.Actor;
import io.lijevak.process.DealMode;
import io.lijevak.process.Processes;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Points of running processes and the stages of their deals are due in working days, whatever the clocks do. */
@LijevakTest
class NormsOverClockChangesTests {
    /** Of Zagreb, with the offset from UTC of the day; working hours end at 16. */
    private static final String TABLE = """
            2026-03-27T10:00+01:00, 1, 2026-03-30T16:00+02:00, over the night the clocks go forward
            2026-03-26T15:59+01:00, 3, 2026-03-31T16:00+02:00, three days over that night
            2026-03-29T01:59+01:00, 1, 2026-03-30T16:00+02:00, a minute before the hour that there is not
            2026-03-29T03:00+02:00, 1, 2026-03-30T16:00+02:00, the minute after it
            2026-10-23T10:00+02:00, 1, 2026-10-26T16:00+01:00, over the night the clocks go back
            2026-10-22T23:59+02:00, 3, 2026-10-27T16:00+01:00, three days over that night
            2026-10-25T02:30+02:00, 1, 2026-10-26T16:00+01:00, in the hour that comes twice, the first time
            2026-10-25T02:30+01:00, 1, 2026-10-26T16:00+01:00, the second time
            2027-03-26T10:00+01:00, 1, 2027-03-30T16:00+02:00, over Easter Monday after that night
            2027-10-29T10:00+02:00, 1, 2027-11-02T16:00+01:00, over All Saints after that night
            2026-04-02T09:00+02:00, 2, 2026-04-07T16:00+02:00, over Easter
            2026-04-30T09:00+02:00, 1, 2026-05-04T16:00+02:00, over Labour Day and the weekend
            2026-06-03T09:00+02:00, 1, 2026-06-05T16:00+02:00, over Corpus Christi
            2026-08-04T09:00+02:00, 1, 2026-08-06T16:00+02:00, over Victory Day
            2026-11-17T09:00+01:00, 1, 2026-11-19T16:00+01:00, over Remembrance Day
            2026-12-24T10:00+01:00, 3, 2026-12-30T16:00+01:00, over Christmas
            2026-12-31T10:00+01:00, 3, 2027-01-07T16:00+01:00, over New Year and Epiphany""";

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    Processes processes;

    @Autowired
    WatchDeals watch;

    @Autowired
    DealList list;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = deals.found();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = TABLE)
    void aPointIsDueAtTheEndOfTheRightWorkingDay(OffsetDateTime entered, int norm, OffsetDateTime due, String what) {
        var type = deals.type(DealMode.AUTOMATIC);
        jdbc.sql("update deal_type_step set norm_days = :norm")
                .param("norm", norm)
                .update();
        var deal = imported(type.id().value(), entered);

        transactions.executeWithoutResult(status -> processes.begin(
                Subject.deal(deal), type.id(), 1, deals.stage(1), new Actor(admin, entered.toInstant(), true)));

        assertThat(due("select due_at from process_point where left_at is null"))
                .as(what)
                .isEqualTo(due.toInstant());
        assertThat(due("select due_at from task where point_id is not null")).isEqualTo(due.toInstant());
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = TABLE)
    void theStageOfADealMovedByHandIsDueThenToo(OffsetDateTime entered, int norm, OffsetDateTime due, String what) {
        jdbc.sql("update deal_type_step set norm_days = :norm")
                .param("norm", norm)
                .update();
        var type = deals.manual().id().value();
        var both = List.of(imported(type, entered), imported(type, entered));

        transactions.executeWithoutResult(status -> watch.look(both));

        assertThat(due("select distinct stage_due_at from deal")).as(what).isEqualTo(due.toInstant());
        var day = due.toLocalDate();
        if (day.isBefore(LocalDate.now())) {
            assertThat(lateOn(day)).as("%s, as of that day", what).isEqualTo(2);
            assertThat(lateOn(day.minusDays(1))).isZero();
        }
    }

    private long lateOn(LocalDate day) {
        return list.totals(DealFilter.of(Map.of("mark", "late", "asOf", day.toString())), admin)
                .count();
    }

    private long imported(long type, OffsetDateTime entered) {
        return jdbc.sql("""
                with made as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate,
                    responsible_id)
                  values ('Press', 'press', :type, 1, 1, 1, 'EUR', 1, :person) returning id)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, cause, recorded_by)
                select id, 1, 1, 1, :entered, 'IMPORTED', :person from made returning deal_id""")
                .param("type", type)
                .param("person", admin.id())
                .param("entered", entered)
                .query(Long.class)
                .single();
    }

    private Instant due(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
