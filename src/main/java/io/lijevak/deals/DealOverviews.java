package io.lijevak.deals;

import io.lijevak.deals.DealOverview.End;
import io.lijevak.deals.DealOverview.Parties;
import io.lijevak.deals.DealOverview.Value;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.DealMode;
import io.lijevak.properties.PropertyValues;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one deal with the names of all it refers to, in one statement. */
@Component
public class DealOverviews {
    private final JdbcClient jdbc;

    DealOverviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The deal, when the user may see it. */
    public DealOverview require(DealId id, CurrentUser user) {
        var deal = jdbc.sql("""
                select d.id, d.version, d.title, d.steps_version, d.outcome, d.amount, d.currency, d.rate, d.potential, d.own_estimate,
                  d.expected_close, d.opened_at, d.closed_at, d.closing_note,
                  d.stage_due_at, d.silent_from, d.last_contact_at, d.next_step_at, d.touches, d.properties, t.id as type_id, t.name as type_name, t.mode,
                  s.id as stage_id, s.name as stage_name, c.id as customer_id, c.name as customer_name, c.city,
                  k.id as contact_id, k.name as contact_name, k.role as contact_role,
                  p.id as person_id, p.name as person_name, o.id as source_id, o.name as source_name,
                  r.id as reason_id, r.name as reason_name, w.id as competitor_id, w.name as competitor_name
                from deal d
                join deal_type t on t.id = d.type_id
                left join stage s on s.id = d.stage_id
                left join customer c on c.id = d.customer_id
                left join contact_person k on k.id = d.contact_person_id
                left join person p on p.id = d.responsible_id
                left join customer_source o on o.id = d.source_id
                left join loss_reason r on r.id = d.loss_reason_id
                left join competitor w on w.id = d.competitor_id
                where d.id = :id""")
                .param("id", id.value())
                .query(DealOverviews::deal)
                .optional()
                .orElseThrow(() -> new RecordNotFound("deal", id));
        user.require(Resource.DEAL, Action.VIEW, deal.responsibleId());
        return deal;
    }

    /** The open deal, when the user may see it; {@link Conflict} when it is closed. */
    public DealOverview requireOpen(DealId id, CurrentUser user) {
        var deal = require(id, user);
        if (!deal.isOpen()) {
            throw new Conflict("deals.error.closed." + deal.outcome().word());
        }
        return deal;
    }

    private static DealOverview deal(ResultSet row, int number) throws SQLException {
        return new DealOverview(
                new DealId(row.getLong("id")),
                row.getInt("version"),
                row.getString("title"),
                Objects.requireNonNull(named(row, "type")),
                DealMode.valueOf(row.getString("mode")),
                row.getInt("steps_version"),
                named(row, "stage"),
                DealOutcome.valueOf(row.getString("outcome")),
                new Parties(
                        named(row, "customer"),
                        row.getString("city"),
                        named(row, "contact"),
                        row.getString("contact_role"),
                        named(row, "person"),
                        named(row, "source")),
                value(row),
                row.getObject("expected_close", LocalDate.class),
                instant(row, "opened_at"),
                new End(
                        instant(row, "closed_at"),
                        named(row, "reason"),
                        named(row, "competitor"),
                        row.getString("closing_note")),
                marks(row),
                PropertyValues.read(row.getString("properties")));
    }

    private static DealMarks marks(ResultSet row) throws SQLException {
        return new DealMarks(
                row.getString("outcome").equals(DealOutcome.OPEN.name()),
                instant(row, "stage_due_at"),
                instant(row, "silent_from"),
                instant(row, "last_contact_at"),
                instant(row, "next_step_at"),
                row.getInt("touches"));
    }

    private static Value value(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        var currency = row.getString("currency");
        return new Value(
                amount == null ? null : new Money(amount, currency),
                currency,
                row.getBigDecimal("rate"),
                row.getBigDecimal("potential"),
                row.getObject("own_estimate", Integer.class));
    }

    private static @Nullable Named named(ResultSet row, String of) throws SQLException {
        var id = (Long) row.getObject(of + "_id");
        return id == null ? null : new Named(id, row.getString(of + "_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
