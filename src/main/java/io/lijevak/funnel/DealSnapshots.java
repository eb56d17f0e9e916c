package io.lijevak.funnel;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the deals stood at the end of each day, counted from the deals themselves and kept: the proof that the past, as it
 * was known then, is told again exactly.
 */
@Component
public class DealSnapshots {
    /** Days whose last midnight was missed by more tell nothing of the evening any more. */
    private static final int LATEST_HOURS = 6;

    private static final String COUNTED = """
            select type_id, stage_id,
              cast(count(*) filter (where outcome = 'OPEN') as int) as open,
              coalesce(sum(potential) filter (where outcome = 'OPEN'), 0) as open_sum,
              cast(count(*) filter (where outcome = 'WON') as int) as won,
              coalesce(sum(potential) filter (where outcome = 'WON'), 0) as won_sum,
              cast(count(*) filter (where outcome = 'LOST') as int) as lost,
              coalesce(sum(potential) filter (where outcome = 'LOST'), 0) as lost_sum
            """;

    private final JdbcClient jdbc;
    private final DSLContext sql;
    private final ReadFunnelReferences references;
    private final Companies companies;
    private final Clock clock;

    /** Of a type, or of one of its stages: how many deals are in work, won and lost so far, and their potentials. */
    public record Standing(int open, BigDecimal openSum, int won, BigDecimal wonSum, int lost, BigDecimal lostSum) {}

    /** A type and a stage; null = the type has none. */
    public record Place(long type, @Nullable Long stage) {}

    private record Row(
            long typeId,
            @Nullable Long stageId,
            int open,
            BigDecimal openSum,
            int won,
            BigDecimal wonSum,
            int lost,
            BigDecimal lostSum) {
        Place place() {
            return new Place(typeId, stageId);
        }

        Standing standing() {
            return new Standing(open, openSum.setScale(2), won, wonSum.setScale(2), lost, lostSum.setScale(2));
        }
    }

    DealSnapshots(JdbcClient jdbc, DSLContext sql, ReadFunnelReferences references, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.references = references;
        this.companies = companies;
        this.clock = clock;
    }

    /** Keeps the day that ended last, once, and soon after its end; false when there is nothing to do. */
    @Transactional
    public boolean keepWhenOver() {
        var now = clock.instant();
        var company = companies.find();
        if (company.isEmpty()) {
            return false;
        }
        var zone = company.get().timeZone();
        var day = LocalDate.ofInstant(now, zone).minusDays(1);
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return now.isBefore(end.plusSeconds(3600L * LATEST_HOURS)) && keep(day, now);
    }

    /** Counts the deals as they stand and keeps that as the end of the day; false when the day is kept already. */
    @Transactional
    boolean keep(LocalDate day, Instant now) {
        var isNew = jdbc.sql("insert into deal_snapshot_day values (:day, :now) on conflict do nothing")
                        .param("day", day)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
        if (isNew) {
            jdbc.sql("insert into deal_snapshot (day, type_id, stage_id, open, open_sum, won, won_sum, lost, lost_sum)"
                            + " select :day, counted.* from (" + COUNTED
                            + " from deal d where exists (select from stage_visit v where v.deal_id = d.id)"
                            + " or exists (select from deal_type t where t.id = d.type_id and t.mode = 'NON_PROCESS')"
                            + " group by type_id, stage_id) counted")
                    .param("day", day)
                    .update();
        }
        return isNew;
    }

    /** What was kept of a day. */
    @Transactional(readOnly = true)
    public Map<Place, Standing> kept(LocalDate day) {
        return placed(jdbc.sql("""
                select type_id, stage_id, open, open_sum, won, won_sum, lost, lost_sum
                from deal_snapshot where day = :day""").param("day", day).query(Row.class).list());
    }

    /** The same, told again by what the funnel is made of: as it was at the moment, as it was known then. */
    @Transactional(readOnly = true)
    public Map<Place, Standing> told(Instant moment) {
        var rows = new ArrayList<Row>();
        for (var type : references.read().types()) {
            rows.addAll(sql.fetch(
                            "{0} from (select {1} as type_id, cell.stage_id, cell.state as outcome, cell.potential"
                                    + " from {2} where cell.standing) d group by type_id, stage_id",
                            DSL.sql(COUNTED), DSL.inline(type.id()), FunnelCells.of(at(moment, type)))
                    .into(Row.class));
        }
        return placed(rows);
    }

    /** The days whose past is told otherwise than it was kept, of some chosen by chance: none, unless something is wrong. */
    @Transactional(readOnly = true)
    public List<LocalDate> differing(int days) {
        return jdbc
                .sql("select day, taken_at from deal_snapshot_day order by random() limit :days")
                .param("days", days)
                .query((row, number) -> Map.entry(
                        row.getObject(1, LocalDate.class), row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .filter(taken -> !stillThere(kept(taken.getKey())).equals(told(taken.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Without types that went with an import since. */
    private Map<Place, Standing> stillThere(Map<Place, Standing> kept) {
        var types = references.read().types().stream().map(FunnelType::id).collect(Collectors.toSet());
        return kept.entrySet().stream()
                .filter(each -> types.contains(each.getKey().type()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<Place, Standing> placed(List<Row> rows) {
        var placed = new HashMap<Place, Standing>();
        rows.forEach(row -> placed.put(row.place(), row.standing()));
        return placed;
    }

    private Selection at(Instant moment, FunnelType type) {
        var zone = companies.current().timeZone();
        var query = new FunnelQuery(
                FunnelView.CLOSED,
                type.id(),
                new Period(
                        LocalDate.of(1900, 1, 1),
                        LocalDate.ofInstant(moment, zone).plusDays(1)),
                PeriodRule.OVERLAP,
                LocalDate.ofInstant(moment, zone),
                PotentialMoment.CURRENT,
                Counting.RAW,
                FunnelFilter.NONE,
                Known.THEN);
        Condition all = DSL.trueCondition();
        return new Selection(query, type, zone, moment, moment, new DealReach(all, owner -> true));
    }
}
