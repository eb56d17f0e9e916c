package io.lijevak.views.web;

import io.lijevak.platform.web.Ui;
import io.lijevak.views.Delivery.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told who is not sent an edition.
 *
 * @param view its name; null when it is not shared with the reader any more
 * @param planner who planned it
 * @param stop where one stops getting it
 */
public record NoticePage(Ui ui, Reason reason, @Nullable String view, String planner, String stop) {
    public String subject() {
        return view == null ? ui.t("views.notice.subject.of", planner) : ui.t("views.notice.subject", view);
    }

    /** Why, and what becomes of it. */
    public List<String> lines() {
        return List.of(ui.t("views.notice." + reason), ui.t("views.notice.once", planner));
    }

    String text() {
        return subject() + "\n\n" + String.join("\n", lines()) + "\n\n" + ui.t("views.letter.stop") + ": " + stop
                + "\n";
    }
}
