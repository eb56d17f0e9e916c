package io.lijevak.catalog.web;

import io.lijevak.catalog.Product;
import io.lijevak.catalog.ProductFields;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.PropertyRules;
import io.lijevak.properties.PropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a product. */
public final class ProductForm {
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "CHF", "BAM", "RSD", "RUB");
    private static final List<String> PARTS = List.of("code", "name", "groupId", "price", "currency");

    private ProductForm() {}

    static Form of(Product product) {
        var fields = product.fields();
        var price = fields.price();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("version", product.version());
        values.put("code", fields.code());
        values.put("name", fields.name());
        values.put("groupId", fields.groupId());
        values.put("price", price == null ? null : price.value());
        values.put("currency", price == null ? null : price.currency());
        values.put("externalId", fields.externalId());
        values.putAll(PropertyForms.values(fields.values()));
        return Form.of(values);
    }

    static ProductFields read(Form form, PropertyValues stored, Locale region, String ownCurrency) {
        var reader = form.reader(region);
        var price = reader.amount("price");
        var currency = reader.text("currency");
        var fields = new ProductFields(
                reader.text("code"),
                reader.required("name"),
                reader.id("groupId"),
                price == null || !reader.problems().isEmpty() ? null : new Money(price, offered(currency, ownCurrency)),
                reader.text("externalId"),
                PropertyForms.over(stored, form));
        reader.check();
        return fields;
    }

    /** What was typed, with what stands there now at the fields that differ. */
    static Form conflict(Form typed, Product stored) {
        var now = of(stored);
        var values = new LinkedHashMap<String, @Nullable Object>();
        var problems = new ArrayList<FieldProblem>();
        for (var part : PARTS) {
            values.put(part, typed.value(part));
            if (!now.value(part).equals(typed.value(part).strip()) && !part.equals("price")) {
                var theirs = part.equals("groupId") ? stored.group() : now.value(part);
                problems.add(new FieldProblem(part, "catalog.problem.conflict", theirs == null ? "" : theirs));
            }
        }
        var price = stored.fields().price();
        problems.add(new FieldProblem(
                "price",
                "catalog.problem.conflict",
                price == null ? "" : price.value().toPlainString()));
        values.put("externalId", typed.value("externalId"));
        typed.names().stream()
                .filter(name -> name.startsWith(PropertyRules.PREFIX))
                .forEach(name -> values.put(name, typed.values(name)));
        values.put("version", stored.version());
        return Form.of(values).with(problems);
    }

    /** The currencies offered: the company's own first. */
    public static List<Option> currencies(String own) {
        return Stream.concat(Stream.of(own), CURRENCIES.stream())
                .distinct()
                .map(code -> new Option(code, code))
                .toList();
    }

    private static String offered(@Nullable String currency, String own) {
        return currency != null && CURRENCIES.contains(currency) ? currency : own;
    }
}
