package io.lijevak.files;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attaches a file to a record that the user may edit. */
@Component
public class AttachFile {
    /** The most bytes a file may have. */
    public static final long BYTES = 25L << 20;

    private final FileOwners owners;
    private final Contents contents;
    private final AttachmentRows rows;
    private final ReceivedFiles received;

    AttachFile(FileOwners owners, Contents contents, AttachmentRows rows, ReceivedFiles received) {
        this.owners = owners;
        this.contents = contents;
        this.rows = rows;
        this.received = received;
    }

    /** Refuses an empty file, one over {@link #BYTES}, a program, and one file too many. */
    @Transactional
    public FileId to(FileSubject subject, FileKind kind, Incoming file, CurrentUser user) {
        owners.of(subject).require(subject.id(), Action.EDIT, user);
        return rows.add(subject, kind, contents.keep(file), user);
    }

    /** Attaches what the user sent before and {@link ReceiveFile} kept; its token is good for once. */
    @Transactional
    public FileId received(FileSubject subject, FileKind kind, String token, CurrentUser user) {
        owners.of(subject).require(subject.id(), Action.EDIT, user);
        return rows.add(subject, kind, received.take(token, user), user);
    }

    /** The refusal of a file over {@link #BYTES}. */
    public static InvalidInput tooBig() {
        return InvalidInput.at("file", "files.error.tooBig", BYTES >> 20);
    }
}
