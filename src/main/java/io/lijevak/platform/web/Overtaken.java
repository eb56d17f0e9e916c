package io.lijevak.platform.web;

import io.lijevak.platform.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that somebody was faster with: keeps what was typed, to be saved over the stored version if the reader so
 * decides, and says at each field what stands there now.
 */
public final class Overtaken {
    private final Form typed;
    private final Form now;
    private final LinkedHashMap<String, @Nullable Object> values = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    /** What was typed, and what is stored by now under the version. */
    public Overtaken(Form typed, Form now, int version) {
        this.typed = typed;
        this.now = now;
        values.put("version", version);
    }

    /** Keeps what was typed, without a word about what is stored. */
    public void keep(List<String> names) {
        names.forEach(name -> values.put(name, typed.values(name)));
    }

    /** Keeps what was typed; where it differs, says what is stored in words, null or empty where that is nothing. */
    public void compare(String name, @Nullable String theirs) {
        values.put(name, typed.values(name));
        if (!normal(typed.value(name)).equals(normal(now.value(name)))) {
            problems.add(
                    theirs == null || theirs.isEmpty()
                            ? new FieldProblem(name, "platform.problem.emptied")
                            : new FieldProblem(name, "platform.problem.changed", theirs));
        }
    }

    /** The form to be shown; it says that it is stale when no field does. */
    public Form form() {
        return Form.of(values)
                .with(problems.isEmpty() ? List.of(new FieldProblem("version", "platform.error.stale")) : problems);
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
