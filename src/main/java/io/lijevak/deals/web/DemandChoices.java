package io.lijevak.deals.web;

import io.lijevak.deals.CurrencyRates;
import io.lijevak.deals.DemandLine;
import io.lijevak.deals.UnmetReasons;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the form of a line of demand, and what may be chosen there. */
@Component
class DemandChoices {
    private final CurrencyRates rates;
    private final UnmetReasons reasons;

    DemandChoices(CurrencyRates rates, UnmetReasons reasons) {
        this.rates = rates;
        this.reasons = reasons;
    }

    List<Option> currencies() {
        return rates.currencies().stream().map(code -> new Option(code, code)).toList();
    }

    List<Option> reasons(Form form) {
        return reasons.all().stream()
                .filter(reason -> !reason.retired() || form.has("reason", Long.toString(reason.id())))
                .map(reason -> Option.of(reason.id(), reason.name()))
                .toList();
    }

    Form form(DemandLine line) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("version", line.version());
        values.put("wish", line.wish());
        values.put("amount", line.amount());
        values.put("currency", line.currency());
        values.put("satisfied", line.satisfied());
        values.put("reason", line.reason() == null ? null : line.reason().id());
        values.put("comment", line.comment());
        return Form.of(values);
    }

    /** What was typed, with what stands there now at each field that differs, to be saved over it if so decided. */
    Form conflict(Form typed, DemandLine stored) {
        var now = form(stored);
        var values = new HashMap<String, @Nullable Object>();
        var problems = new ArrayList<FieldProblem>();
        values.put("version", stored.version());
        for (var name : List.of("wish", "amount", "currency", "satisfied", "reason", "comment")) {
            values.put(name, typed.values(name));
            var theirs = name.equals("reason")
                    ? stored.reason() == null ? "" : stored.reason().name()
                    : now.value(name);
            if (!typed.value(name).strip().equals(now.value(name))) {
                problems.add(new FieldProblem(name, "deals.demand.theirs", theirs));
            }
        }
        return Form.of(values).with(problems);
    }
}
