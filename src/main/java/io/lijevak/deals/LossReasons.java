package io.lijevak.deals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the reference of reasons why deals are lost. */
@Component
public class LossReasons {
    private static final String SELECT = "select id, name, names_competitor, retired_at from loss_reason";
    private final JdbcClient jdbc;

    /** A reason; with {@code namesCompetitor} a loss must name who won instead. */
    public record LossReason(long id, String name, boolean namesCompetitor, boolean retired) {}

    LossReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every reason in its order, retired ones included. */
    public List<LossReason> all() {
        return jdbc.sql(SELECT + " order by position, id")
                .query(LossReasons::reason)
                .list();
    }

    public List<LossReason> active() {
        return all().stream().filter(reason -> !reason.retired()).toList();
    }

    public Optional<LossReason> find(long id) {
        return jdbc.sql(SELECT + " where id = :id and retired_at is null")
                .param("id", id)
                .query(LossReasons::reason)
                .optional();
    }

    private static LossReason reason(ResultSet row, int number) throws SQLException {
        return new LossReason(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("names_competitor"),
                row.getTimestamp("retired_at") != null);
    }
}
