package io.lijevak.properties.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import io.lijevak.properties.FieldCondition;
import io.lijevak.properties.FieldConditions;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.FieldWords;
import io.lijevak.properties.Fields;
import io.lijevak.properties.TypedField;
import io.lijevak.properties.Where;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds a condition on any field to the address of a list: choose the field, then what it must be. */
@Controller
@RequestMapping("/filters/{list}")
class FieldFilterController {
    private static final String[] OURS = {"at", "field", "operator", "value", "value2", "value__text"};
    private final List<FieldList> lists;
    private final Fields fields;
    private final FieldConditions conditions;
    private final FieldWords words;

    FieldFilterController(List<FieldList> lists, Fields fields, FieldConditions conditions, FieldWords words) {
        this.lists = lists;
        this.fields = fields;
        this.conditions = conditions;
        this.words = words;
    }

    /** The fields, or the one chosen with what it may be compared to. */
    @GetMapping
    @SignedIn
    String choose(
            @PathVariable String list, @RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var shown = require(list, user);
        var state = state(shown, parameters);
        var path = parameters.getOrDefault("field", "");
        if (path.isEmpty()) {
            var at = parameters.getOrDefault("at", "");
            model.addAttribute("page", new FieldChoicePage(shown, state, at, fields.level(shown.root(), at, user)));
            return "properties/fields";
        }
        return condition(shown, state, require(shown, path, user), Form.empty(), user, model);
    }

    /** Leads back to the list with the condition, or shows what is wrong with it. */
    @GetMapping("/condition")
    @SignedIn
    String add(
            @PathVariable String list,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response) {
        var shown = require(list, user);
        var state = state(shown, input.toSingleValueMap());
        var form = Form.of(input);
        var field = require(shown, form.value("field"), user);
        try {
            var condition = FieldFilterForm.read(form, field, ui.f().region());
            var problems = conditions
                    .check(shown.root(), new Where(List.of(condition)), user)
                    .problems();
            if (!problems.isEmpty()) {
                throw InvalidInput.at(
                        "value",
                        problems.getFirst().messageKey(),
                        problems.getFirst().arguments().toArray());
            }
            return "redirect:" + state.with(condition.parameter(), condition.written());
        } catch (InvalidInput e) {
            response.setStatus(422);
            return condition(shown, state, field, form.with(e.problems()), user, model);
        }
    }

    private String condition(
            FieldList list, PageLink state, TypedField field, Form form, CurrentUser user, Model model) {
        model.addAttribute("page", new FieldConditionPage(list, state, field, words.options(field, user), form));
        return "properties/condition";
    }

    private FieldList require(String name, CurrentUser user) {
        var found = lists.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("list", name));
        if (!found.visible().test(user)) {
            throw new AccessDeniedException(name);
        }
        return found;
    }

    private TypedField require(FieldList list, String path, CurrentUser user) {
        return fields.find(list.root(), path, user)
                .orElseThrow(() -> InvalidInput.at(FieldCondition.PREFIX + path, "properties.problem.field", path));
    }

    private static PageLink state(FieldList list, Map<String, String> parameters) {
        return FieldChips.beginning(new PageLink(list.address(), parameters).without(OURS));
    }
}
