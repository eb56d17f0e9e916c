package io.lijevak.process;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the stages of a version plan when they are entered. */
@Component
class StepEvents {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepEvents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<StepEvent> of(DealTypeId type, int stepsVersion, StageId stage) {
        return jdbc.sql("""
                select events from deal_type_step
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .query((row, number) -> read(row.getString(1)))
                .optional()
                .orElse(List.of());
    }

    List<StepEvent> read(String written) {
        return json.readValue(written, new TypeReference<List<StepEvent>>() {});
    }

    String write(List<StepEvent> events) {
        return json.writeValueAsString(events);
    }
}
