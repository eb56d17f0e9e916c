package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the reference of stages in another order; deal types keep their own. */
@Component
public class OrderStages {
    private final JdbcClient jdbc;
    private final Stages stages;
    private final AuditTrail audit;

    OrderStages(JdbcClient jdbc, Stages stages, AuditTrail audit) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.audit = audit;
    }

    /** Refuses an order that leaves a stage out or names one twice. */
    @Transactional
    public void as(List<StageId> order, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var known = stages.all();
        var ids = known.stream().map(Stage::id).toList();
        if (order.size() != ids.size() || !new HashSet<>(order).equals(new HashSet<>(ids))) {
            throw InvalidInput.at("order", "process.error.order.incomplete");
        }
        if (order.equals(ids)) {
            return;
        }
        jdbc.sql("""
                update stage set position = o.place
                from unnest(:ids) with ordinality as o(id, place) where stage.id = o.id""")
                .param("ids", order.stream().map(StageId::value).toArray(Long[]::new))
                .update();
        for (var stage : known) {
            recordMove(stage, ids.indexOf(stage.id()) + 1, order.indexOf(stage.id()) + 1, user);
        }
    }

    private void recordMove(Stage stage, int before, int after, CurrentUser user) {
        audit.record(
                user,
                "stage",
                stage.id().value(),
                "changed",
                Map.of("position", new Change(String.valueOf(before), String.valueOf(after))));
    }
}
