package io.lijevak.deals;

import io.lijevak.deals.DealConditions.Past;
import io.lijevak.deals.RiskSignal.Handled;
import io.lijevak.deals.RiskSignal.Handling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the warnings on deals in step with what deals, their ledger and their history say. */
@Component
public class RiskSignals {
    /** Opens and ends warnings of the given deals, and keeps beside them what follows; see {@link RiskKind}. */
    private static final String REFRESH = """
            with given as materialized (select id from unnest(:ids::bigint[]) as g (id)),
            work as materialized (select cast(:days as date[]) as days, cast(:ends as time[]) as ends),
            seen as materialized (
              select d.id, d.stage_id, d.next_step_at, d.potential, s.norm_days,
                case when s.norm_days is null then null when v.entered_at < cast(:from as timestamptz) then d.stage_due_at
                  else (work.days[place.n] + work.ends[place.n]) at time zone :zone end as stage_due_at,
                coalesce(d.unplanned_since, d.opened_at, d.created_at) as unplanned_since,
                coalesce(d.last_contact_at, d.opened_at, d.created_at) + make_interval(days => coalesce(
                  (select t.days from silence_threshold t where t.type_id = d.type_id and t.stage_id = d.stage_id),
                  (select t.days from silence_threshold t where t.type_id = d.type_id and t.stage_id is null),
                  :silence)) as silent_from
              from given g join deal d on d.id = g.id
              left join stage_visit v on v.deal_id = d.id and v.outcome = 'OPEN'
              left join deal_type_step s on s.deal_type_id = d.type_id and s.steps_version = d.steps_version
                and s.stage_id = d.stage_id
              cross join work
              cross join lateral (
                select width_bucket((v.entered_at at time zone :zone)::date, work.days) + s.norm_days as n) place
              where d.outcome = 'OPEN'),
            wanted (deal_id, kind, since, number, name) as (
              select d.id, 'LATE', d.stage_due_at, d.norm_days, g.name from seen d join stage g on g.id = d.stage_id
              where d.stage_due_at < cast(:now as timestamptz)
              union all
              select d.id, 'SILENT', d.silent_from, null, null from seen d where d.silent_from < cast(:now as timestamptz)
              union all
              select d.id, 'UNPLANNED', d.unplanned_since, null, null from seen d
              where d.next_step_at is null and d.unplanned_since < cast(:now as timestamptz) - interval '1 day'
              union all
              select d.id, 'POSTPONED', max(a.at), count(*)::int, null
              from seen d join audit_entry a on a.subject_kind = 'deal' and a.subject_id = d.id
              where a.changes -> 'expectedClose' ->> 'before' < a.changes -> 'expectedClose' ->> 'after'
              group by d.id having count(*) >= 2
              union all
              select d.id, 'SHRUNK', coalesce((
                  select max(a.at) from audit_entry a where a.subject_kind = 'deal' and a.subject_id = d.id
                    and a.changes -> 'amount' is not null), cast(:now as timestamptz)),
                round(100 * (1 - d.potential / top.potential))::int, null
              from seen d join lateral (
                select max(v.entry_potential) as potential from stage_visit v where v.deal_id = d.id) top
                on top.potential > 0
              where d.potential < 0.9 * top.potential
              union all
              select d.id, 'COMPETITOR', max(c.added_at), count(*)::int, string_agg(w.name, ', ' order by w.name)
              from seen d join deal_competitor c on c.deal_id = d.id join competitor w on w.id = c.competitor_id
              group by d.id
              union all
              select d.id, 'RETURNED', max(v.left_at), count(*)::int, null
              from seen d join stage_visit v on v.deal_id = d.id and v.outcome = 'RETURNED' and v.left_at is not null
              group by d.id
              union all
              select d.id, 'OVERRIDDEN', max(o.at), count(distinct o.at)::int, (array_agg(o.reason order by o.at desc))[1]
              from seen d join requirement_override o on o.subject_kind = 'deal' and o.subject_id = d.id
              group by d.id),
            active as materialized (
              select w.* from wanted w
              where not exists (select from risk_signal s where s.deal_id = w.deal_id and s.kind = w.kind
                and s.ending = 'HANDLED' and s.until >= w.since)),
            gone as (
              update risk_signal s set until = cast(:now as timestamptz), ending = case when d.outcome = 'OPEN' then 'GONE' else 'CLOSED' end
              from given g join deal d on d.id = g.id where s.deal_id = g.id and s.until is null
                and not exists (select from active a where a.deal_id = s.deal_id and a.kind = s.kind)),
            known as (
              update risk_signal s set number = a.number, name = a.name from active a
              where s.deal_id = a.deal_id and s.kind = a.kind and s.until is null
                and (s.number is distinct from a.number or s.name is distinct from a.name)),
            come as (
              insert into risk_signal (deal_id, kind, since, noticed_at, number, name)
              select a.deal_id, a.kind, a.since, cast(:now as timestamptz), a.number, a.name from active a
              where not exists (select from risk_signal s
                where s.deal_id = a.deal_id and s.kind = a.kind and s.until is null)
              on conflict (deal_id, kind) where until is null do nothing),
            weighed as (
              select a.deal_id, round((1 - exp(sum(ln(1 - w.weight))))::numeric, 3) as risk from active a
              join unnest(:kinds::text[], :weights::numeric[]) as w (kind, weight) on w.kind = a.kind
              group by a.deal_id),
            kept as (
              update deal d set stage_due_at = s.stage_due_at, silent_from = s.silent_from, risk = coalesce(w.risk, 0)
              from given g left join seen s on s.id = g.id left join weighed w on w.deal_id = g.id
              where d.id = g.id and (d.stage_due_at is distinct from s.stage_due_at
                or d.silent_from is distinct from s.silent_from or d.risk <> coalesce(w.risk, 0)))
            select d.id from given g join deal d on d.id = g.id
            where d.outcome = 'OPEN' and exists (
              select from step_requirement r where r.deal_type_id = d.type_id and r.steps_version = d.steps_version
                and r.kind <> all(:claims))""";

