package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries the running processes of an older version of a deal type over to the present one, each for itself. */
@Component
public class MigrateRuns {
    private final JdbcClient jdbc;
    private final DealTypes types;
    private final MigrateRun migrate;
    private final Clock clock;

    MigrateRuns(JdbcClient jdbc, DealTypes types, MigrateRun migrate, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.migrate = migrate;
        this.clock = clock;
    }

    /**
     * The number of runs carried over. Open tasks stay the same tasks, with their deadlines.
     *
     * @param mapping the stage to go on at, by each stage of the old version that the present one lacks
     */
    public int of(DealTypeId id, int from, Map<StageId, StageId> mapping, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var now = types.require(id);
        for (var step : types.require(id, from).steps()) {
            var to = mapping.getOrDefault(step.stage(), step.stage());
            if (now.indexOf(to) < 0) {
                throw InvalidInput.at("stage-" + step.stage(), "process.error.migrate.unmapped", step.name());
            }
        }
        var runs = jdbc.sql("""
                select r.id from process_run r join route o on o.id = r.route_id
                where o.deal_type_id = :type and o.version = :from and r.ended_at is null order by r.id""")
                .param("type", id.value())
                .param("from", from)
                .query(Long.class)
                .list();
        var actor = new Actor(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return (int) runs.stream()
                .filter(run -> migrate.of(run, now.stepsVersion(), new MigrateRun.Mapping(mapping, Map.of()), actor))
                .count();
    }
}
