package io.lijevak.deals;

import io.lijevak.deals.DealResults.Closed;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The closings of deals: each is opened with the loss or win, filled with its results, or withdrawn by a reopening. */
@Component
public class Closings {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Companies companies;
    private final Clock clock;

    Closings(JdbcClient jdbc, ApplicationEventPublisher events, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.companies = companies;
        this.clock = clock;
    }

    /** The closing that holds, when somebody closed the deal here; imported deals have none before their results. */
    public Optional<Closed> of(DealId deal) {
        return jdbc.sql("""
                select c.id, c.outcome, c.win_back_on, c.learnt, c.satisfaction, c.demand_percent, c.demand_reason,
                  c.next_need_on, c.recorded_at, p.name as recorded_by
                from deal_closing c left join person p on p.id = c.recorded_by
                where c.deal_id = :deal and c.withdrawn_at is null""").param("deal", deal.value()).query(Closings::closed).optional();
    }

    void open(Deal deal, @Nullable LocalDate winBack, CurrentUser user) {
        var at = now();
        var id = insert(deal, winBack, user.id(), at);
        events.publishEvent(
                new DealClosed(id, deal.id(), deal.title(), deal.outcome(), followUp(deal, user), winBack, at));
    }

    void withdraw(Deal deal) {
        var at = now();
        jdbc.sql("""
                update deal_closing set withdrawn_at = :at where deal_id = :deal and withdrawn_at is null
                returning id""")
                .param("at", Timestamp.from(at))
                .param("deal", deal.id().value())
                .query(Long.class)
                .optional()
                .ifPresent(id -> events.publishEvent(new ClosingWithdrawn(id, deal.id(), at)));
    }

    /** Writes the results; false when somebody has recorded them already. */
    boolean record(Deal deal, DealResults results, CurrentUser user) {
        // Two who record at once come one after the other.
        jdbc.sql("select id from deal where id = :id for update")
                .param("id", deal.id().value())
                .query(Long.class)
                .single();
        var at = now();
        var closing = of(deal.id()).map(Closed::id).orElseGet(() -> insert(deal, null, null, at));
        var updated = jdbc.sql("""
                update deal_closing set learnt = :learnt, satisfaction = :satisfaction, demand_percent = :percent,
                  demand_reason = :reason, next_need_on = :next, recorded_at = :at, recorded_by = :by
                where id = :id and recorded_at is null and withdrawn_at is null""")
                .param("learnt", results.learnt())
                .param("satisfaction", results.satisfaction())
                .param("percent", results.demandPercent())
                .param("reason", results.demandReason())
                .param("next", results.nextNeed())
                .param("at", Timestamp.from(at))
                .param("by", user.id())
                .param("id", closing)
                .update();
        if (updated == 1) {
            events.publishEvent(new ResultsRecorded(
                    closing, deal.id(), deal.title(), followUp(deal, user), results.nextNeed(), user.id(), at));
        }
        return updated == 1;
    }

    /** Refuses a day that is over. */
    void checkAhead(String field, @Nullable LocalDate day) {
        var today = LocalDate.ofInstant(clock.instant(), companies.current().timeZone());
        if (day != null && day.isBefore(today)) {
            throw InvalidInput.at(field, "deals.error.day.past");
        }
    }

    private long insert(Deal deal, @Nullable LocalDate winBack, @Nullable Long by, Instant at) {
        return jdbc.sql("""
                insert into deal_closing (deal_id, outcome, closed_at, closed_by, win_back_on)
                values (:deal, :outcome, :at, :by, :winBack) returning id""")
                .param("deal", deal.id().value())
                .param("outcome", deal.outcome().name())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("winBack", winBack)
                .query(Long.class)
                .single();
    }

    private static long followUp(Deal deal, CurrentUser user) {
        var responsible = deal.responsible();
        return responsible == null ? user.id() : responsible;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Closed closed(ResultSet row, int number) throws SQLException {
        var recorded = row.getTimestamp("recorded_at");
        var results = new DealResults(
                row.getString("learnt"),
                (Integer) row.getObject("satisfaction"),
                (Integer) row.getObject("demand_percent"),
                row.getString("demand_reason"),
                row.getObject("next_need_on", LocalDate.class));
        return new Closed(
                row.getLong("id"),
                DealOutcome.valueOf(row.getString("outcome")),
                row.getObject("win_back_on", LocalDate.class),
                results,
                recorded == null ? null : recorded.toInstant(),
                row.getString("recorded_by"));
    }
}