    static final String[] KINDS =
            Stream.of(RiskKind.values()).map(RiskKind::name).toArray(String[]::new);
    static final String[] WEIGHTS = Stream.of(RiskKind.values())
            .map(kind -> kind.weight().toPlainString())
            .toArray(String[]::new);
    private final JdbcClient jdbc;
    private final Clock clock;

    RiskSignals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The open warnings of a deal, the oldest first, and what was done about those before. */
    public List<RiskSignal> of(DealId deal) {
        return of(List.of(deal.value()), true);
    }

    /** The open warnings of several deals, or those that were open at a past moment, with the reason last written down. */
    List<RiskSignal> borne(List<Long> deals, @Nullable Past past) {
        return past == null
                ? of(deals, false)
                : jdbc.sql("""
                        select s.deal_id, s.kind, s.since, s.number, s.name, null::timestamptz as until
                        from risk_signal s
                        where s.deal_id = any(:deals) and s.noticed_at < :at and (s.until is null or s.until >= :at)
                        order by s.since, s.id""")
                        .param("deals", deals.toArray(Long[]::new))
                        .param("at", Timestamp.from(past.moment()))
                        .query(RiskSignals::signal)
                        .list();
    }

    /** When the first warning that is kept was noticed; null while there is none. */
    @Nullable
    Instant keptSince() {
        return jdbc
                .sql("select min(noticed_at) from risk_signal")
                .query((row, number) -> row.getTimestamp(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(Timestamp::toInstant)
                .findFirst()
                .orElse(null);
    }

    /**
     * Opens warnings for which there is reason now, ends those for which there is none any more.
     *
     * @return the deals whose type demands evidence
     */
    List<Long> refresh(List<Long> deals, DealDeadlines.Calendar calendar) {
        return jdbc.sql(REFRESH)
                .param("ids", deals.toArray(Long[]::new))
                .param("days", calendar.days())
                .param("ends", calendar.ends())
                .param("from", Timestamp.from(calendar.from()))
                .param("zone", calendar.zone())
                .param("silence", SilenceThresholds.USUAL)
                .param("kinds", KINDS)
                .param("weights", WEIGHTS)
                .param("claims", ProvenStages.CLAIMS.toArray(String[]::new))
                .param("now", now())
                .query(Long.class)
                .list();
    }

    /** Ends the open warnings of a deal because of what somebody did; gives how many there were. */
    int handle(DealId deal, Handling how, String note, long by) {
        return jdbc.sql("""
                update risk_signal set until = :now, ending = 'HANDLED', handling = :how, handled_by = :by, note = :note
                where deal_id = :deal and until is null""")
                .param("now", now())
                .param("how", how.name())
                .param("by", by)
                .param("note", note)
                .param("deal", deal.value())
                .update();
    }

    private List<RiskSignal> of(List<Long> deals, boolean handled) {
        return jdbc.sql("""
                select s.deal_id, s.kind, s.since, s.number, s.name, s.until, s.handling, s.note, p.name as handled_by
                from risk_signal s left join person p on p.id = s.handled_by
                where s.deal_id = any(:deals) and (s.until is null or :handled and s.ending = 'HANDLED')
                order by s.until is not null, s.until desc, s.since, s.id""")
                .param("handled", handled)
                .param("deals", deals.toArray(Long[]::new))
                .query(RiskSignals::signal)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static RiskSignal signal(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until");
        var handled = until == null
                ? null
                : new Handled(
                        Handling.valueOf(row.getString("handling")),
                        row.getString("handled_by"),
                        until.toInstant(),
                        row.getString("note"));
        return new RiskSignal(
                row.getLong("deal_id"),
                RiskKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getTimestamp("since")).toInstant(),
                (Integer) row.getObject("number"),
                row.getString("name"),
                handled);
    }
}
