package io.lijevak.files.web;

import io.lijevak.files.ArchiveFile;
import io.lijevak.files.AttachFile;
import io.lijevak.files.Attachment;
import io.lijevak.files.Attachments;
import io.lijevak.files.FileId;
import io.lijevak.files.FileKind;
import io.lijevak.files.FileOwners;
import io.lijevak.files.FileSubject;
import io.lijevak.files.Incoming;
import io.lijevak.files.OpenFile;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.SentFile;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files for programs: list, attach, read, archive. A record is named by {@code subject} and {@code record}. */
@RestController
@RequestMapping("/api/v1/files")
class FilesApi {
    private final Attachments attachments;
    private final AttachFile attach;
    private final ArchiveFile archive;
    private final OpenFile open;
    private final FileOwners owners;

    FilesApi(Attachments attachments, AttachFile attach, ArchiveFile archive, OpenFile open, FileOwners owners) {
        this.attachments = attachments;
        this.attach = attach;
        this.archive = archive;
        this.open = open;
        this.owners = owners;
    }

    record FileJson(
            long id,
            String subject,
            long record,
            String kind,
            String name,
            String mediaType,
            long size,
            String sha256,
            @Nullable String attachedBy,
            Instant attachedAt,
            boolean archived) {

        static FileJson of(Attachment file) {
            return new FileJson(
                    file.id().value(),
                    file.subject().kind(),
                    file.subject().id(),
                    file.kind().word(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.hash(),
                    file.by(),
                    file.at(),
                    file.archived());
        }
    }

    @GetMapping
    @SignedIn
    Slice<FileJson> list(@RequestParam String subject, @RequestParam long record, CurrentUser user) {
        var of = new FileSubject(subject, record);
        owners.of(of).require(record, Action.VIEW, user);
        return new Slice<>(attachments.of(of).stream().map(FileJson::of).toList(), null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @SignedIn
    @ResponseStatus(HttpStatus.CREATED)
    FileJson attach(
            @RequestParam String subject,
            @RequestParam long record,
            @RequestParam(defaultValue = "other") String kind,
            @RequestPart MultipartFile file,
            CurrentUser user) {
        var of = FileKind.read(kind).orElseThrow(() -> InvalidInput.at("kind", "files.error.kind"));
        var id = SentFile.with(
                file,
                content -> attach.to(
                        new FileSubject(subject, record), of, new Incoming(SentFile.name(file), content), user));
        return FileJson.of(attachments.require(id));
    }

    @GetMapping("/{id}")
    @SignedIn
    FileJson read(@PathVariable FileId id, CurrentUser user) {
        return FileJson.of(open.look(id, user));
    }

    @GetMapping("/{id}/content")
    @SignedIn
    ResponseEntity<Resource> content(@PathVariable FileId id, CurrentUser user) {
        var opened = open.open(id, user);
        return Download.of(opened.file()).body(new FileSystemResource(opened.content()));
    }

    @PostMapping("/{id}/archive")
    @SignedIn
    FileJson archive(@PathVariable FileId id, CurrentUser user) {
        return FileJson.of(archive.archive(id, user));
    }

    @DeleteMapping("/{id}/archive")
    @SignedIn
    FileJson restore(@PathVariable FileId id, CurrentUser user) {
        return FileJson.of(archive.restore(id, user));
    }
}
