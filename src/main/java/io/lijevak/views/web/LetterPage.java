package io.lijevak.views.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;

/**
 * An edition as its letter tells it.
 *
 * @param subject name of the view
 * @param dated what it tells of: period, moment, time zone
 * @param link where it can be asked again
 * @param same whether it then gives the same numbers for good
 * @param skipped moments that passed without an edition
 * @param tooLarge names of files that are too large to come along
 * @param stop where one stops getting it
 */
public record LetterPage(
        Ui ui,
        Export.Words words,
        String subject,
        String dated,
        String link,
        boolean same,
        int skipped,
        List<String> tooLarge,
        String stop) {

    /** What is said after the figures, sentence by sentence. */
    public List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(ui.t(same ? "views.letter.same" : "views.letter.again"));
        if (skipped > 0) {
            notes.add(ui.t("views.letter.skipped", skipped));
        }
        tooLarge.forEach(name -> notes.add(ui.t("views.letter.tooLarge", name)));
        return notes;
    }

    /** The same without markup. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add(subject);
        lines.add(words.title() + " · " + dated);
        lines.add("");
        if (!words.summary().isEmpty()) {
            lines.add(words.summary());
            lines.add("");
        }
        words.facts()
                .forEach(fact -> lines.add(fact.label().isEmpty() ? fact.value() : fact.label() + ": " + fact.value()));
        lines.add("");
        lines.add(ui.t("views.letter.open") + ": " + link);
        lines.addAll(notes());
        lines.add("");
        lines.add(ui.t("views.letter.stop") + ": " + stop);
        return String.join("\n", lines) + "\n";
    }
}
