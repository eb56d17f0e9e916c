package io.lijevak.process;

import io.lijevak.files.FileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes which files belong to the instructions of a version; archived ones are left out. */
@Component
class StepFiles {
    private final JdbcClient jdbc;

    StepFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FileId> of(DealTypeId type, int stepsVersion, StageId stage) {
        return jdbc
                .sql("""
                select f.attachment_id from step_file f join attachment a on a.id = f.attachment_id
                where f.deal_type_id = :type and f.steps_version = :version and f.stage_id = :stage
                  and a.archived_at is null
                order by f.position""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .query(Long.class)
                .list()
                .stream()
                .map(FileId::new)
                .toList();
    }

    /** By stage. */
    Map<StageId, List<FileId>> of(DealTypeId type, int stepsVersion) {
        var files = new HashMap<StageId, List<FileId>>();
        jdbc.sql("""
                select f.stage_id, f.attachment_id from step_file f join attachment a on a.id = f.attachment_id
                where f.deal_type_id = :type and f.steps_version = :version and a.archived_at is null
                order by f.stage_id, f.position""").param("type", type.value()).param("version", stepsVersion).query(row -> {
            files.computeIfAbsent(new StageId(row.getLong(1)), stage -> new ArrayList<>())
                    .add(new FileId(row.getLong(2)));
        });
        return files;
    }

    /** Those of the files that are attached to the type and not archived. */
    List<FileId> known(DealTypeId type, List<FileId> files) {
        return jdbc
                .sql("""
                select id from attachment
                where id = any(:ids) and subject_kind = 'deal_type' and subject_id = :type and archived_at is null""")
                .param("ids", files.stream().map(FileId::value).toArray(Long[]::new))
                .param("type", type.value())
                .query(Long.class)
                .list()
                .stream()
                .map(FileId::new)
                .toList();
    }

    void write(DealTypeId type, int stepsVersion, StageId stage, List<FileId> files) {
        jdbc.sql("""
                delete from step_file
                where deal_type_id = :type and steps_version = :version and stage_id = :stage""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .update();
        if (files.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into step_file (deal_type_id, steps_version, stage_id, position, attachment_id)
                select :type, :version, :stage, f.place, f.file
                from unnest(:files) with ordinality as f(file, place)""")
                .param("type", type.value())
                .param("version", stepsVersion)
                .param("stage", stage.value())
                .param("files", files.stream().map(FileId::value).distinct().toArray(Long[]::new))
                .update();
    }
}
