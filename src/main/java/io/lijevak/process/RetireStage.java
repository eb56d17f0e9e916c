package io.lijevak.process;

import io.lijevak.platform.Conflict;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a stage out of use, or back in; old deals and old periods keep showing it. */
@Component
public class RetireStage {
    private final JdbcClient jdbc;
    private final Stages stages;
    private final AuditTrail audit;

    RetireStage(JdbcClient jdbc, Stages stages, AuditTrail audit) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.audit = audit;
    }

    /** Refuses while a deal type still has the stage among its steps. */
    @Transactional
    public void retire(StageId id, CurrentUser user) {
        user.require(Resource.PROCESS, Action.ARCHIVE);
        var stage = stages.require(id);
        var types = stages.typesUsing(id, user.language());
        if (!types.isEmpty()) {
            throw new Conflict("process.error.stage.inUse", stage.name(), String.join(", ", types));
        }
        if (update("update stage set retired_at = now() where id = :id and retired_at is null", id)) {
            audit.record(user, "stage", id.value(), "retired", Map.of());
        }
    }

    @Transactional
    public void restore(StageId id, CurrentUser user) {
        user.require(Resource.PROCESS, Action.ARCHIVE);
        if (update("update stage set retired_at = null where id = :id and retired_at is not null", id)) {
            audit.record(user, "stage", id.value(), "restored", Map.of());
        }
    }

    private boolean update(String sql, StageId id) {
        return jdbc.sql(sql).param("id", id.value()).update() == 1;
    }
}
