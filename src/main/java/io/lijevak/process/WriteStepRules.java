package io.lijevak.process;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a step of a version that nobody follows yet says. */
@Component
class WriteStepRules {
    private final JdbcClient jdbc;
    private final StageRequirements requirements;

    WriteStepRules(JdbcClient jdbc, StageRequirements requirements) {
        this.jdbc = jdbc;
        this.requirements = requirements;
    }

    void write(DealTypeId type, int stepsVersion, StageId stage, StepRules rules) {
        jdbc.sql("""
                update deal_type_step set addressee = :addressee, instruction = :instruction
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("addressee", rules.addressee())
                .param("instruction", rules.instruction())
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .update();
        jdbc.sql("""
                delete from step_requirement
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .update();
        requirements.write(type, stepsVersion, Map.of(stage, rules.requirements()));
    }

    boolean isAddressee(String written) {
        return Addressee.read(written)
                .filter(addressee -> !(addressee instanceof Addressee.Someone someone)
                        || jdbc.sql("select exists (select from person where id = :id and deactivated_at is null)")
                                .param("id", someone.person())
                                .query(Boolean.class)
                                .single())
                .isPresent();
    }
}
