package io.lijevak.files;

import io.lijevak.files.Contents.Kept;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes attachments, with the trace they leave in the history of their record. */
@Component
class AttachmentRows {
    static final int MOST = 200;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AttachmentRows(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    FileId add(FileSubject subject, FileKind kind, Kept file, CurrentUser user) {
        refuseTooMany(subject);
        var id = jdbc.sql("""
                insert into attachment (subject_kind, subject_id, kind, name, media_type, size, hash, attached_by,
                  attached_at)
                values (:subject, :record, :kind, :name, :type, :size, :hash, :by, :at) returning id""")
                .param("subject", subject.kind())
                .param("record", subject.id())
                .param("kind", kind.name())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("hash", file.hash())
                .param("by", user.id())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        tell(subject, "fileAttached", new Change(null, file.name()), user);
        return new FileId(id);
    }

    /** Gives false when it was so already. */
    boolean archive(Attachment file, boolean archived, CurrentUser user) {
        var changed = jdbc.sql("""
                update attachment set archived_at = case when :archived then cast(:at as timestamptz) end,
                  archived_by = case when :archived then cast(:by as bigint) end
                where id = :id and (archived_at is not null) <> :archived""")
                .param("archived", archived)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", user.id())
                .param("id", file.id().value())
                .update();
        if (changed == 1) {
            var change = archived ? new Change(file.name(), null) : new Change(null, file.name());
            tell(file.subject(), archived ? "fileArchived" : "fileRestored", change, user);
        }
        return changed == 1;
    }

    private void tell(FileSubject subject, String action, Change change, CurrentUser user) {
        audit.record(user, subject.kind(), subject.id(), action, Map.of("file", change));
        events.publishEvent(new FilesChanged(subject));
    }

    private void refuseTooMany(FileSubject subject) {
        var count = jdbc.sql("select count(*) from attachment where subject_kind = :kind and subject_id = :id")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(Integer.class)
                .single();
        if (count >= MOST) {
            throw InvalidInput.at("file", "files.error.many", MOST);
        }
    }
}
