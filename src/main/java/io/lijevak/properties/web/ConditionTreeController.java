package io.lijevak.properties.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.ConditionTree;
import io.lijevak.properties.FieldConditions;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.FieldWords;
import io.lijevak.properties.Fields;
import io.lijevak.properties.Where;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Joins conditions of a list by and, or, not: each step is an address that holds the tree so far. */
@Controller
class ConditionTreeController {
    private final FieldLists lists;
    private final Fields fields;
    private final FieldConditions conditions;
    private final FieldWords words;

    ConditionTreeController(FieldLists lists, Fields fields, FieldConditions conditions, FieldWords words) {
        this.lists = lists;
        this.fields = fields;
        this.conditions = conditions;
        this.words = words;
    }

    @GetMapping("/filters/{list}/tree")
    @SignedIn
    String show(
            @PathVariable String list, @RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var shown = lists.require(list, user);
        var state = lists.state(shown, parameters);
        var problems = new HashMap<String, FieldProblem>();
        var tree = read(state.value(ConditionTree.PARAMETER), problems);
        check(shown, tree, user).forEach(problem -> problems.put(problem.field(), problem));
        model.addAttribute(
                "page",
                new ConditionTreePage(
                        shown,
                        state,
                        tree,
                        problems,
                        condition -> words.words(shown.root(), condition, user),
                        condition -> fields.find(shown.root(), condition.path(), user)
                                .isPresent()));
        return "properties/tree";
    }

    private List<FieldProblem> check(FieldList list, ConditionTree.Group tree, CurrentUser user) {
        return conditions
                .check(list.root(), new Where(List.of(), tree.toString()), user)
                .problems();
    }

    private static ConditionTree.Group read(String text, Map<String, FieldProblem> problems) {
        try {
            return ConditionTree.read(text);
        } catch (InvalidInput unreadable) {
            unreadable.problems().forEach(problem -> problems.put(problem.field(), problem));
            return ConditionTree.Group.EMPTY;
        }
    }
}
