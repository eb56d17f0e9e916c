package io.lijevak.process;

import io.lijevak.process.RouteModel.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a step of a version of a deal type says about a point. */
@Component
class StepRulesOfTypes {
    private final JdbcClient jdbc;

    StepRulesOfTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is to do it, and in how many working days. */
    record PointRule(@Nullable String addressee, @Nullable Integer normDays) {}

    PointRule of(RouteVersion route, Node node) {
        var step = route.type() == null || node.stage() == null
                ? new PointRule(null, null)
                : step(route.type(), route.version(), node.stage());
        return new PointRule(
                node.addressee() == null ? step.addressee() : node.addressee(),
                node.normDays() == null ? step.normDays() : node.normDays());
    }

    private PointRule step(DealTypeId type, int version, long stage) {
        return jdbc.sql("""
                select addressee, norm_days from deal_type_step
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("type", type.value())
                .param("version", version)
                .param("stage", stage)
                .query((row, number) -> new PointRule(row.getString(1), (Integer) row.getObject(2)))
                .optional()
                .orElse(new PointRule(null, null));
    }
}
