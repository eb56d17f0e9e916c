package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what is settled of processes about other records; one of each kind is the default, and is allowed. */
@Component
class RecordProcessRows {
    private final JdbcClient jdbc;

    RecordProcessRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the key it made. */
    String insert(RecordProcessDraft draft, String kind) {
        var name = checked(draft);
        giveWay(draft, kind, "");
        try {
            return jdbc.sql("""
                    insert into record_process (key, name, subject_kind, position, use_allowed, by_default)
                    select 'process-' || nextval('record_process_number'), :name, :kind,
                      coalesce(max(position), 0) + 1, :use, :default from record_process
                    returning key""")
                    .param("name", name)
                    .param("kind", kind)
                    .param("use", draft.useAllowed())
                    .param("default", draft.byDefault())
                    .query(String.class)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "process.error.process.taken", name);
        }
    }

    void update(RecordProcess before, RecordProcessDraft draft) {
        var name = checked(draft);
        giveWay(draft, before.subjectKind(), before.key());
        try {
            jdbc.sql("""
                    update record_process set name = :name, use_allowed = :use, by_default = :default,
                      revision = revision + 1 where key = :key""")
                    .param("name", name)
                    .param("use", draft.useAllowed())
                    .param("default", draft.byDefault())
                    .param("key", before.key())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "process.error.process.taken", name);
        }
    }

    private static String checked(RecordProcessDraft draft) {
        if (draft.byDefault() && !draft.useAllowed()) {
            throw InvalidInput.at("useAllowed", "process.error.process.unused");
        }
        return Names.required(draft.name());
    }

    private void giveWay(RecordProcessDraft draft, String kind, String key) {
        if (draft.byDefault()) {
            jdbc.sql("""
                    update record_process set by_default = false, revision = revision + 1
                    where subject_kind = :kind and by_default and key <> :key""").param("kind", kind).param("key", key).update();
        }
    }
}
