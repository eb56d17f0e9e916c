package io.lijevak.deals.web;

import io.lijevak.deals.DealTerms;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the API is sent into terms and filters; a problem names the path of its field. */
final class DealBodyReading {
    private static final Set<String> IDS = Set.of(
            "type", "stage", "responsible", "team", "source", "category", "product", "group", "customer", "reason");
    private static final Set<String> DAYS = Set.of("openedFrom", "openedTo", "closedFrom", "closedTo");

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
                lines(body.lines()));
    }

    /** Refuses filters that cannot be read, instead of listing everything. */
    static void checkFilters(Map<String, String> parameters) {
        var problems = new ArrayList<FieldProblem>();
        parameters.forEach((name, value) -> {
            var readable = !IDS.contains(name) || value.matches("\\d{1,18}");
            var day = !DAYS.contains(name) || value.matches("\\d{4}-\\d{2}-\\d{2}");
            var word = !name.equals("outcome") || value.matches("open|won|lost");
            if (!readable || !day || !word) {
                problems.add(new FieldProblem(name, "deals.error.filter", value));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
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
