package io.lijevak.files.web;

import io.lijevak.files.ArchiveFile;
import io.lijevak.files.Attachment;
import io.lijevak.files.FileId;
import io.lijevak.files.FileOwners;
import io.lijevak.files.OpenFile;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file: its content to save, its way into the archive and back. */
@Controller
class FileController {
    private final OpenFile open;
    private final ArchiveFile archive;
    private final FileOwners owners;

    FileController(OpenFile open, ArchiveFile archive, FileOwners owners) {
        this.open = open;
        this.archive = archive;
        this.owners = owners;
    }

    @GetMapping("/files/{id}")
    @SignedIn
    ResponseEntity<Resource> download(@PathVariable FileId id, CurrentUser user) {
        var opened = open.open(id, user);
        return Download.of(opened.file()).body(new FileSystemResource(opened.content()));
    }

    @PostMapping("/files/{id}/archive")
    @SignedIn
    String archive(@PathVariable FileId id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        var file = archive.archive(id, user);
        flash.addFlashAttribute("toast", new Toast(ui.t("files.archived.done"), "/files/" + id + "/restoration"));
        return back(file);
    }

    @PostMapping("/files/{id}/restoration")
    @SignedIn
    String restore(@PathVariable FileId id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        var file = archive.restore(id, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("files.restored")));
        return back(file);
    }

    private String back(Attachment file) {
        return "redirect:" + owners.of(file.subject()).path(file.subject().id());
    }
}
