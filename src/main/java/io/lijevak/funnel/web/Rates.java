package io.lijevak.funnel.web;

import io.lijevak.funnel.Rate;
import io.lijevak.platform.web.Ui;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How rates are written: a share with its interval and n, or, of too few deals, counts. */
public record Rates(Ui ui) {
    /** Below this many decided deals a share says nothing, so counts are printed. */
    static final int ENOUGH = 20;

    /** A share of so many decided deals, a dash where there are none. */
    public String share(OptionalDouble share, long good, long all) {
        if (share.isEmpty()) {
            return "–";
        }
        return all < ENOUGH
                ? ui.t("funnel.rate.counts", ui.f().number(good), ui.f().number(all))
                : ui.f().percent(share.getAsDouble());
    }

    public boolean tooFew(@Nullable Rate rate) {
        return rate != null && rate.trials().all() < ENOUGH;
    }

    /** The interval and n in a few letters: "58–71 %, n 120". */
    public String interval(Rate rate) {
        return ui.t("funnel.rate.interval", range(rate), n(rate));
    }

    /** The same as a sentence, for those who point at it or hear it. */
    public String words(Rate rate) {
        return ui.t("funnel.rate.words", range(rate), n(rate), ui.f().percent(rate.estimate()));
    }

    private String range(Rate rate) {
        return whole(rate.low()) + "–" + whole(rate.high());
    }

    private String n(Rate rate) {
        return ui.f().number(Math.round(rate.trials().all()));
    }

    private String whole(double share) {
        return ui.f().number(Math.round(100 * share));
    }

    /** A place on the whisker, of one, as its coordinate. */
    public static String x(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
