package io.lijevak.interactions.web;

import io.lijevak.interactions.Interaction;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form that somebody was faster with: keeps what was typed and says at each field what stands there now. */
final class Conflicts {
    private static final List<String> TEXTS =
            List.of("subject", "text", "result", "place", "agenda", "minutes", "counterpart", "at");
    private static final List<String> KEPT = List.of(
            "kind",
            "state",
            "direction",
            "importance",
            "customer",
            "customer__text",
            "deal",
            "contacts",
            "people",
            "responsible",
            "fixed",
            "back");

    private Conflicts() {}

    /** What was typed, to be saved over the stored version if the reader so decides. */
    static Form shown(Form typed, Interaction stored, Ui ui) {
        var now = InteractionForm.of(stored, ui.f().zone());
        var values = new LinkedHashMap<String, @Nullable Object>();
        var problems = new ArrayList<FieldProblem>();
        values.put("version", stored.version());
        KEPT.forEach(name -> values.put(name, typed.values(name)));
        for (var name : TEXTS) {
            values.put(name, typed.values(name));
            var theirs = name.equals("at") ? ui.f().dateTime(stored.at()) : now.value(name);
            if (!normal(typed.value(name)).equals(normal(now.value(name)))) {
                problems.add(
                        theirs.isEmpty()
                                ? new FieldProblem(name, "interactions.error.conflictEmpty")
                                : new FieldProblem(name, "interactions.error.conflict", theirs));
            }
        }
        if (problems.isEmpty()) {
            problems.add(new FieldProblem("version", "platform.error.stale"));
        }
        return Form.of(values).with(problems);
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
