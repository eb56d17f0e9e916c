package io.lijevak.deals.web;

import io.lijevak.deals.Route;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.Step;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A stage that a deal may go to, with the way there; without a way it stands there already. */
public record MoveChoice(Step step, @Nullable Route route) {

    public boolean here() {
        return route == null;
    }

    /** What the ledger will say of the move, shortly. */
    public String brief(Ui ui) {
        return route == null || !route.forward() || route.skipped().isEmpty()
                ? words(ui)
                : ui.t("deals.move.skipCount", route.skipped().size());
    }

    /** What the ledger will say of the move. */
    public String words(Ui ui) {
        if (route == null) {
            return ui.t("deals.move.here");
        }
        if (!route.forward()) {
            return ui.t("deals.move.back");
        }
        return route.skipped().isEmpty()
                ? ui.t("deals.move.advance")
                : ui.t(
                        "deals.move.skip",
                        route.skipped().size(),
                        route.skipped().stream().map(Step::name).collect(Collectors.joining(", ")));
    }
}
