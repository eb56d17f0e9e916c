package io.lijevak.properties.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.ConditionTree;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds a condition on any field to the address of a list, or changes one of its tree: the field, then what it must be. */
@Controller
@RequestMapping("/filters/{list}")
class FieldFilterController {
    private static final String[] OURS = {
        "at",
        "field",
        "operator",
        "value",
        "value2",
        "value__text",
        FieldFilterForm.NAMED,
        FieldFilterForm.FURTHER,
        FieldFilterForm.FURTHER + "__text",
        FieldFilterForm.MORE,
        Into.PARAMETER,
        Into.REPLACED
    };
    private final FieldLists lists;
    private final Fields fields;
    private final FieldConditions conditions;
    private final FieldWords words;

    FieldFilterController(FieldLists lists, Fields fields, FieldConditions conditions, FieldWords words) {
        this.lists = lists;
        this.fields = fields;
        this.conditions = conditions;
        this.words = words;
    }

    /** The fields, or the one chosen with what it may be compared to. */
    @GetMapping
    @SignedIn
    String choose(
            @PathVariable String list,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model) {
        var shown = lists.require(list, user);
        var state = lists.state(shown, parameters, OURS);
        var replaced = parameters.getOrDefault(Into.REPLACED, "");
        if (!replaced.isEmpty()) {
            return change(shown, state, replaced, user, ui, model);
        }
        var path = parameters.getOrDefault("field", "");
        var into = parameters.getOrDefault(Into.PARAMETER, "");
        if (path.isEmpty()) {
            var at = parameters.getOrDefault("at", "");
            model.addAttribute(
                    "page", new FieldChoicePage(shown, state, at, fields.level(shown.root(), at, user), into));
            return "properties/fields";
        }
        var empty = Form.empty().otherwise(Into.PARAMETER, into);
        return condition(shown, state, require(shown, path, user), empty, user, model);
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
        var shown = lists.require(list, user);
        var state = lists.state(shown, input.toSingleValueMap(), OURS);
        var form = Form.of(input);
        var field = require(shown, form.value("field"), user);
        try {
            if (!form.value(FieldFilterForm.MORE).isEmpty()) {
                return condition(shown, state, field, FieldFilterForm.further(form), user, model);
            }
            var condition = FieldFilterForm.read(form, field, ui.f().region());
            var problems = problems(shown, condition, user);
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            return "redirect:" + next(shown, state, form, condition);
        } catch (InvalidInput e) {
            response.setStatus(422);
            return condition(shown, state, field, form.with(e.problems()), user, model);
        }
    }

    private String condition(
            FieldList list, PageLink state, TypedField field, Form form, CurrentUser user, Model model) {
        var options = field.target() == null
                ? words.options(field, user)
                : words.records(field, form.values(FieldFilterForm.NAMED));
        model.addAttribute("page", new FieldConditionPage(list, state, field, options, form));
        return "properties/condition";
    }

    /** The form with the condition of a place in the tree, and what is wrong with it. */
    private String change(FieldList list, PageLink state, String place, CurrentUser user, Ui ui, Model model) {
        var condition = tree(state).condition(place).orElseThrow(() -> new RecordNotFound("condition", place));
        var field = require(list, condition.path(), user);
        var form = FieldFilterForm.of(condition, field, ui.f())
                .otherwise(
                        "value__text",
                        words.chosen(
                                field,
                                condition.values().isEmpty()
                                        ? ""
                                        : condition.values().getFirst()))
                .otherwise(Into.REPLACED, place)
                .with(problems(list, condition, user));
        return condition(list, state, field, form, user, model);
    }

    /** What is wrong with a condition, at the value of its form. */
    private List<FieldProblem> problems(FieldList list, FieldCondition condition, CurrentUser user) {
        return conditions.check(list.root(), new Where(List.of(condition)), user).problems().stream()
                .map(problem -> new FieldProblem("value", problem.messageKey(), problem.arguments()))
                .toList();
    }

    /** Where a condition leads: to the list with it, or back to the tree that it is of. */
    private static String next(FieldList list, PageLink state, Form form, FieldCondition condition) {
        var replaced = form.value(Into.REPLACED);
        if (!replaced.isEmpty()) {
            var changed = tree(state).with(replaced, condition);
            return Into.editor(list, state.with(ConditionTree.PARAMETER, changed));
        }
        var into = form.value(Into.PARAMETER);
        return into.isEmpty()
                ? state.with(condition.parameter(), condition.written()).toString()
                : Into.editor(list, grown(state, into, condition));
    }

    private static ConditionTree.Group tree(PageLink state) {
        return ConditionTree.read(state.value(ConditionTree.PARAMETER));
    }

    /** The state with the condition in a group of its tree. */
    private static PageLink grown(PageLink state, String into, FieldCondition condition) {
        var tree = tree(state).with(Into.place(into), group -> group.and(new ConditionTree.Leaf(condition)));
        if (tree.conditions().size() > ConditionTree.MOST) {
            throw InvalidInput.at("value", "properties.problem.tree.many", ConditionTree.MOST);
        }
        return state.with(ConditionTree.PARAMETER, tree);
    }

    private TypedField require(FieldList list, String path, CurrentUser user) {
        return fields.find(list.root(), path, user)
                .orElseThrow(() -> InvalidInput.at(FieldCondition.PREFIX + path, "properties.problem.field", path));
    }
}
