package io.lijevak.process;

import io.lijevak.process.DealTypeDraft.StepDraft;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a version of the steps of a deal type, once. */
@Component
class StepVersions {
    private final JdbcClient jdbc;
    private final Clock clock;

    StepVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@code by} is null when the installation itself writes it. */
    void write(DealTypeId type, int version, List<StepDraft> steps, @Nullable Long by) {
        jdbc.sql("""
                insert into deal_type_version (deal_type_id, version, made_at, made_by)
                values (:type, :version, :at, :by)""")
                .param("type", type.value())
                .param("version", version)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
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
