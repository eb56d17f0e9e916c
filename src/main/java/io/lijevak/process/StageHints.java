package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Texts;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the playbook: a hint a stage. */
@Component
public class StageHints {
    private static final String SELECT = """
            select s.id, s.predefined, h.own, coalesce(h.version, 0) as version
            from stage s left join stage_hint h on h.stage_id = s.id""";
    private final JdbcClient jdbc;
    private final Texts texts;

    private record Row(
            long id, @Nullable String predefined, @Nullable String own, int version) {}

    StageHints(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Those of all stages, by id of the stage. */
    public Map<Long, StageHint> all(String language) {
        return jdbc.sql(SELECT).query(Row.class).list().stream()
                .map(row -> hint(row, language))
                .collect(Collectors.toMap(hint -> hint.stage().value(), Function.identity()));
    }

    public StageHint require(StageId stage, String language) {
        return jdbc.sql(SELECT + " where s.id = :id")
                .param("id", stage.value())
                .query(Row.class)
                .optional()
                .map(row -> hint(row, language))
                .orElseThrow(() -> new RecordNotFound("stage", stage));
    }

    private StageHint hint(Row row, String language) {
        var own = row.own();
        return new StageHint(
                new StageId(row.id()),
                own == null ? came(row.predefined(), language) : own,
                own != null,
                row.version());
    }

    private @Nullable String came(@Nullable String predefined, String language) {
        return predefined == null ? null : texts.get(language, "process.hint." + predefined);
    }
}
