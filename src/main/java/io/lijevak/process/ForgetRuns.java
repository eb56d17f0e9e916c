package io.lijevak.process;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes out of the engine what belonged to records that were removed for good, such as those of the demo company. */
@Component
public class ForgetRuns {
    private final JdbcClient jdbc;
    private final Engine engine;

    ForgetRuns(JdbcClient jdbc, Engine engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /** What the engine has of the runs about records of a kind, to be asked before the records are removed. */
    public List<String> instances(String kind, List<Long> ids) {
        return jdbc.sql("""
                select engine_instance from process_run
                where subject_kind = :kind and subject_id = any(:ids) and engine_instance is not null""")
                .param("kind", kind)
                .param("ids", ids.toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    /** Forgets those instances whose runs are gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void gone(List<String> instances) {
        instances.stream().filter(instance -> !isKept(instance)).forEach(engine::forget);
    }

    /** Forgets the versions of processes that no run follows or followed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void goneVersions() {
        jdbc.sql("""
                select engine_definition from route o where engine_definition is not null
                  and not exists (select from process_run r where r.route_id = o.id)""").query(String.class).list().forEach(definition -> {
            engine.undeploy(definition);
            jdbc.sql("update route set engine_definition = null where engine_definition = :definition")
                    .param("definition", definition)
                    .update();
        });
    }

    private boolean isKept(String instance) {
        return jdbc.sql("select exists (select from process_run where engine_instance = :instance)")
                .param("instance", instance)
                .query(Boolean.class)
                .single();
    }
}
