package io.lijevak.imports;

import io.lijevak.platform.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What became of the rows of an import, in words. */
@Component
public class ImportReport {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Texts texts;

    /** A problem of a row; the row is that of the file. */
    public record Line(int row, String column, String reason) {}

    ImportReport(JdbcClient jdbc, JsonMapper json, Texts texts) {
        this.jdbc = jdbc;
        this.json = json;
        this.texts = texts;
    }

    /** Counts of rows by outcome. */
    public Map<String, Integer> counts(ImportId id) {
        var counts = new java.util.LinkedHashMap<String, Integer>();
        jdbc.sql("select outcome, count(*) from import_row where import_id = :id group by outcome")
                .param("id", id.value())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** Counts of created and updated rows by what undo did to them. */
    public Map<String, Integer> undone(ImportId id) {
        var counts = new java.util.LinkedHashMap<String, Integer>();
        jdbc.sql("""
                select undo, count(*) from import_row where import_id = :id and undo is not null group by undo""").param("id", id.value()).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    /** The first problems that keep rows out, in the file's order. */
    public List<Line> errors(ImportId id, String language, int limit) {
        return lines(id, language, limit, List.of("ERROR", "FAILED"), false);
    }

    /** The first things worth knowing about rows that are taken all the same. */
    public List<Line> warnings(ImportId id, String language, int limit) {
        return lines(
                id,
                language,
                limit,
                List.of("NEW", "UPDATE", "UNCHANGED", "DUPLICATE", "CREATED", "UPDATED", "SKIPPED"),
                true);
    }

    /** How many taken rows have something worth knowing. */
    public int warned(ImportId id) {
        return jdbc.sql("""
                select count(*) from import_row
                where import_id = :id and outcome not in ('ERROR', 'FAILED') and problems <> '[]'""").param("id", id.value()).query(Integer.class).single();
    }

    private List<Line> lines(ImportId id, String language, int limit, List<String> outcomes, boolean warnings) {
        var lines = new ArrayList<Line>();
        jdbc.sql("""
                select row_number, problems from import_row
                where import_id = :id and outcome = any(:outcomes) and problems <> '[]'
                order by row_number limit :limit""")
                .param("id", id.value())
                .param("outcomes", outcomes.toArray(String[]::new))
                .param("limit", limit)
                .query(row -> {
                    for (var problem : problems(row.getString("problems"))) {
                        if (problem.warning() == warnings) {
                            lines.add(new Line(row.getInt("row_number"), problem.column(), words(problem, language)));
                        }
                    }
                });
        return lines;
    }

    /** Reasons of rows kept out, by row number. */
    public Map<Integer, String> reasons(ImportId id, String language) {
        var reasons = new java.util.HashMap<Integer, String>();
        jdbc.sql("""
                select row_number, problems from import_row
                where import_id = :id and outcome in ('ERROR', 'FAILED')""").param("id", id.value()).query(row -> {
            var words = problems(row.getString("problems")).stream()
                    .filter(problem -> !problem.warning())
                    .map(problem ->
                            (problem.column().isEmpty() ? "" : problem.column() + ": ") + words(problem, language))
                    .toList();
            reasons.put(row.getInt("row_number"), String.join("; ", words));
        });
        return reasons;
    }

    /** A problem in the reader's words. */
    public String words(RowProblem problem, String language) {
        return texts.get(language, problem.key(), problem.arguments().toArray());
    }

    public @Nullable String failure(Import source, String language) {
        return source.failure() == null ? null : words(source.failure(), language);
    }

    private List<RowProblem> problems(String text) {
        return json.readValue(text, new TypeReference<List<RowProblem>>() {});
    }
}
