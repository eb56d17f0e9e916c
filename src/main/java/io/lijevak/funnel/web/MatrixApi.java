package io.lijevak.funnel.web;

import io.lijevak.funnel.Dimension;
import io.lijevak.funnel.Engine;
import io.lijevak.funnel.Figures;
import io.lijevak.funnel.Formula;
import io.lijevak.funnel.GroupWords;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.Matrix;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.funnel.ShowMatrix;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The matrix as JSON. */
@RestController
@RequestMapping("/api/v1")
class MatrixApi {
    private final ShowMatrix matrices;
    private final MatrixController.Questions questions;

    MatrixApi(ShowMatrix matrices, MatrixController.Questions questions) {
        this.matrices = matrices;
        this.questions = questions;
    }

    /** Cells and totals: {@code row} and {@code column} hold as many values as groupings are not summed over. */
    record Answer(
            Instant asOf,
            String rule,
            long dealType,
            LocalDate from,
            LocalDate to,
            String currency,
            List<String> rows,
            List<String> columns,
            List<Cell> cells,
            long undated) {}

    /** The measures asked for by name, null where one says nothing; of formulas {@code missing} says why. */
    record Cell(
            List<String> row,
            List<String> column,
            List<String> rowNames,
            List<String> columnNames,
            Map<String, @Nullable BigDecimal> measures,
            Map<String, Formula.Missing> missing) {}

    /**
     * The parameters are those of the funnel, and {@code rows}, {@code columns} (at most two dimensions each, or none)
     * and {@code measures}, each with commas between the names. For comparing engines, {@code engine} (columns,
     * database) leaves the answer to one of them; which one answered, and its milliseconds, stand in Server-Timing.
     */
    @GetMapping("/funnel/matrix")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    ResponseEntity<Answer> matrix(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var query = questions.read(parameters, user);
        var engine = engine(parameters.get("engine"));
        var matrix = (engine.isEmpty() ? matrices.show(query, user) : matrices.show(query, user, engine.get()))
                .orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
        return ResponseEntity.ok()
                .header(
                        "Server-Timing",
                        FunnelPage.word(matrix.answer().engine()) + ";dur="
                                + matrix.answer().took().toNanos() / 1e6)
                .body(answer(matrix, questions.words().in(user.language())));
    }

    private static Optional<Engine> engine(@Nullable String name) {
        return name == null || name.isBlank()
                ? Optional.empty()
                : Optional.of(Stream.of(Engine.values())
                        .filter(engine -> FunnelPage.word(engine).equals(name))
                        .findFirst()
                        .orElseThrow(() -> InvalidInput.at("engine", "funnel.error.unknown", name)));
    }

    private static Answer answer(Matrix matrix, GroupWords words) {
        var query = matrix.query();
        var period = query.funnel().period();
        return new Answer(
                matrix.asOf(),
                FunnelPage.word(query.funnel().rule()),
                matrix.type().id(),
                period.from(),
                period.to(),
                matrix.currency(),
                query.rows().stream().map(Dimension::key).toList(),
                query.columns().stream().map(Dimension::key).toList(),
                cells(matrix, words),
                matrix.answer().undated());
    }

    private static List<Cell> cells(Matrix matrix, GroupWords words) {
        var query = matrix.query();
        return matrix.answer().cells().entrySet().stream()
                .sorted(Comparator.comparing(
                        cell -> List.of(
                                place(matrix.rows(), cell.getKey().rows()),
                                place(matrix.columns(), cell.getKey().columns())),
                        Comparator.<List<Integer>, Integer>comparing(List::getFirst)
                                .thenComparing(List::getLast)))
                .map(cell -> new Cell(
                        cell.getKey().rows(),
                        cell.getKey().columns(),
                        matrix.names(query.rows(), cell.getKey().rows(), words),
                        matrix.names(query.columns(), cell.getKey().columns(), words),
                        measures(query.measures(), cell.getValue()),
                        missing(query.measures(), cell.getValue())))
                .toList();
    }

    private static Map<String, Formula.Missing> missing(List<Indicator> measures, Figures figures) {
        var reasons = new LinkedHashMap<String, Formula.Missing>();
        measures.forEach(measure -> {
            var missing = measure instanceof NamedFormula named
                    ? named.formula().of(figures).missing()
                    : null;
            if (missing != null) {
                reasons.put(measure.key(), missing);
            }
        });
        return reasons;
    }

    /** Sums come before what they sum up. */
    private static int place(List<List<String>> heads, List<String> values) {
        return heads.indexOf(values);
    }

    private static Map<String, @Nullable BigDecimal> measures(List<Indicator> measures, Figures figures) {
        var named = new LinkedHashMap<String, @Nullable BigDecimal>();
        measures.forEach(measure -> named.put(measure.key(), measure.of(figures)));
        return named;
    }
}
