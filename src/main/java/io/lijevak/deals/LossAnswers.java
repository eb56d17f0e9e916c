package io.lijevak.deals;

import io.lijevak.deals.CloseDeal.LossStatement;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Form;
import io.lijevak.process.Input;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked at the end of a process that loses the deal, and the loss that the answers state. */
@Component
class LossAnswers {
    private final LossReasons reasons;
    private final LossCheck check;
    private final Companies companies;

    LossAnswers(LossReasons reasons, LossCheck check, Companies companies) {
        this.reasons = reasons;
        this.check = check;
        this.companies = companies;
    }

    List<Input> inputs() {
        var choices = reasons.active().stream()
                .map(reason -> new Input.Choice(Long.toString(reason.id()), reason.name()))
                .toList();
        return List.of(
                new Input("reason", "deals.field.reason", false, Input.Type.CHOICE, choices, null),
                new Input("competitor", "deals.field.competitor", false, Input.Type.TEXT, List.of(), null),
                new Input("note", "deals.field.note", false, Input.Type.LONG_TEXT, List.of(), null),
                new Input("winBack", "deals.field.winBack", false, Input.Type.DATE, List.of(), null));
    }

    /** A loss found good, and the day to try again. */
    record Stated(LossCheck.Checked loss, @Nullable LocalDate winBack) {}

    /** Refuses, at its name, an answer that is missing, wrong or cannot be read. */
    Stated state(Map<String, String> given) {
        var reader = Form.of(given).reader(companies.current().region());
        var statement = new LossStatement(
                reader.id("reason"), null, reader.text("competitor"), reader.text("note"), reader.date("winBack"));
        reader.check();
        return new Stated(check.check(statement), statement.winBack());
    }
}
