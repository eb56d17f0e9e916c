package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads arrivals at points, and writes how they end. */
@Component
public class Arrivals {
    private static final String SELECT = """
            select p.id, p.run_id, r.subject_kind, r.subject_id, o.deal_type_id, o.version, p.node, p.kind, p.name, p.stage_id,
              p.entered_at, p.left_at, p.due_at, p.executor_id, p.fell_to_head, p.engine_task
            from process_point p join process_run r on r.id = p.run_id join route o on o.id = r.route_id
            """;
    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an arrival ends. */
    enum Ending {
        DONE,
        OVERRIDDEN,
        RETURNED,
        WITHDRAWN
    }

    /** How it is left: by whom (null: by itself), when, with what words. */
    record Leaving(
            Ending ending,
            @Nullable Long by,
            Instant at,
            @Nullable String note) {}

    public Arrival require(long id) {
        return find(id).orElseThrow(() -> new RecordNotFound("process point", id));
    }

    public Optional<Arrival> find(long id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(Arrivals::arrival)
                .optional();
    }

    /** The points where the process about the record waits now, in the order it came there. */
    public List<Arrival> open(Subject subject) {
        return jdbc.sql(SELECT + """
                where r.subject_kind = :kind and r.subject_id = :id and p.left_at is null order by p.id""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(Arrivals::arrival)
                .list();
    }

    /** The points where a run waits now. */
    List<Arrival> openOf(long run) {
        return jdbc.sql(SELECT + "where p.run_id = :run and p.left_at is null order by p.id")
                .param("run", run)
                .query(Arrivals::arrival)
                .list();
    }

    /** The stages whose points were done in a run. */
    List<StageId> doneStages(long run) {
        return jdbc.sql("""
                select distinct stage_id from process_point
                where run_id = :run and ending in ('DONE', 'OVERRIDDEN') and stage_id is not null""").param("run", run).query(Long.class).list().stream()
                .map(StageId::new)
                .toList();
    }

    /** The open point waits for another task of the engine, or bears another name, after its run was migrated. */
    void rename(long id, String node, String name, @Nullable StageId stage) {
        jdbc.sql("update process_point set node = :node, name = :name, stage_id = :stage where id = :id")
                .param("node", node)
                .param("name", name)
                .param("stage", stage == null ? null : stage.value())
                .param("id", id)
                .update();
    }

    /** Leaves the point; false when it was left before. */
    boolean leave(long id, Leaving leaving) {
        return jdbc.sql("""
                update process_point set left_at = greatest(cast(:at as timestamptz), entered_at), ending = :ending, left_by = :by, note = :note
                where id = :id and left_at is null""")
                        .param("at", Timestamp.from(leaving.at()))
                        .param("ending", leaving.ending().name())
                        .param("by", leaving.by())
                        .param("note", leaving.note())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        var type = (Long) row.getObject("deal_type_id");
        var stage = (Long) row.getObject("stage_id");
        return new Arrival(
                row.getLong("id"),
                row.getLong("run_id"),
                new Subject(row.getString("subject_kind"), row.getLong("subject_id")),
                type == null ? null : new DealTypeId(type),
                row.getInt("version"),
                row.getString("node"),
                RouteModel.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                stage == null ? null : new StageId(stage),
                row.getTimestamp("entered_at").toInstant(),
                instant(row, "left_at"),
                instant(row, "due_at"),
                (Long) row.getObject("executor_id"),
                row.getBoolean("fell_to_head"),
                row.getString("engine_task"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
