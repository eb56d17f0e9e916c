package io.lijevak.process;

import io.lijevak.files.Attachment;
import io.lijevak.files.Attachments;
import io.lijevak.files.FileId;
import io.lijevak.files.FileSubject;
import io.lijevak.process.Instruction.Reader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the instructions of steps with their files, and who read them. */
@Component
public class Instructions {
    private static final int MOST_READERS = 200;
    private final JdbcClient jdbc;
    private final StepFiles files;
    private final Attachments attachments;

    private record Words(String stage, @Nullable String text) {}

    Instructions(JdbcClient jdbc, StepFiles files, Attachments attachments) {
        this.jdbc = jdbc;
        this.files = files;
        this.attachments = attachments;
    }

    /** The instruction of a stage of a version; null when it says nothing, or the version has no such stage. */
    public @Nullable Instruction of(DealTypeId type, int stepsVersion, StageId stage) {
        return jdbc.sql("""
                select g.name, s.instruction from deal_type_step s join stage g on g.id = s.stage_id
                where s.deal_type_id = :type and s.steps_version = :version and s.stage_id = :stage""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .query((row, number) -> new Words(row.getString(1), row.getString(2)))
                .optional()
                .map(words -> new Instruction(
                        words.stage(), stepsVersion, words.text(), attached(type, files.of(type, stepsVersion, stage))))
                .filter(instruction -> !instruction.isEmpty())
                .orElse(null);
    }

    /** Files that are attached to the type, in the order asked for. */
    public List<Attachment> attached(DealTypeId type, List<FileId> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var all = attachments.of(new FileSubject(FilesOfDealTypes.KIND, type.value()));
        return wanted.stream()
                .map(id -> all.stream()
                        .filter(file -> file.id().equals(id))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Who read the instruction in this version, the latest first. */
    public List<Reader> readers(DealTypeId type, int stepsVersion, StageId stage) {
        return jdbc.sql("""
                select p.name, r.at from instruction_read r join person p on p.id = r.person_id
                where r.deal_type_id = :type and r.steps_version = :version and r.stage_id = :stage
                order by r.at desc, p.id limit :most""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .param("most", MOST_READERS)
                .query((row, number) ->
                        new Reader(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }
}
