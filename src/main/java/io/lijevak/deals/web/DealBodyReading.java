package io.lijevak.deals.web;

import io.lijevak.deals.DealMark;
import io.lijevak.deals.DealOutcome;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.RiskKind;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.FilterCheck;
import io.lijevak.properties.PropertyValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the API is sent into terms and filters; a problem names the path of its field. */
final class DealBodyReading {
    private static final List<String> IDS = List.of(
            "type",
            "stage",
            "responsible",
            "team",
            "source",
            "category",
            "product",
            "group",
            "customer",
            "reason",
            "competitor");
    private static final List<String> DAYS = List.of("openedFrom", "openedTo", "closedFrom", "closedTo", "asOf");

    private DealBodyReading() {}

    static DealTerms terms(DealJson.Body body, String ownCurrency) {
        var amount = body.amount();
        return new DealTerms(
                Optional.ofNullable(body.title()).map(String::strip).orElse(""),
                body.customer(),
                body.contact(),
                body.source(),
                body.expectedClose(),
                amount == null ? null : amount.value(),
                amount == null ? Optional.ofNullable(body.currency()).orElse(ownCurrency) : amount.currency(),
                body.rate(),
                lines(body.lines()),
                body.properties() == null ? null : PropertyValues.of(body.properties()));
    }

    /** Refuses filters that cannot be read, instead of listing everything. */
    static void checkFilters(Map<String, String> parameters) {
        var check = FilterCheck.of(parameters);
        IDS.forEach(check::id);
        DAYS.forEach(check::day);
        check.word("outcome", words(DealOutcome.values(), DealOutcome::word))
                .word("mark", words(DealMark.values(), DealMark::word))
                .word("risk", words(RiskKind.values(), RiskKind::word))
                .word("known", "now", "then")
                .word("sort", "newest", "title", "amount", "expected")
                .check();
    }

    private static <E> String[] words(E[] constants, Function<E, String> word) {
        return Stream.of(constants).map(word).toArray(String[]::new);
    }

    private static List<DealTerms.Line> lines(@Nullable List<DealJson.Line> lines) {
        var read = new ArrayList<DealTerms.Line>();
        for (var line : Optional.ofNullable(lines).orElse(List.of())) {
            var path = "lines[" + read.size() + "].";
            if (line.product() == null) {
                throw InvalidInput.at(path + "product", "deals.error.product.unknown");
            }
            if (line.price() == null) {
                throw InvalidInput.at(path + "price", "deals.error.price.missing");
            }
            var quantity = Optional.ofNullable(line.quantity()).orElse(BigDecimal.ONE);
            read.add(new DealTerms.Line(line.product(), quantity, line.price()));
        }
        return read;
    }
}
