package io.lijevak.reports.web;

import io.lijevak.platform.web.Ui;
import io.lijevak.reports.Indicator;
import io.lijevak.reports.League;
import io.lijevak.reports.Measured;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How the numbers of reports are written. */
public record Numbers(Ui ui) {
    /** A value in its unit; of few cases a share is written as counts. */
    public String value(Indicator indicator, Measured measured) {
        if (indicator.unit() == Indicator.Unit.SHARE && measured.n() < League.ENOUGH) {
            return ui.t(
                    "reports.counts",
                    ui.f().number(Math.round(measured.value() * measured.n())),
                    ui.f().number(measured.n()));
        }
        return value(indicator, measured.value());
    }

    public String value(Indicator indicator, double value) {
        return switch (indicator.unit()) {
            case AMOUNT, COUNT -> whole(value);
            case SHARE -> ui.f().percent(value);
            case DAYS -> decimal(value);
        };
    }

    /** The 90 % interval, "low–high", with n where it is a share; empty where nothing is luck. */
    public String interval(Indicator indicator, Measured measured) {
        if (measured.low() == measured.high()) {
            return "";
        }
        return switch (indicator.unit()) {
            case AMOUNT, COUNT -> whole(measured.low()) + "–" + whole(measured.high());
            case SHARE -> share(measured.low(), measured.high(), measured.n());
            case DAYS -> decimal(measured.low()) + "–" + decimal(measured.high());
        };
    }

    /** "58–71 %, n 120". */
    public String share(double low, double high, long n) {
        return ui.t(
                "reports.interval",
                whole(100 * low) + "–" + whole(100 * high),
                ui.f().number(n));
    }

    public String whole(double value) {
        return ui.f().number(Math.round(value));
    }

    public String decimal(double value) {
        return ui.f().decimal(exact(value, 1), 1);
    }

    static BigDecimal exact(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
