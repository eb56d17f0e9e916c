package io.lijevak.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions joined by and, or, not, as the parameter {@code where} of an address says it: {@code
 * any(potential.ge=1000;none(customer.city=Split;customer.segment=3))}. A place in the tree is told by the numbers of the
 * parts that lead there, from 1: {@code 2.1}; the whole is the empty place.
 */
public sealed interface ConditionTree {
    /** The parameter of an address that carries a tree. */
    String PARAMETER = "where";

    /** So many groups may lie within each other. */
    int DEEPEST = 3;

    /** So many conditions a tree may have. */
    int MOST = 50;

    /** The tree of a text; what is none, or too large, is refused at {@code where}. */
    static Group read(String text) {
        return text.isEmpty() ? Group.EMPTY : TreeText.read(text);
    }

    /** What problems of the condition at a place are told at. */
    static String field(String place) {
        return PARAMETER + "[" + place + "]";
    }

    /** How the parts of a group are joined. */
    enum Mode {
        ALL,
        ANY,
        /** Not any of them. */
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A condition. */
    record Leaf(FieldCondition condition) implements ConditionTree {
        @Override
        public String toString() {
            var parameter = condition.parameter().substring(FieldCondition.PREFIX.length());
            return parameter + "=" + TreeText.escaped(condition.written());
        }
    }

    /** Parts of which all, any or none must hold. A group without parts says nothing. */
    record Group(Mode mode, List<ConditionTree> parts) implements ConditionTree {
        public static final Group EMPTY = new Group(Mode.ALL, List.of());

        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return mode.word() + parts.stream().map(Object::toString).collect(Collectors.joining(";", "(", ")"));
        }

        /** The group of a place, empty when there is none. */
        public Optional<Group> at(String place) {
            if (place.isEmpty()) {
                return Optional.of(this);
            }
            var step = Step.of(place);
            return step.number() <= parts.size() && parts.get(step.number() - 1) instanceof Group group
                    ? group.at(step.rest())
                    : Optional.empty();
        }

        /** The same tree with the group of a place changed. */
        public Group with(String place, UnaryOperator<Group> change) {
            if (place.isEmpty()) {
                return change.apply(this);
            }
            var step = Step.of(place);
            return new Group(
                    mode,
                    replaced(
                            step.number(),
                            part -> part instanceof Group group
                                    ? Stream.of(group.with(step.rest(), change))
                                    : Stream.of(part)));
        }

        public Group and(ConditionTree part) {
            return new Group(
                    mode, Stream.concat(parts.stream(), Stream.of(part)).toList());
        }

        public Group joinedBy(Mode other) {
            return new Group(other, parts);
        }

        /** The condition of a place, empty when there is none. */
        public Optional<FieldCondition> condition(String place) {
            var number = last(place);
            return at(above(place))
                    .filter(group -> number <= group.parts.size())
                    .flatMap(group -> group.parts.get(number - 1) instanceof Leaf leaf
                            ? Optional.of(leaf.condition())
                            : Optional.empty());
        }

        /** The same tree with another condition in a place. */
        public Group with(String place, FieldCondition condition) {
            return with(place, Stream.of(new Leaf(condition)));
        }

        /** The same tree without the part of a place. */
        public Group without(String place) {
            return with(place, Stream.empty());
        }

        private Group with(String place, Stream<ConditionTree> instead) {
            return with(above(place), group -> new Group(group.mode, group.replaced(last(place), part -> instead)));
        }

        private static String above(String place) {
            return place.substring(0, Math.max(0, place.lastIndexOf('.')));
        }

        private static int last(String place) {
            return Step.of(place.substring(place.lastIndexOf('.') + 1)).number();
        }

        /** The same tree without groups that say nothing. */
        public Group pruned() {
            return new Group(mode, parts.stream().flatMap(Group::sayings).toList());
        }

        private static Stream<ConditionTree> sayings(ConditionTree part) {
            if (part instanceof Group group) {
                var kept = group.pruned();
                return kept.parts.isEmpty() ? Stream.empty() : Stream.of(kept);
            }
            return Stream.of(part);
        }

        /** The text that {@link ConditionTree#read} reads, empty when nothing is said. */
        public String text() {
            var kept = pruned();
            return kept.parts.isEmpty() ? "" : kept.toString();
        }

        /** Its conditions, those of its groups included. */
        public List<FieldCondition> conditions() {
            return parts.stream()
                    .flatMap(part -> switch (part) {
                        case Leaf leaf -> Stream.of(leaf.condition());
                        case Group group -> group.conditions().stream();
                    })
                    .toList();
        }

        private List<ConditionTree> replaced(int number, Function<ConditionTree, Stream<ConditionTree>> by) {
            var changed = new ArrayList<ConditionTree>();
            for (var i = 0; i < parts.size(); i++) {
                (i == number - 1 ? by.apply(parts.get(i)) : Stream.of(parts.get(i))).forEach(changed::add);
            }
            return changed;
        }
    }

    /** The first number of a place and what comes after it; a place that is none leads nowhere. */
    record Step(int number, String rest) {
        static Step of(String place) {
            var parts = place.split("\\.", 2);
            var number = parts[0].matches("\\d{1,4}") ? Integer.parseInt(parts[0]) : 0;
            return new Step(number == 0 ? Integer.MAX_VALUE : number, parts.length == 2 ? parts[1] : "");
        }
    }
}
