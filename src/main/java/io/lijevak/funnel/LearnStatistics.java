package io.lijevak.funnel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the company's own statistics anew: of deals opened in the last 24 months, or on an unknown day, how many passed
 * each stage or were lost there, and how likely a deal that came to the stage is won. Of the latter, deals still open
 * count as open (see {@link CompetingRisks}), from their first entry to the stage to their closing or to now.
 */
@Component
public class LearnStatistics {
    private static final int MONTHS = 24;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final String DECIDED = """
            select type_id, stage_id, responsible_id as person_id,
              count(*) filter (where outcome in ('ADVANCED', 'WON')) as passed, count(*) filter (where outcome = 'LOST') as lost
            from stage_fact where opened_at >= :since or opened_at is null group by 1, 2, 3
            union all
            select type_id, null::bigint, responsible_id, count(*) filter (where state = 'WON'), count(*) filter (where state = 'LOST')
            from deal_fact where opened_at >= :since or opened_at is null group by 1, 2, 3
            """;

    private static final String WAITS = """
            select type_id, stage_id, responsible_id as person_id, state, count(*) as deals,
              cast(greatest(0, floor(extract(epoch from until_at - from_at) / 8640)) as int) as tenths
            from (
              select f.type_id, v.stage_id, f.responsible_id, f.state, min(v.entered_at) as from_at,
                coalesce(f.closed_at, :now) as until_at
              from deal_fact f join stage_visit v on v.deal_id = f.deal_id
              where f.opened_at >= :since and v.entered_at is not null and v.outcome not in ('SKIPPED', 'SWITCHED')
                and (f.state = 'OPEN' or f.closed_at is not null)
              group by f.deal_id, v.stage_id
              union all
              select type_id, null::bigint, responsible_id, state, opened_at, coalesce(closed_at, :now) from deal_fact
              where opened_at >= :since and (state = 'OPEN' or closed_at is not null)) wait
            group by 1, 2, 3, 4, 6
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LearnStatistics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Place(
            long type, @Nullable Long stage, @Nullable Long person) {
        Place ofAll() {
            return new Place(type, stage, null);
        }
    }

    private record Decided(
            long typeId, @Nullable Long stageId, @Nullable Long personId, long passed, long lost) {}

    private record Wait(
            long typeId, @Nullable Long stageId, @Nullable Long personId, String state, int tenths, long deals) {}

    /** Counts them when there are none, or none of the last ten minutes. */
    @Transactional
    public void whenDue() {
        var counted = jdbc.sql("select max(counted_at) from stage_statistic")
                .query(OffsetDateTime.class)
                .optional();
        if (counted.isEmpty() || counted.get().toInstant().plus(KEPT).isBefore(clock.instant())) {
            now();
        }
    }

    /** Replaces the statistics by those of now. */
    @Transactional
    public void now() {
        var now = clock.instant();
        var since = now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS);
        var decided = new HashMap<Place, Trials>();
        for (var row :
                jdbc.sql(DECIDED).param("since", since).query(Decided.class).list()) {
            var place = new Place(row.typeId(), row.stageId(), row.personId());
            decided.merge(place.ofAll(), Trials.of(row.passed(), row.lost()), LearnStatistics::sum);
            if (place.person() != null) {
                decided.merge(place, Trials.of(row.passed(), row.lost()), LearnStatistics::sum);
            }
        }
        jdbc.sql("delete from stage_statistic").update();
        write(decided, waits(now, since.toInstant()), now);
    }

    private Map<Place, List<Stay>> waits(Instant now, Instant since) {
        var waits = new HashMap<Place, List<Stay>>();
        var rows = jdbc.sql(WAITS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Wait.class)
                .list();
        for (var row : rows) {
            var place = new Place(row.typeId(), row.stageId(), row.personId());
            var stay = new Stay(row.tenths(), ending(row.state()), row.deals());
            waits.computeIfAbsent(place.ofAll(), key -> new ArrayList<>()).add(stay);
            if (place.person() != null) {
                waits.computeIfAbsent(place, key -> new ArrayList<>()).add(stay);
            }
        }
        return waits;
    }

    private void write(Map<Place, Trials> decided, Map<Place, List<Stay>> waits, Instant now) {
        var rows = new ArrayList<Object[]>();
        decided.forEach((place, trials) -> {
            var win = CompetingRisks.of(waits.getOrDefault(place, List.of())).trials();
            rows.add(new Object[] {
                place.type(),
                place.stage(),
                place.person(),
                (long) trials.good(),
                (long) trials.bad(),
                win.good(),
                win.all()
            });
        });
        jdbc.sql("""
                insert into stage_statistic (type_id, stage_id, person_id, passed, lost, win_good, win_all, counted_at)
                select *, :now from unnest(:types::bigint[], :stages::bigint[], :people::bigint[], :passed::bigint[],
                  :lost::bigint[], :good::float8[], :all::float8[])""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("types", column(rows, 0, new Long[0]))
                .param("stages", column(rows, 1, new Long[0]))
                .param("people", column(rows, 2, new Long[0]))
                .param("passed", column(rows, 3, new Long[0]))
                .param("lost", column(rows, 4, new Long[0]))
                .param("good", column(rows, 5, new Double[0]))
                .param("all", column(rows, 6, new Double[0]))
                .update();
    }

    private static <T> T[] column(List<Object[]> rows, int column, T[] type) {
        return rows.stream().map(row -> row[column]).toList().toArray(type);
    }

    private static Trials sum(Trials one, Trials other) {
        return new Trials(one.good() + other.good(), one.all() + other.all());
    }

    private static Stay.Ending ending(String state) {
        return switch (Objects.requireNonNull(state)) {
            case "WON" -> Stay.Ending.ONWARD;
            case "LOST" -> Stay.Ending.LOST;
            default -> Stay.Ending.GOES_ON;
        };
    }
}
