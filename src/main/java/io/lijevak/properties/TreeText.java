package io.lijevak.properties;

import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.ConditionTree.Group;
import io.lijevak.properties.ConditionTree.Leaf;
import io.lijevak.properties.ConditionTree.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a tree of conditions letter by letter. */
final class TreeText {
    private static final String SPECIAL = "~;()";
    private final String text;
    private int at;

    private TreeText(String text) {
        this.text = text;
    }

    /** The tree of a text; what is none, or too large, is refused at {@code where}. */
    static Group read(String text) {
        var reading = new TreeText(text);
        var tree = reading.group(reading.mode(), 1);
        if (reading.at < text.length()) {
            throw reading.unreadable();
        }
        if (tree.conditions().size() > ConditionTree.MOST) {
            throw refused("properties.problem.tree.many", ConditionTree.MOST);
        }
        return tree;
    }

    /** The value of a condition as it stands in a tree. */
    static String escaped(String value) {
        var written = new StringBuilder();
        for (var letter : value.toCharArray()) {
            written.append(SPECIAL.indexOf(letter) < 0 ? "" : "~").append(letter);
        }
        return written.toString();
    }

    private Group group(@Nullable Mode mode, int depth) {
        if (mode == null) {
            throw unreadable();
        }
        if (depth > ConditionTree.DEEPEST) {
            throw refused("properties.problem.tree.deep", ConditionTree.DEEPEST);
        }
        var parts = new ArrayList<ConditionTree>();
        while (!skipped(')')) {
            if (!parts.isEmpty() && !skipped(';')) {
                throw unreadable();
            }
            var inner = mode();
            parts.add(inner == null ? leaf() : group(inner, depth + 1));
        }
        return new Group(mode, List.copyOf(parts));
    }

    private Leaf leaf() {
        var begin = at;
        var equals = text.indexOf('=', at);
        if (equals <= at || text.substring(at, equals).chars().anyMatch(letter -> SPECIAL.indexOf(letter) >= 0)) {
            throw unreadable();
        }
        at = equals + 1;
        return condition(text.substring(begin, equals), value())
                .map(Leaf::new)
                .orElseThrow(() -> refused("properties.problem.tree", begin + 1));
    }

    private static Optional<FieldCondition> condition(String parameter, String value) {
        return FieldCondition.read(FieldCondition.PREFIX + parameter, value);
    }

    private String value() {
        var value = new StringBuilder();
        while (at < text.length() && ";)".indexOf(text.charAt(at)) < 0) {
            var letter = text.charAt(at++);
            if (letter == '(' || letter == '~' && at == text.length()) {
                throw unreadable();
            }
            value.append(letter == '~' ? text.charAt(at++) : letter);
        }
        return value.toString();
    }

    /** The mode of the group that begins here, null when none does. */
    private @Nullable Mode mode() {
        for (var mode : Mode.values()) {
            if (text.startsWith(mode.word() + "(", at)) {
                at += mode.word().length() + 1;
                return mode;
            }
        }
        return null;
    }

    private boolean skipped(char letter) {
        if (at < text.length() && text.charAt(at) == letter) {
            at++;
            return true;
        }
        return false;
    }

    private InvalidInput unreadable() {
        return refused("properties.problem.tree", at + 1);
    }

    private static InvalidInput refused(String key, int number) {
        return InvalidInput.at(ConditionTree.PARAMETER, key, number);
    }
}
