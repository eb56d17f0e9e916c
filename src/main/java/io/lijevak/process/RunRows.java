package io.lijevak.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores runs of processes. */
@Component
class RunRows {
    private static final String SELECT = """
            select id, subject_kind, subject_id, route_id, engine_instance, ended_at,
              coalesce(end_name, case when ending = 'WITHDRAWN' then '' end) as end_name
            from process_run\s""";
    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a run ends. */
    enum Ending {
        SUCCESS,
        FAILURE,
        WITHDRAWN;

        static Ending of(RouteModel.Kind end) {
            return end == RouteModel.Kind.SUCCESS ? SUCCESS : FAILURE;
        }
    }

    Run require(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(RunRows::run)
                .single();
    }

    /** The run that is on its way about the record. */
    Optional<Run> open(Subject subject) {
        return jdbc.sql(SELECT + "where subject_kind = :kind and subject_id = :id and ended_at is null")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(RunRows::run)
                .optional();
    }

    /** The newest run about the record, over or not. */
    Optional<Run> newest(Subject subject) {
        return jdbc.sql(SELECT + "where subject_kind = :kind and subject_id = :id order by id desc limit 1")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(RunRows::run)
                .optional();
    }

    Run insert(Subject subject, RouteVersion route, Instant at) {
        var id = jdbc.sql("""
                        insert into process_run (subject_kind, subject_id, route_id, started_at)
                        values (:kind, :id, :route, :at) returning id""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("route", route.id())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        return new Run(id, subject, route.id(), null, false, null);
    }

    /** The run goes on in this instance of the engine, along this route. */
    Run goOn(Run run, long route, @Nullable String instance) {
        jdbc.sql("""
                update process_run set route_id = :route, engine_instance = :instance, ended_at = null, ending = null,
                  end_name = null
                where id = :id""")
                .param("route", route)
                .param("instance", instance)
                .param("id", run.id())
                .update();
        return new Run(run.id(), run.subject(), route, instance, false, null);
    }

    /** Notes the end; {@code name} is what the route calls it, null when the run did not come to one. */
    void end(Run run, Ending ending, @Nullable String name, Instant at) {
        jdbc.sql("""
                update process_run set ended_at = :at, ending = :ending, end_name = nullif(:name, '')
                where id = :id and ended_at is null""")
                .param("name", name)
                .param("at", Timestamp.from(at))
                .param("ending", ending.name())
                .param("id", run.id())
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                new Subject(row.getString("subject_kind"), row.getLong("subject_id")),
                row.getLong("route_id"),
                row.getString("engine_instance"),
                row.getTimestamp("ended_at") != null,
                row.getString("end_name"));
    }
}
