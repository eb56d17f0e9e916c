package io.lijevak.process;

import io.lijevak.process.DealTypeDraft.StepDraft;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a version of the steps of a deal type, once. */
@Component
class StepVersions {
    private final JdbcClient jdbc;

    StepVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(DealTypeId type, int version, List<StepDraft> steps) {
        if (steps.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into deal_type_step (deal_type_id, steps_version, position, stage_id, norm_days, probability)
                select :type, :version, s.place, s.stage, s.norm, s.probability
                from unnest(:stages, :norms, :probabilities) with ordinality as s(stage, norm, probability, place)""")
                .param("type", type.value())
                .param("version", version)
                .param(
                        "stages",
                        steps.stream().map(step -> step.stage().value()).toArray(Long[]::new))
                .param("norms", steps.stream().map(StepDraft::normDays).toArray(Integer[]::new))
                .param(
                        "probabilities",
                        steps.stream().map(StepDraft::probability).toArray(Integer[]::new))
                .update();
    }
}
