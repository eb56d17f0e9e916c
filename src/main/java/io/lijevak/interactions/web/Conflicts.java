package io.lijevak.interactions.web;

import io.lijevak.interactions.Interaction;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Overtaken;
import io.lijevak.platform.web.Ui;
import java.util.List;

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
        var form = new Overtaken(typed, now, stored.version());
        form.keep(KEPT);
        TEXTS.forEach(name -> form.compare(name, name.equals("at") ? ui.f().dateTime(stored.at()) : now.value(name)));
        return form.form();
    }
}
