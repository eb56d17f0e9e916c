package io.lijevak.properties.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.ConditionTree;
import io.lijevak.properties.ConditionTree.Group;
import io.lijevak.properties.ConditionTree.Mode;
import io.lijevak.properties.FieldCondition;
import io.lijevak.properties.FieldList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A tree of conditions of a list, and the addresses that change it.
 *
 * @param state the list, the tree as it stands included
 * @param problems what is wrong, by the place it is told at
 * @param words says a condition, empty when it cannot be said
 * @param changeable whether the field of a condition is known
 */
public record ConditionTreePage(
        FieldList list,
        PageLink state,
        Group tree,
        Map<String, FieldProblem> problems,
        Function<FieldCondition, Optional<String>> words,
        Predicate<FieldCondition> changeable) {

    /** The list narrowed by the tree. */
    public String apply() {
        return state.with(ConditionTree.PARAMETER, tree.text()).toString();
    }

    /** The list without the tree. */
    public String bare() {
        return state.without(ConditionTree.PARAMETER).toString();
    }

    public String joined(String place, Mode mode) {
        return editor(tree.with(place, group -> group.joinedBy(mode)));
    }

    /** The same with another group in a group. */
    public String nested(String place) {
        return editor(tree.with(place, group -> group.and(new Group(Mode.ANY, List.of()))));
    }

    public String without(String place) {
        return editor(tree.without(place));
    }

    /** Where a condition for a group is chosen. */
    public String adding(String place) {
        return state.at("/filters/" + list.name())
                .with(Into.PARAMETER, Into.of(place))
                .toString();
    }

    /** Where the condition of a place is changed, null where its field is not known. */
    public @Nullable String changing(String place, FieldCondition condition) {
        return changeable.test(condition)
                ? state.at("/filters/" + list.name()).with(Into.REPLACED, place).toString()
                : null;
    }

    /** Whether a group may lie in the one of the place. */
    public boolean nests(String place) {
        return depth(place) < ConditionTree.DEEPEST;
    }

    public boolean grows() {
        return tree.conditions().size() < ConditionTree.MOST;
    }

    public String inner(String place, int part) {
        return place.isEmpty() ? String.valueOf(part + 1) : place + "." + (part + 1);
    }

    /** A condition in words; one that cannot be used as it is written. */
    public String said(String place, FieldCondition condition) {
        return problem(place) == null
                ? words.apply(condition).orElse(condition.path())
                : new ConditionTree.Leaf(condition).toString();
    }

    /** What is wrong with the condition of a place; with the whole at the empty one. */
    public @Nullable FieldProblem problem(String place) {
        return problems.get(place.isEmpty() ? ConditionTree.PARAMETER : ConditionTree.field(place));
    }

    private static int depth(String place) {
        return place.isEmpty() ? 1 : place.split("\\.").length + 1;
    }

    private String editor(Group changed) {
        return Into.editor(list, state.with(ConditionTree.PARAMETER, changed));
    }
}
