package io.lijevak.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what the stages of a version of a deal type demand. */
@Component
public class StageRequirements {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    StageRequirements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(StageId stage, Requirement requirement) {}

    /**
     * What one stage demands, in the order it was laid down; of a manual type whose deals are never without a next step
     * also that, as nothing else raises one.
     */
    public List<Requirement> of(DealTypeId type, int stepsVersion, StageId stage) {
        return jdbc.sql("""
                select id, stage_id, kind, settings from (
                  select id, stage_id, kind, settings, position from step_requirement
                  where deal_type_id = :type and steps_version = :version and stage_id = :stage
                  union all
                  select 0, cast(:stage as bigint), 'nextStep', '{}', 1000 from deal_type t
                  where t.id = :type and t.needs_next_step and t.mode = 'MANUAL' and not exists (
                    select from step_requirement r where r.deal_type_id = :type and r.steps_version = :version
                      and r.stage_id = :stage and r.kind = 'nextStep')) demanded
                order by position, id""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .query((row, number) -> row(row).requirement())
                .list();
    }

    /** What all stages of a version demand. */
    public Map<StageId, List<Requirement>> of(DealTypeId type, int stepsVersion) {
        var byStage = new LinkedHashMap<StageId, List<Requirement>>();
        jdbc.sql("""
                select id, stage_id, kind, settings from step_requirement
                where deal_type_id = :type and steps_version = :version order by position, id""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> byStage.computeIfAbsent(row.stage(), stage -> new java.util.ArrayList<>())
                        .add(row.requirement()));
        return byStage;
    }

    /** Writes what the stages of a new version demand. */
    void write(DealTypeId type, int stepsVersion, Map<StageId, List<RequirementDraft>> wanted) {
        wanted.forEach((stage, requirements) -> {
            if (!requirements.isEmpty()) {
                insert(type, stepsVersion, stage, requirements);
            }
        });
    }

    private void insert(DealTypeId type, int stepsVersion, StageId stage, List<RequirementDraft> requirements) {
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                select :type, :version, :stage, r.place, r.kind, cast(r.settings as jsonb)
                from unnest(:kinds, :settings) with ordinality as r(kind, settings, place)""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .param(
                        "kinds",
                        requirements.stream().map(RequirementDraft::kind).toArray(String[]::new))
                .param(
                        "settings",
                        requirements.stream()
                                .map(one -> json.writeValueAsString(one.settings()))
                                .toArray(String[]::new))
                .update();
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                new StageId(row.getLong("stage_id")),
                new Requirement(
                        row.getLong("id"),
                        row.getString("kind"),
                        json.readValue(row.getString("settings"), new TypeReference<Map<String, String>>() {})));
    }
}
