package io.lijevak.imports.web;

import io.lijevak.deals.CurrencyRates;
import io.lijevak.imports.ChangeImport;
import io.lijevak.imports.Import;
import io.lijevak.imports.ImportId;
import io.lijevak.imports.ImportKind;
import io.lijevak.imports.ImportOptions;
import io.lijevak.imports.Imports;
import io.lijevak.imports.StartImport;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The wizard's third step: which column goes where, and by which rules. */
@Controller
@RequestMapping("/imports/{id}/mapping")
class ImportMappingController {
    private final Imports imports;
    private final ChangeImport change;
    private final StartImport start;
    private final ImportPages pages;
    private final CurrencyRates rates;

    ImportMappingController(
            Imports imports, ChangeImport change, StartImport start, ImportPages pages, CurrencyRates rates) {
        this.rates = rates;
        this.imports = imports;
        this.change = change;
        this.start = start;
        this.pages = pages;
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @GetMapping
    String form(@PathVariable ImportId id, CurrentUser user, Model model) {
        return page(id, values(imports.require(id)), user, model);
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping
    String map(@PathVariable ImportId id, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var source = imports.require(id);
                    change.mapping(id, targets(source, form), user);
                    change.options(id, options(source, form), user);
                    if (form.has("then", "run")) {
                        start.run(id, user);
                    } else {
                        start.check(id, user);
                    }
                    return "redirect:/imports/" + id;
                },
                refused -> {
                    var source = imports.require(id);
                    return page(id, refused.placed(problem -> pages.atItsColumn(problem, source, user)), user, model);
                });
    }

    private static Map<String, String> targets(Import source, Form form) {
        var targets = new LinkedHashMap<String, String>();
        var columns = source.settings().columns();
        for (int i = 0; i < columns.size(); i++) {
            targets.put(columns.get(i).source(), form.value("target-" + i));
        }
        return targets;
    }

    private static ImportOptions options(Import source, Form form) {
        var before = source.settings().options();
        var collisions = new LinkedHashMap<String, String>();
        var columns = source.settings().columns();
        for (int i = 0; i < columns.size(); i++) {
            var rule = form.value("collision-" + i);
            var target = form.value("target-" + i);
            if (!rule.isEmpty() && !rule.equals("overwrite") && !target.isEmpty()) {
                collisions.put(target, rule);
            }
        }
        return new ImportOptions(
                form.has("createMissing", "true"),
                before.acceptNearMatches(),
                form.value("currency").isBlank() ? before.currency() : form.value("currency"),
                before.dealType(),
                collisions,
                before.references());
    }

    private static Form values(Import source) {
        var values = new LinkedHashMap<String, Object>();
        var settings = source.settings();
        for (int i = 0; i < settings.columns().size(); i++) {
            var target = settings.mapping()
                    .targets()
                    .getOrDefault(settings.columns().get(i).source(), "");
            values.put("target-" + i, target);
            values.put("collision-" + i, settings.options().collision(target));
        }
        if (settings.options().currency() != null) {
            values.put("currency", settings.options().currency());
        }
        if (settings.options().creates()) {
            values.put("createMissing", "true");
        }
        return Form.of(values);
    }

    private String page(ImportId id, Form form, CurrentUser user, Model model) {
        var source = imports.require(id);
        user.require(Resource.IMPORT, Action.CREATE, source.by().person());
        pages.begin(model, source, 2, user);
        model.addAttribute("form", form);
        model.addAttribute("targets", pages.targets(source, user));
        var hasAmounts = source.kind() == ImportKind.DEALS || source.kind() == ImportKind.PRODUCTS;
        var currencies = hasAmounts ? rates.currencies() : List.<String>of();
        model.addAttribute(
                "currencies",
                currencies.stream().map(code -> new Option(code, code)).toList());
        model.addAttribute("collisions", pages.collisions(user.language()));
        return "imports/mapping";
    }
}
