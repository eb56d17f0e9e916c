package io.lijevak.process;

import io.lijevak.platform.Languages;
import io.lijevak.platform.RecordNotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the reference of stages, in its order. */
@Component
public class Stages {
    private static final String SELECT =
            "select id, name, description, position, predefined, retired_at, version from stage";
    private final JdbcClient jdbc;

    Stages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every stage, retired ones included. */
    public List<Stage> all() {
        return jdbc.sql(SELECT + " order by position, id").query(Stages::stage).list();
    }

    /** The stages a deal type may take. */
    public List<Stage> active() {
        return all().stream().filter(stage -> !stage.retired()).toList();
    }

    public Stage require(StageId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(Stages::stage)
                .optional()
                .orElseThrow(() -> new RecordNotFound("stage", id));
    }

    /** Names of the deal types whose present steps contain the stage, in the reader's order. */
    public List<String> typesUsing(StageId id, String language) {
        return jdbc.sql("""
                select t.name from deal_type t
                join deal_type_step s on s.deal_type_id = t.id and s.steps_version = t.steps_version
                where s.stage_id = :id""").param("id", id.value()).query(String.class).list().stream()
                .sorted(Languages.order(language))
                .toList();
    }

    private static Stage stage(ResultSet row, int number) throws SQLException {
        return new Stage(
                new StageId(row.getLong("id")),
                row.getString("name"),
                row.getString("description"),
                row.getInt("position"),
                row.getString("predefined"),
                row.getTimestamp("retired_at") != null,
                row.getInt("version"));
    }
}
