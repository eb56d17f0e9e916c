package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the steps of a version of a deal type say. */
@Component
public class ReadStepRules {
    private final JdbcClient jdbc;
    private final StageRequirements requirements;
    private final StepEvents events;
    private final StepFiles files;

    ReadStepRules(JdbcClient jdbc, StageRequirements requirements, StepEvents events, StepFiles files) {
        this.jdbc = jdbc;
        this.requirements = requirements;
        this.events = events;
        this.files = files;
    }

    public StepRules of(DealTypeId type, int stepsVersion, StageId stage) {
        var demanded = requirements.of(type, stepsVersion, stage).stream()
                .filter(requirement -> requirement.id() != 0)
                .map(requirement -> new RequirementDraft(requirement.kind(), requirement.settings()))
                .toList();
        var attached = files.of(type, stepsVersion, stage);
        return jdbc.sql("""
                select addressee, instruction, events from deal_type_step
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .query((row, number) -> new StepRules(
                        row.getString(1), row.getString(2), attached, demanded, events.read(row.getString(3))))
                .optional()
                .orElseThrow(() -> new RecordNotFound("step", stage));
    }

    /** What all steps of a version say. */
    public Map<StageId, StepRules> of(DealTypeId type, int stepsVersion) {
        var demanded = requirements.of(type, stepsVersion);
        var attached = files.of(type, stepsVersion);
        var rules = new LinkedHashMap<StageId, StepRules>();
        jdbc.sql("""
                select stage_id, addressee, instruction, events from deal_type_step
                where deal_type_id = :type and steps_version = :version order by position""").param("type", type.value()).param("version", stepsVersion).query(row -> {
            var stage = new StageId(row.getLong("stage_id"));
            rules.put(
                    stage,
                    new StepRules(
                            row.getString("addressee"),
                            row.getString("instruction"),
                            attached.getOrDefault(stage, List.of()),
                            demanded.getOrDefault(stage, List.of()).stream()
                                    .map(one -> new RequirementDraft(one.kind(), one.settings()))
                                    .toList(),
                            events.read(row.getString("events"))));
        });
        return rules;
    }
}
