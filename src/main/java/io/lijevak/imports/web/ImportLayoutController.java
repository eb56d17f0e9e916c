package io.lijevak.imports.web;

import io.lijevak.imports.ChangeImport;
import io.lijevak.imports.ImportId;
import io.lijevak.imports.Imports;
import io.lijevak.imports.Layout;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The wizard's second step: sheet, encoding, delimiter, header row. */
@Controller
@RequestMapping("/imports/{id}/layout")
class ImportLayoutController {
    private static final Map<String, String> DELIMITERS =
            Map.of("comma", ",", "semicolon", ";", "tab", "\t", "bar", "|");
    private final Imports imports;
    private final ChangeImport change;
    private final ImportPages pages;

    ImportLayoutController(Imports imports, ChangeImport change, ImportPages pages) {
        this.imports = imports;
        this.change = change;
        this.pages = pages;
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @GetMapping
    String form(@PathVariable ImportId id, CurrentUser user, Model model) {
        var layout = imports.require(id).settings().layout();
        var values = new LinkedHashMap<String, Object>();
        values.put("headerRow", layout.headerRow());
        values.put("headerRows", layout.headerRows());
        if (layout.sheet() != null) {
            values.put("sheet", layout.sheet());
        } else {
            values.put("encoding", String.valueOf(layout.encoding()));
            values.put("delimiter", name(String.valueOf(layout.delimiter())));
        }
        return page(id, Form.of(values), user, model);
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping
    String change(@PathVariable ImportId id, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var before = imports.require(id).settings().layout();
                    var wished = read(form, before);
                    if (!wished.equals(before)) {
                        change.layout(id, wished, user);
                    }
                    return "redirect:/imports/" + id + (form.has("then", "mapping") ? "/mapping" : "/layout");
                },
                refused -> page(id, refused.placed(ImportLayoutController::atItsField), user, model));
    }

    /** What is wrong with the file is the fault of one of the choices how to read it. */
    private static FieldProblem atItsField(FieldProblem problem) {
        var field = problem.messageKey().endsWith(".encoding")
                ? "encoding"
                : problem.messageKey().endsWith(".quotes") ? "delimiter" : "headerRow";
        return problem.at(field);
    }

    private static Layout read(Form form, Layout before) {
        return new Layout(
                before.sheet() == null ? null : form.value("sheet"),
                number(form.value("headerRow"), before.headerRow()),
                number(form.value("headerRows"), before.headerRows()),
                before.sheet() == null ? form.value("encoding") : null,
                before.sheet() == null ? DELIMITERS.getOrDefault(form.value("delimiter"), ",") : null);
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : otherwise;
    }

    private static String name(String delimiter) {
        return DELIMITERS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(delimiter))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("comma");
    }

    private String page(ImportId id, Form form, CurrentUser user, Model model) {
        var source = imports.require(id);
        pages.begin(model, source, 1, user);
        model.addAttribute("preview", change.preview(id, user));
        model.addAttribute("encodings", ChangeImport.ENCODINGS);
        model.addAttribute("form", form);
        return "imports/layout";
    }
}
