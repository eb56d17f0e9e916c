package io.lijevak.reports;

import io.lijevak.funnel.CustomerDimension;
import io.lijevak.funnel.Dimension;
import io.lijevak.funnel.Dimensions;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.Matrix;
import io.lijevak.funnel.MatrixQuery;
import io.lijevak.funnel.Measure;
import io.lijevak.funnel.ShowMatrix;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sorts the decided deals of each rep by what their customers are; counted by the matrix, whose cells it links to. */
@Component
public class ShowCustomerMix {
    private static final Dimension USUAL = CustomerDimension.CUSTOMER_PERMANENCE;
    private static final List<String> OF_CUSTOMERS = List.of("source", "category");
    private static final String OWNER = "owner";
    private final ShowMatrix matrices;
    private final Dimensions dimensions;

    /**
     * Deals of one kind of customer.
     *
     * @param share of the rep's decided deals, 0 to 1
     * @param amount won, in the company's currency
     * @param cell the decided deals as the list of deals takes them
     */
    public record Part(long decided, double share, BigDecimal amount, String cell) {}

    /** A rep, or all that are shown with the id 0; a part for each kind of customer. */
    public record Row(long id, String name, long decided, BigDecimal amount, List<Part> parts) {}

    /**
     * The answer.
     *
     * @param by what customers are sorted by
     * @param kinds the kinds of customers as the matrix names them, the empty text for those of none
     * @param all null with fewer than two reps
     */
    public record Mix(
            Dimension by,
            List<String> kinds,
            Matrix matrix,
            List<Row> rows,
            @Nullable Row all) {}

    ShowCustomerMix(ShowMatrix matrices, Dimensions dimensions) {
        this.matrices = matrices;
        this.dimensions = dimensions;
    }

    /** What customers can be sorted by. */
    public List<Dimension> choices(CurrentUser user) {
        return dimensions.all(user).stream().filter(tellsOfCustomers()).toList();
    }

    private static Predicate<Dimension> tellsOfCustomers() {
        return dimension -> dimension.key().startsWith("customer") || OF_CUSTOMERS.contains(dimension.key());
    }

    /** The choice of this key, the usual one without a key; any other key is refused at {@code by}. */
    public Dimension choice(Map<String, String> parameters, CurrentUser user) {
        var key = parameters.getOrDefault("by", "").strip();
        return key.isEmpty()
                ? USUAL
                : choices(user).stream()
                        .filter(choice -> choice.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> InvalidInput.at("by", "funnel.error.unknown", key));
    }

    public Mix of(PeopleQuestion question, Dimension by, CurrentUser user) {
        var owner = dimensions.find(OWNER, user).orElseThrow();
        var query = new MatrixQuery(
                question.funnel(null), List.of(owner), List.of(by), List.of(Measure.CONVERSION, Measure.WON_AMOUNT));
        var matrix = matrices.show(query, user).orElseThrow();
        var kinds = matrix.columns().stream().map(List::getFirst).toList();
        var rows = matrix.rows().stream()
                .filter(row -> !row.getFirst().equals(Dimension.NONE))
                .map(row -> row(matrix, row, kinds))
                .filter(row -> row.decided() > 0)
                .toList();
        return new Mix(by, kinds, matrix, rows, rows.size() < 2 ? null : all(kinds, rows));
    }

    private Row row(Matrix matrix, List<String> row, List<String> kinds) {
        var id = Long.parseLong(row.getFirst());
        var whole = matrix.at(row, List.of());
        var decided = whole.won().count() + whole.lost().count();
        var parts = kinds.stream()
                .map(kind -> {
                    var figures = matrix.at(row, List.of(kind));
                    var count = figures.won().count() + figures.lost().count();
                    var cell = matrix.cell(row, List.of(kind), Figure.DECIDED).text();
                    return new Part(count, share(count, decided), figures.won().amount(), cell);
                })
                .toList();
        return new Row(id, name(matrix, row), decided, whole.won().amount(), parts);
    }

    private String name(Matrix matrix, List<String> row) {
        return matrix.known().of(OWNER).stream()
                .filter(choice -> Long.toString(choice.id()).equals(row.getFirst()))
                .findFirst()
                .map(choice -> choice.name())
                .orElse("");
    }

    /** The rows together; a deal has one responsible person, so nothing counts twice. */
    private static Row all(List<String> kinds, List<Row> rows) {
        var decided = rows.stream().mapToLong(Row::decided).sum();
        var parts = IntStream.range(0, kinds.size())
                .mapToObj(i -> {
                    var those = rows.stream().map(row -> row.parts().get(i)).toList();
                    var count = those.stream().mapToLong(Part::decided).sum();
                    var amount = those.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                    return new Part(count, share(count, decided), amount, "");
                })
                .toList();
        return new Row(0, "", decided, rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add), parts);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
