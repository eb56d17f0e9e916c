package io.lijevak.process;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether deals of a type must always have a planned next step while they are open. */
@Component
public class NextStepRules {
    private final JdbcClient jdbc;
    private final DealTypes types;
    private final AuditTrail audit;

    NextStepRules(JdbcClient jdbc, DealTypes types, AuditTrail audit) {
        this.jdbc = jdbc;
        this.types = types;
        this.audit = audit;
    }

    public boolean holds(DealTypeId type) {
        return jdbc.sql("select needs_next_step from deal_type where id = :id")
                .param("id", type.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Switches the rule; deals that have no next step now are asked for it at their next change. */
    @Transactional
    public void change(DealTypeId type, boolean holds, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        types.require(type);
        var before = holds(type);
        jdbc.sql("update deal_type set needs_next_step = :holds where id = :id")
                .param("holds", holds)
                .param("id", type.value())
                .update();
        audit.record(
                user, "deal_type", type.value(), "changed", Map.of("nextStep", new Change(sign(before), sign(holds))));
    }

    private static String sign(boolean value) {
        return value ? "+" : "−";
    }
}
