package io.lijevak.deals;

import io.lijevak.properties.PropertyValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed or hoped for in a deal, as somebody writes it down. Ids are those of customer, contact person and
 * source.
 *
 * @param amount plain amount; lines, when there are any, decide instead
 * @param rate price of one unit of the currency in the management currency; null takes the one on record
 * @param properties null keeps what the deal has
 */
public record DealTerms(
        String title,
        @Nullable Long customer,
        @Nullable Long contact,
        @Nullable Long source,
        @Nullable LocalDate expectedClose,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable BigDecimal rate,
        List<Line> lines,
        @Nullable PropertyValues properties) {
    public DealTerms {
        lines = List.copyOf(lines);
    }

    /** Terms that say nothing about properties: a deal keeps those it has. */
    public DealTerms(
            String title,
            @Nullable Long customer,
            @Nullable Long contact,
            @Nullable Long source,
            @Nullable LocalDate expectedClose,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable BigDecimal rate,
            List<Line> lines) {
        this(title, customer, contact, source, expectedClose, amount, currency, rate, lines, null);
    }

    /** The same with values of properties. */
    public DealTerms with(PropertyValues values) {
        return new DealTerms(title, customer, contact, source, expectedClose, amount, currency, rate, lines, values);
    }

    /** The values of its properties, none when nothing is said about them. */
    public PropertyValues values() {
        return properties == null ? PropertyValues.NONE : properties;
    }

    /** A product with its quantity and the price of one, in the currency of the deal. */
    public record Line(long product, BigDecimal quantity, BigDecimal price) {
        public BigDecimal sum() {
            return quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** The sum of the lines, else the plain amount; null when nothing is known. */
    public @Nullable BigDecimal total() {
        return lines.isEmpty() ? amount : lines.stream().map(Line::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    DealTerms withAmount(@Nullable BigDecimal given) {
        return new DealTerms(title, customer, contact, source, expectedClose, given, currency, rate, lines, properties);
    }

    DealTerms withExpectedClose(@Nullable LocalDate given) {
        return new DealTerms(title, customer, contact, source, given, amount, currency, rate, lines, properties);
    }

    DealTerms withCustomer(@Nullable Long given) {
        return new DealTerms(title, given, null, source, expectedClose, amount, currency, rate, lines, properties);
    }

    DealTerms withContact(@Nullable Long given) {
        return new DealTerms(title, customer, given, source, expectedClose, amount, currency, rate, lines, properties);
    }

    DealTerms withSource(@Nullable Long given) {
        return new DealTerms(title, customer, contact, given, expectedClose, amount, currency, rate, lines, properties);
    }
}
