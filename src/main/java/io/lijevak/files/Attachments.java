package io.lijevak.files;

import io.lijevak.platform.RecordNotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which files records have; asks nobody whether the reader may know. */
@Component
public class Attachments {
    private static final String SELECT = """
            select a.id, a.subject_kind, a.subject_id, a.kind, a.name, a.media_type, a.size, a.hash, p.name as by_name,
              a.attached_at, a.archived_at
            from attachment a left join person p on p.id = a.attached_by""";
    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of a record, newest first, archived ones behind. */
    public List<Attachment> of(FileSubject subject) {
        return jdbc.sql(SELECT + """
                 where a.subject_kind = :kind and a.subject_id = :id
                order by a.archived_at is not null, a.id desc""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(Attachments::attachment)
                .list();
    }

    public Attachment require(FileId id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id.value())
                .query(Attachments::attachment)
                .optional()
                .orElseThrow(() -> new RecordNotFound("file", id));
    }

    /** Whether the record has a file of the kind that is not archived. */
    public boolean has(FileSubject subject, FileKind kind) {
        return jdbc.sql("""
                select exists (select from attachment
                  where subject_kind = :subject and subject_id = :id and kind = :kind and archived_at is null)""")
                .param("subject", subject.kind())
                .param("id", subject.id())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                new FileId(row.getLong("id")),
                new FileSubject(row.getString("subject_kind"), row.getLong("subject_id")),
                FileKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("hash"),
                row.getString("by_name"),
                Objects.requireNonNull(row.getTimestamp("attached_at")).toInstant(),
                row.getTimestamp("archived_at") != null);
    }
}
