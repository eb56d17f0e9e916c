package io.lijevak.deals.web;

import io.lijevak.deals.DealTerms;
import io.lijevak.deals.DealTerms.Line;
import io.lijevak.deals.LineItems;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.properties.PropertyForms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of a deal: its fields from the terms, and the terms from its fields. */
final class DealForm {
    static final int MOST_LINES = 50;

    private DealForm() {}

    static Form of(DealTerms terms, List<LineItems.Item> items, int version) {
        var values = new HashMap<String, Object>();
        values.put("version", version);
        values.put("title", terms.title());
        put(values, "customer", terms.customer());
        put(values, "contact", terms.contact());
        put(values, "source", terms.source());
        put(values, "expectedClose", terms.expectedClose());
        put(values, "amount", terms.lines().isEmpty() ? terms.amount() : null);
        values.put("currency", terms.currency());
        put(values, "rate", terms.rate() == null ? null : terms.rate().stripTrailingZeros());
        for (int index = 0; index < items.size(); index++) {
            var item = items.get(index);
            values.put("lines[" + index + "].product", item.product());
            values.put("lines[" + index + "].product__text", item.name());
            values.put("lines[" + index + "].quantity", plain(item.quantity()));
            values.put("lines[" + index + "].price", item.price());
        }
        values.putAll(PropertyForms.values(terms.values()));
        return Form.of(values);
    }

    /** The terms as typed; problems of reading gather in the reader. A line without a product is left out. */
    static DealTerms terms(Form form, FormReader reader, String ownCurrency) {
        return new DealTerms(
                Optional.ofNullable(reader.text("title")).orElse(""),
                customer(form, reader),
                reader.id("contact"),
                reader.id("source"),
                reader.date("expectedClose"),
                reader.amount("amount"),
                Optional.ofNullable(reader.text("currency")).orElse(ownCurrency).toUpperCase(Locale.ROOT),
                reader.decimal("rate"),
                lines(form, reader),
                PropertyForms.read(form));
    }

    /** How many lines the form has, blank ones included. */
    static int count(Form form) {
        int count = 0;
        while (count < MOST_LINES
                && (!form.values("lines[" + count + "].product").isEmpty()
                        || !form.values("lines[" + count + "].product__text").isEmpty())) {
            count++;
        }
        return count;
    }

    private static @Nullable Long customer(Form form, FormReader reader) {
        var id = reader.id("customer");
        if (id == null && !form.value("customer__text").isBlank()) {
            reader.problem("customer", "deals.error.customer.choose");
        }
        return id;
    }

    private static List<Line> lines(Form form, FormReader reader) {
        var lines = new ArrayList<Line>();
        for (int index = 0; index < count(form); index++) {
            var path = "lines[" + index + "].";
            var product = reader.id(path + "product");
            if (product == null) {
                if (!form.value(path + "product__text").isBlank()) {
                    reader.problem(path + "product", "deals.error.product.unknown");
                }
                continue;
            }
            var quantity =
                    Optional.ofNullable(reader.decimal(path + "quantity")).orElse(BigDecimal.ONE);
            var price = reader.amount(path + "price");
            if (price == null && reader.problems().isEmpty()) {
                reader.problem(path + "price", "deals.error.price.missing");
            }
            lines.add(new Line(product, quantity, price == null ? BigDecimal.ZERO : price));
        }
        return lines;
    }

    private static BigDecimal plain(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
