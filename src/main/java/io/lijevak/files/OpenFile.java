package io.lijevak.files;

import io.lijevak.platform.Conflict;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Gives out files and their contents to whoever may see the record they belong to. */
@Component
public class OpenFile {
    private final Attachments attachments;
    private final FileOwners owners;
    private final FileStore store;

    /** A file with the place of its content. */
    public record Opened(Attachment file, Path content) {}

    OpenFile(Attachments attachments, FileOwners owners, FileStore store) {
        this.attachments = attachments;
        this.owners = owners;
        this.store = store;
    }

    public Attachment look(FileId id, CurrentUser user) {
        var file = attachments.require(id);
        owners.of(file.subject()).require(file.subject().id(), Action.VIEW, user);
        return file;
    }

    /** Refuses when the content is not on this server, as after a restore without the folder of files. */
    public Opened open(FileId id, CurrentUser user) {
        var file = look(id, user);
        var content = store.path(file.hash());
        if (!Files.isReadable(content)) {
            throw new Conflict("files.error.lost", file.name());
        }
        return new Opened(file, content);
    }
}
