package io.lijevak.deals.web;

import io.lijevak.deals.CurrencyRates;
import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealId;
import io.lijevak.platform.web.Form;
import io.lijevak.process.DealTypes;
import io.lijevak.properties.PropertyForms;
import io.lijevak.users.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form of a deal: what stands in it at first, and what may be chosen. */
@Component
class FormPages {
    private final DealTypes types;
    private final DealChoices choices;
    private final CurrencyRates rates;
    private final DealInputs inputs;
    private final Today today;

    FormPages(DealTypes types, DealChoices choices, CurrencyRates rates, DealInputs inputs, Today today) {
        this.types = types;
        this.choices = choices;
        this.rates = rates;
        this.inputs = inputs;
        this.today = today;
    }

    FormPage page(@Nullable DealId deal, Form form, String customerName, CurrentUser user) {
        var customer = form.value("customer");
        var contacts = customer.matches("\\d{1,18}")
                ? choices.contacts(Long.parseLong(customer), user)
                : List.<DealChoices.Choice>of();
        return new FormPage(
                deal == null ? null : deal.value(),
                form,
                customerName,
                types.offered(),
                choices.all(user),
                contacts,
                rates.currencies(),
                today.company().currency(),
                inputs.of(deal, user));
    }

    /** A new deal's form: what the address names, else the first type, the user, the management currency. */
    Form blank(Map<String, String> parameters, CurrentUser user) {
        var values = new HashMap<String, Object>();
        var offered = types.offered();
        if (!offered.isEmpty()) {
            values.put("type", offered.getFirst().id());
        }
        values.put("responsible", user.id());
        values.put("currency", today.company().currency());
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value);
            }
        });
        if (values.get("responsible").equals("0")) {
            values.put("responsible", user.id());
        }
        rate(values.get("currency").toString()).ifPresent(rate -> values.put("rate", rate));
        return Form.of(values);
    }

    /** The form with the rate on record for the currency chosen last. */
    java.util.Optional<java.math.BigDecimal> rate(String currency) {
        return rates.on(today.day(), currency)
                .map(java.math.BigDecimal::stripTrailingZeros)
                .map(rate -> rate.scale() < 0 ? rate.setScale(0) : rate);
    }

    List<PropertyForms.Line> differing(DealId deal, Form typed, CurrentUser user) {
        return inputs.differing(deal, typed, user);
    }

    String ownCurrency() {
        return today.company().currency();
    }
}
