package io.lijevak.files;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a file out of the way of its record, and back; nothing is deleted. */
@Component
public class ArchiveFile {
    private final Attachments attachments;
    private final FileOwners owners;
    private final AttachmentRows rows;

    ArchiveFile(Attachments attachments, FileOwners owners, AttachmentRows rows) {
        this.attachments = attachments;
        this.owners = owners;
        this.rows = rows;
    }

    @Transactional
    public Attachment archive(FileId id, CurrentUser user) {
        return set(id, true, user);
    }

    @Transactional
    public Attachment restore(FileId id, CurrentUser user) {
        return set(id, false, user);
    }

    private Attachment set(FileId id, boolean archived, CurrentUser user) {
        var file = attachments.require(id);
        owners.of(file.subject()).require(file.subject().id(), Action.EDIT, user);
        rows.archive(file, archived, user);
        return attachments.require(id);
    }
}
