package io.lijevak.process;

import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import io.lijevak.worktime.WorkingTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes that a run came to a node: who is to do it, and until when. */
@Component
class Pointing {
    private final JdbcClient jdbc;
    private final StepRulesOfTypes rules;
    private final Addressing addressing;
    private final WorkingTime time;

    Pointing(JdbcClient jdbc, StepRulesOfTypes rules, Addressing addressing, WorkingTime time) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.addressing = addressing;
        this.time = time;
    }

    /** Where a run came to. */
    record At(Run run, RouteVersion route, Node node, String task, Actor actor) {}

    /** Writes the arrival; gives its event, null for a pause, which asks nobody for anything. */
    @Nullable
    TaskRaised arrive(At at) {
        if (at.node().kind() == Kind.PAUSE) {
            var days = at.node().pauseDays() == null ? 1 : at.node().pauseDays();
            insert(
                    at,
                    at.actor().at().plus(Duration.ofDays(days)),
                    new Addressing.Executor(at.actor().user().id(), false));
            return null;
        }
        var step = rules.of(at.route(), at.node());
        var executor = addressing.find(
                Addressee.read(step.addressee()).orElse(new Addressee.Responsible()),
                at.run().subject());
        var due = step.normDays() == null ? null : time.plusDays(at.actor().at(), step.normDays());
        var id = insert(at, due, executor);
        return new TaskRaised(
                id,
                at.run().subject(),
                at.node().name(),
                stage(at.node()),
                addressing.customer(at.run().subject()),
                executor.person(),
                executor.fellToHead(),
                due,
                at.actor().at());
    }

    private long insert(At at, @Nullable Instant due, Addressing.Executor executor) {
        return jdbc.sql("""
                insert into process_point (run_id, node, kind, name, stage_id, entered_at, due_at, executor_id,
                  fell_to_head, engine_task)
                values (:run, :node, :kind, :name, :stage, :at, :due, :executor, :head, :task) returning id""")
                .param("run", at.run().id())
                .param("node", at.node().id())
                .param("kind", at.node().kind().name())
                .param("name", at.node().name())
                .param("stage", at.node().stage())
                .param("at", Timestamp.from(at.actor().at()))
                .param("due", due == null ? null : Timestamp.from(due))
                .param("executor", executor.person())
                .param("head", executor.fellToHead())
                .param("task", at.task())
                .query(Long.class)
                .single();
    }

    private static @Nullable StageId stage(Node node) {
        return node.stage() == null ? null : new StageId(node.stage());
    }
}
