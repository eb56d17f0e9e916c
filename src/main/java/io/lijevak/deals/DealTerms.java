package io.lijevak.deals;

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
        List<Line> lines) {
    public DealTerms {
        lines = List.copyOf(lines);
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
        return new DealTerms(title, customer, contact, source, expectedClose, given, currency, rate, lines);
    }

    DealTerms withExpectedClose(@Nullable LocalDate given) {
        return new DealTerms(title, customer, contact, source, given, amount, currency, rate, lines);
    }

    DealTerms withCustomer(@Nullable Long given) {
        return new DealTerms(title, given, null, source, expectedClose, amount, currency, rate, lines);
    }

    DealTerms withContact(@Nullable Long given) {
        return new DealTerms(title, customer, given, source, expectedClose, amount, currency, rate, lines);
    }

    DealTerms withSource(@Nullable Long given) {
        return new DealTerms(title, customer, contact, given, expectedClose, amount, currency, rate, lines);
    }
}
