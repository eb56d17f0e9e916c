package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the steps of a version of a deal type say. */
@Component
public class ReadStepRules {
    private final JdbcClient jdbc;
    private final StageRequirements requirements;

    ReadStepRules(JdbcClient jdbc, StageRequirements requirements) {
        this.jdbc = jdbc;
        this.requirements = requirements;
    }

    public StepRules of(DealTypeId type, int stepsVersion, StageId stage) {
        var demanded = requirements.of(type, stepsVersion, stage).stream()
                .map(requirement -> new RequirementDraft(requirement.kind(), requirement.settings()))
                .toList();
        return jdbc.sql("""
                select addressee, instruction from deal_type_step
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .query((row, number) -> new StepRules(row.getString(1), row.getString(2), demanded))
                .optional()
                .orElseThrow(() -> new RecordNotFound("step", stage));
    }

    /** How many things each stage of a version demands. */
    public Map<StageId, List<Requirement>> demands(DealTypeId type, int stepsVersion) {
        return requirements.of(type, stepsVersion);
    }
}
