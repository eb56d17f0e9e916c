package io.lijevak.deals.web;

import io.lijevak.deals.DealChoices.Choice;
import io.lijevak.deals.DealChoices.Choices;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Input;
import io.lijevak.platform.web.Option;
import io.lijevak.process.DealType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a new or an existing deal with what may be chosen in it. */
public record FormPage(
        @Nullable Long deal,
        Form form,
        String customerName,
        List<DealType> types,
        Choices choices,
        List<Choice> contacts,
        List<String> currencies,
        String ownCurrency,
        List<Input> properties) {

    public boolean isNew() {
        return deal == null;
    }

    public String action() {
        return isNew() ? "/deals" : "/deals/" + deal;
    }

    public String here() {
        return isNew() ? "/deals/new" : "/deals/" + deal + "/edit";
    }

    public List<Option> typeOptions() {
        return types.stream().map(type -> Option.of(type.id(), type.name())).toList();
    }

    /** The steps of the chosen type, where the deal may begin. */
    public List<Option> stageOptions() {
        return types.stream()
                .filter(type -> type.id().toString().equals(form.value("type")))
                .flatMap(type -> type.steps().stream())
                .map(step -> Option.of(step.stage(), step.name()))
                .toList();
    }

    public List<Option> options(String kind) {
        return choices.all().stream()
                .filter(choice -> choice.kind().equals(kind))
                .filter(choice -> choice.current() || form.has(kind, Long.toString(choice.id())))
                .map(choice -> Option.of(choice.id(), choice.name()))
                .toList();
    }

    public List<Option> contactOptions() {
        return contacts.stream()
                .map(choice -> Option.of(choice.id(), choice.name()))
                .toList();
    }

    public List<Option> currencyOptions() {
        return currencies.stream().map(code -> new Option(code, code)).toList();
    }

    public boolean isForeign() {
        return !form.value("currency").isEmpty() && !form.value("currency").equals(ownCurrency);
    }

    /** Lines to show: those filled, and one to fill. */
    public int lines() {
        return Math.min(DealForm.count(form) + 1, DealForm.MOST_LINES);
    }
}
