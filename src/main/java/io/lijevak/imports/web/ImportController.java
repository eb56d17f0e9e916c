package io.lijevak.imports.web;

import io.lijevak.imports.ChangeImport;
import io.lijevak.imports.ImportId;
import io.lijevak.imports.ImportReport;
import io.lijevak.imports.ImportState;
import io.lijevak.imports.Imports;
import io.lijevak.imports.StartImport;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An import at work and its report. */
@Controller
@RequestMapping("/imports/{id}")
class ImportController {
    private static final int SHOWN = 50;
    private final Imports imports;
    private final ImportReport report;
    private final ChangeImport change;
    private final StartImport start;
    private final ImportPages pages;

    ImportController(Imports imports, ImportReport report, ChangeImport change, StartImport start, ImportPages pages) {
        this.imports = imports;
        this.report = report;
        this.change = change;
        this.start = start;
        this.pages = pages;
    }

    @Allow(resource = Resource.IMPORT, action = Action.VIEW)
    @GetMapping
    String show(@PathVariable ImportId id, CurrentUser user, Model model) {
        var source = imports.require(id);
        user.require(Resource.IMPORT, Action.VIEW, source.by().person());
        if (source.state() == ImportState.UPLOADED) {
            return "redirect:/imports/" + id + "/mapping";
        }
        var isCheck = source.state() == ImportState.CHECKING || source.state() == ImportState.CHECKED;
        pages.begin(model, source, isCheck ? 3 : 4, user);
        model.addAttribute("report", ReportPage.of(source, report, user.language(), SHOWN, pages.now()));
        return "imports/report";
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/check")
    String check(@PathVariable ImportId id, CurrentUser user) {
        start.check(id, user);
        return "redirect:/imports/" + id;
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/run")
    String run(@PathVariable ImportId id, CurrentUser user) {
        start.run(id, user);
        return "redirect:/imports/" + id;
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/undo")
    String undo(@PathVariable ImportId id, @RequestParam(defaultValue = "false") boolean force, CurrentUser user) {
        start.undo(id, force, user);
        return "redirect:/imports/" + id;
    }

    /** Keeps what was decided about unknown names, and checks again. */
    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/names")
    String names(@PathVariable ImportId id, @RequestParam MultiValueMap<String, String> input, CurrentUser user) {
        var source = imports.require(id);
        change.options(id, NameDecisions.read(source, input), user);
        start.check(id, user);
        return "redirect:/imports/" + id;
    }
}
