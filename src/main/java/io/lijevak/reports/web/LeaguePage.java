package io.lijevak.reports.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.Indicator;
import io.lijevak.reports.League;
import io.lijevak.reports.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A league table as its page shows it. */
public record LeaguePage(PeopleFrame frame, League league, Weights weights) {
    public Ui ui() {
        return frame.ui();
    }

    public Numbers numbers() {
        return new Numbers(ui());
    }

    public boolean empty() {
        return league.rows().isEmpty();
    }

    public String name(Indicator indicator) {
        return ui().t("reports.indicator." + indicator.word());
    }

    /** The head of a column: its name, with the currency where it is an amount. */
    public String head(Indicator indicator) {
        return indicator.unit() == Indicator.Unit.AMOUNT
                ? name(indicator) + ", " + ui().company().currency()
                : name(indicator);
    }

    /** "(3 × won amount + 2 × win rate) / 5". */
    public String formula() {
        return weights.counted().stream()
                        .map(indicator -> ui().t(
                                        indicator.lessIsBetter() ? "reports.formula.less" : "reports.formula.part",
                                        ui().f().number(weights.of(indicator)),
                                        name(indicator)))
                        .collect(Collectors.joining(" + ", "(", ")"))
                + " / " + ui().f().number(weights.sum());
    }

    /** "2", or "1–3" when the intervals leave it open. */
    public String place(League.Row row) {
        var place = row.place();
        if (place == null) {
            return "–";
        }
        return place.single()
                ? ui().f().number(place.best())
                : ui().f().number(place.best()) + "–" + ui().f().number(place.worst());
    }

    /** How many deals a rep who is not ranked has. */
    public String few(League.Row row) {
        return ui().t(
                        "reports.few",
                        ui().f().number(row.rep().work().deals().decided()),
                        ui().f().number(League.ENOUGH));
    }

    public Form form() {
        var values = new HashMap<String, String>();
        for (var indicator : Indicator.values()) {
            values.put(
                    indicator.word(),
                    weights.shown().contains(indicator) ? Integer.toString(weights.of(indicator)) : Weights.HIDDEN);
        }
        return Form.of(values);
    }

    public List<Option> weightOptions() {
        var options = new ArrayList<Option>();
        options.add(new Option(Weights.HIDDEN, ui().t("reports.weight.hidden")));
        options.add(new Option("0", ui().t("reports.weight.shown")));
        IntStream.rangeClosed(1, Indicator.HEAVIEST)
                .forEach(weight -> options.add(Option.of(weight, "× " + ui().f().number(weight))));
        return options;
    }
}
