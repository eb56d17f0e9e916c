package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The processes about records other than deals. */
@Component
public class RecordProcesses {
    private static final String SELECT = """
            select p.key, p.name, p.subject_kind, p.use_allowed, p.by_default, p.revision,
              (select max(version) from route where process = p.key) as version
            from record_process p
            """;
    private final JdbcClient jdbc;
    private final Routes routes;
    private final Subjects subjects;

    RecordProcesses(JdbcClient jdbc, Routes routes, Subjects subjects) {
        this.jdbc = jdbc;
        this.routes = routes;
        this.subjects = subjects;
    }

    /** The kinds of records that such processes may be about, by their words. */
    public List<String> kinds() {
        return subjects.others();
    }

    /** All of them in the order they came to be. */
    public List<RecordProcess> all() {
        return jdbc.sql(SELECT + "order by p.position, p.key")
                .query(RecordProcess.class)
                .list();
    }

    /** Those about records of a kind. */
    public List<RecordProcess> about(String subjectKind) {
        return jdbc.sql(SELECT + "where p.subject_kind = :kind order by p.position, p.key")
                .param("kind", subjectKind)
                .query(RecordProcess.class)
                .list();
    }

    /** Those that new records of a kind may follow, the default one first. */
    public List<RecordProcess> allowed(String subjectKind) {
        return jdbc.sql(SELECT
                        + "where p.subject_kind = :kind and p.use_allowed order by p.by_default desc, p.position")
                .param("kind", subjectKind)
                .query(RecordProcess.class)
                .list();
    }

    /** The names of the points of its newest route in their order; empty where that has more than points in a line. */
    public Optional<List<String>> steps(String key) {
        return routes.newest(key).map(RouteVersion::model).flatMap(StraightPoints::names);
    }

    public RecordProcess require(String key) {
        return find(key).orElseThrow(() -> new RecordNotFound("process", key));
    }

    /** The process, its newest version kept as it is until the transaction ends. */
    RecordProcess hold(String key) {
        jdbc.sql("select 1 from record_process where key = :key for update")
                .param("key", key)
                .query(Integer.class)
                .optional();
        return require(key);
    }

    public Optional<RecordProcess> find(String key) {
        return jdbc.sql(SELECT + "where p.key = :key")
                .param("key", key)
                .query(RecordProcess.class)
                .optional();
    }

    /** Lays a process down with its first route; one that is there already stays as it is. */
    @Transactional
    public void lay(String key, String name, String subjectKind, RouteModel route) {
        var written = jdbc.sql("""
                insert into record_process (key, name, subject_kind, position, by_default)
                select :key, :name, :kind, coalesce(max(position), 0) + 1,
                  not coalesce(bool_or(by_default and subject_kind = :kind), false)
                from record_process
                on conflict do nothing""")
                .param("key", key)
                .param("name", name)
                .param("kind", subjectKind)
                .update();
        if (written == 1) {
            routes.write(key, 1, null, route);
        }
    }
}
