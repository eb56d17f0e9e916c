package io.lijevak.process;

import io.lijevak.files.AttachFile;
import io.lijevak.files.FileId;
import io.lijevak.files.FileKind;
import io.lijevak.files.FileSubject;
import io.lijevak.platform.FieldProblem;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a step of a version that nobody follows yet says. */
@Component
class WriteStepRules {
    private static final int MOST_FILES = 10;
    private final JdbcClient jdbc;
    private final StageRequirements requirements;
    private final StepEvents events;
    private final StepFiles files;
    private final AttachFile attach;

    WriteStepRules(
            JdbcClient jdbc, StageRequirements requirements, StepEvents events, StepFiles files, AttachFile attach) {
        this.attach = attach;
        this.jdbc = jdbc;
        this.requirements = requirements;
        this.events = events;
        this.files = files;
    }

    void write(DealTypeId type, int stepsVersion, StageId stage, StepRules rules) {
        jdbc.sql("""
                update deal_type_step set addressee = :addressee, instruction = :instruction,
                  events = cast(:events as jsonb)
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("addressee", rules.addressee())
                .param("instruction", rules.instruction())
                .param("events", events.write(rules.events()))
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
        files.write(type, stepsVersion, stage, rules.files());
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

    /** The rules with the files that were sent, which are attached to the type. */
    StepRules attach(List<String> sent, StepRules rules, DealTypeId type, CurrentUser user) {
        var subject = new FileSubject(FilesOfDealTypes.KIND, type.value());
        var all = new ArrayList<>(rules.files());
        sent.forEach(token -> all.add(attach.received(subject, FileKind.OTHER, token, user)));
        return new StepRules(rules.addressee(), rules.instruction(), all, rules.requirements(), rules.events());
    }

    /** What is wrong with the files of an instruction, at their places. */
    List<FieldProblem> problems(List<FileId> wanted, DealTypeId type) {
        var problems = new ArrayList<FieldProblem>();
        if (wanted.size() > MOST_FILES) {
            problems.add(new FieldProblem("files", "process.error.files.many", MOST_FILES));
        }
        var known = files.known(type, wanted);
        for (int index = 0; index < wanted.size(); index++) {
            if (!known.contains(wanted.get(index))) {
                problems.add(new FieldProblem("files[" + index + "]", "process.error.file.unknown"));
            }
        }
        return problems;
    }
}
