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

/** Rules that deals of a type observe beside what its stages demand, and the company's switch for primary demand. */
@Component
public class TypeRules {
    private final JdbcClient jdbc;
    private final DealTypes types;
    private final AuditTrail audit;

    TypeRules(JdbcClient jdbc, DealTypes types, AuditTrail audit) {
        this.jdbc = jdbc;
        this.types = types;
        this.audit = audit;
    }

    /**
     * The rules of a type.
     *
     * @param demand whether what the customer asks for at first must be recorded before the first stage is left
     * @param resultFirst whether planned contacts need their result before the deal moves
     */
    public record Rules(boolean demand, boolean resultFirst) {
        public static final Rules NONE = new Rules(false, false);
    }

    public Rules of(DealTypeId type) {
        return jdbc.sql(
                        "select primary_demand as demand, result_before_move as result_first from deal_type where id = :id")
                .param("id", type.value())
                .query((row, number) -> new Rules(row.getBoolean("demand"), row.getBoolean("result_first")))
                .optional()
                .orElse(Rules.NONE);
    }

    /** Whether the company records primary demand at all; off, it is hidden everywhere and kept. */
    public boolean recordsDemand() {
        return jdbc.sql("select records from demand_switch")
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Transactional
    public void change(DealTypeId type, Rules rules, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        types.require(type);
        var before = of(type);
        jdbc.sql("update deal_type set primary_demand = :demand, result_before_move = :result where id = :id")
                .param("demand", rules.demand())
                .param("result", rules.resultFirst())
                .param("id", type.value())
                .update();
        audit.record(
                user,
                "deal_type",
                type.value(),
                "changed",
                Map.of(
                        "primaryDemand", change(before.demand(), rules.demand()),
                        "resultBeforeMove", change(before.resultFirst(), rules.resultFirst())));
    }

    @Transactional
    public void switchDemand(boolean records, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var before = recordsDemand();
        jdbc.sql("""
                insert into demand_switch (one, records) values (true, :records)
                on conflict (one) do update set records = excluded.records""").param("records", records).update();
        audit.record(user, "person", user.id(), "demandSwitched", Map.of("primaryDemand", change(before, records)));
    }

    private static Change change(boolean before, boolean after) {
        return new Change(before ? "+" : "−", after ? "+" : "−");
    }
}
