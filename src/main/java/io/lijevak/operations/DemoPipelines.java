package io.lijevak.operations;

import io.lijevak.operations.DemoJourney.Route;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The three deal types of the demo company, over the predefined stages; the last is led by its process. */
@Component
class DemoPipelines {
    private static final List<Plan> PLANS = List.of(
            new Plan(
                    List.of(
                            "evaluation",
                            "preparation",
                            "presentation",
                            "offer",
                            "decision",
                            "contract",
                            "payment",
                            "shipment",
                            "closing"),
                    new Route(
                            List.of(4, 5, 7, 7, 12, 8, 9, 12, 4), List.of(.86, .88, .82, .70, .74, .93, .98, .99, 1.0)),
                    List.of(10, 15, 25, 35, 50, 75, 90, 95, 98)),
            new Plan(
                    List.of("evaluation", "offer", "decision", "contract", "payment"),
                    new Route(List.of(3, 5, 10, 6, 10), List.of(.8, .74, .8, .95, .98)),
                    List.of(20, 40, 55, 80, 95)),
            new Plan(
                    List.of("evaluation", "offer", "payment", "shipment"),
                    new Route(List.of(2, 4, 7, 6), List.of(.84, .7, .97, 1.0)),
                    List.of(30, 50, 90, 98)));
    private final DemoRows rows;
    private final JdbcClient jdbc;

    DemoPipelines(DemoRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    private record Plan(List<String> stages, Route route, List<Integer> probabilities) {}

    /** A deal type with its stages in their order. */
    record Pipeline(long type, List<Long> stages, Route route) {}

    List<Pipeline> write(DemoSetting setting) {
        var types = rows.reserve("deal_type", PLANS.size());
        rows.write(
                """
                insert into deal_type (id, name, mode, use_allowed, position)
                overriding system value values (?, ?, ?, true, ?)""",
                DemoRows.upTo(PLANS.size()).stream()
                        .map(index -> new Object[] {
                            types.get(index),
                            setting.words().pick("types", index),
                            index == PLANS.size() - 1 ? "AUTOMATIC" : "MANUAL",
                            index - 10
                        })
                        .toList());
        var pipelines = new ArrayList<Pipeline>();
        for (var index : DemoRows.upTo(PLANS.size())) {
            pipelines.add(steps(types.get(index), PLANS.get(index)));
        }
        return pipelines;
    }

    private Pipeline steps(long type, Plan plan) {
        jdbc.sql("insert into deal_type_version (deal_type_id, version, made_at) values (:type, 1, now())")
                .param("type", type)
                .update();
        var stages = plan.stages().stream().map(this::stage).toList();
        rows.write(
                """
                insert into deal_type_step (deal_type_id, steps_version, position, stage_id, norm_days, probability)
                values (?, 1, ?, ?, ?, ?)""",
                DemoRows.upTo(stages.size()).stream()
                        .map(step -> new Object[] {
                            type,
                            step + 1,
                            stages.get(step),
                            plan.route().normDays().get(step),
                            plan.probabilities().get(step)
                        })
                        .toList());
        return new Pipeline(type, stages, plan.route());
    }

    private long stage(String predefined) {
        return jdbc.sql("select id from stage where predefined = :key")
                .param("key", predefined)
                .query(Long.class)
                .single();
    }
}
