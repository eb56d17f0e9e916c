package io.lijevak.files.web;

import io.lijevak.files.AttachFile;
import io.lijevak.files.Attachments;
import io.lijevak.files.FileKind;
import io.lijevak.files.FileOwners;
import io.lijevak.files.FileSubject;
import io.lijevak.files.Incoming;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.SentFile;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a record: its card, and the form that adds one. The owner of the record says who may. */
@Controller
@RequestMapping("/files/of/{kind}/{id}")
class FilesController {
    private final Attachments attachments;
    private final AttachFile attach;
    private final FileOwners owners;

    FilesController(Attachments attachments, AttachFile attach, FileOwners owners) {
        this.attachments = attachments;
        this.attach = attach;
        this.owners = owners;
    }

    @GetMapping
    @SignedIn
    String card(@PathVariable String kind, @PathVariable long id, CurrentUser user, Model model) {
        var subject = new FileSubject(kind, id);
        var owner = owners.of(subject);
        owner.require(id, Action.VIEW, user);
        model.addAttribute(
                "card", new FilesCard(subject, attachments.of(subject), owner.allows(id, Action.EDIT, user)));
        return "files/card";
    }

    @GetMapping("/new")
    @SignedIn
    String ask(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestParam(name = "kind", defaultValue = "other") String wanted,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model) {
        var subject = new FileSubject(kind, id);
        owners.of(subject).require(id, Action.EDIT, user);
        return form(subject, Form.of(Map.of("kind", wanted)), ui, model);
    }

    @PostMapping
    @SignedIn
    String create(
            @PathVariable String kind,
            @PathVariable long id,
            HttpServletRequest request,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var subject = new FileSubject(kind, id);
        owners.of(subject).require(id, Action.EDIT, user);
        // Among the parts of a body that is not read, because it is too big, it would be looked for in vain.
        var chosen = Objects.requireNonNullElse(request.getParameter("kind"), "");
        return SentForm.of(Form.of(Map.of("kind", chosen)), response)
                .save(
                        () -> {
                            attach(subject, chosen, request, user);
                            flash.addFlashAttribute("toast", Toast.of(ui.t("files.attached")));
                            return "redirect:" + owners.of(subject).path(id);
                        },
                        refused -> form(subject, refused, ui, model));
    }

    private void attach(FileSubject subject, String chosen, HttpServletRequest request, CurrentUser user) {
        var file = SentFile.of(request, "file", AttachFile::tooBig);
        var kind = FileKind.read(chosen).orElseThrow(() -> InvalidInput.at("kind", "files.error.kind"));
        if (file == null) {
            throw InvalidInput.at("file", "files.error.empty");
        }
        SentFile.with(file, content -> attach.to(subject, kind, new Incoming(SentFile.name(file), content), user));
    }

    private String form(FileSubject subject, Form form, Ui ui, Model model) {
        model.addAttribute("subject", subject);
        model.addAttribute("back", owners.of(subject).path(subject.id()));
        model.addAttribute("form", form);
        model.addAttribute("limit", AttachFile.BYTES);
        model.addAttribute(
                "kinds",
                Stream.of(FileKind.values())
                        .map(kind -> new Option(kind.word(), ui.t(kind.key())))
                        .toList());
        return "files/new";
    }
}
