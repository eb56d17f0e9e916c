package io.lijevak.interactions.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.deals.CurrencyRates;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.LineItems;
import io.lijevak.interactions.Interaction;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a deal that begins with an interaction begins with. */
@Component
class DealBeginnings {
    private final Customers customers;
    private final DealTypes types;
    private final LineItems items;
    private final CurrencyRates rates;
    private final Companies companies;

    DealBeginnings(Customers customers, DealTypes types, LineItems items, CurrencyRates rates, Companies companies) {
        this.customers = customers;
        this.types = types;
        this.items = items;
        this.rates = rates;
        this.companies = companies;
    }

    Form of(Interaction one, CurrentUser user) {
        var values = new HashMap<String, @Nullable Object>();
        var customer = one.fields().circle().customer();
        var offered = types.offered();
        values.put("title", one.fields().subject());
        values.put("type", offered.isEmpty() ? null : offered.getFirst().id());
        values.put(
                "contact", one.fields().circle().contacts().stream().findFirst().orElse(null));
        values.put("currency", companies.current().currency());
        values.put(
                "source",
                customer == null
                        ? null
                        : customers
                                .visible(new CustomerId(customer), user)
                                .fields()
                                .sourceId());
        return Form.of(values);
    }

    List<DealType> types() {
        return types.offered();
    }

    List<String> currencies() {
        return rates.currencies();
    }

    String currency(String typed) {
        return typed.isBlank() ? companies.current().currency() : typed.strip().toUpperCase(Locale.ROOT);
    }

    /** One piece of the product, at the amount typed, else at its price. */
    List<DealTerms.Line> line(long product, @Nullable BigDecimal amount, FormReader reader) {
        var offer = items.offers(List.of(product)).stream().findFirst().orElse(null);
        if (offer == null) {
            reader.problem("product", "platform.problem.choice");
            return List.of();
        }
        var price = amount == null ? offer.price() : amount;
        if (price == null) {
            reader.problem("amount", "interactions.error.price");
            return List.of();
        }
        return List.of(new DealTerms.Line(product, BigDecimal.ONE, price));
    }
}
