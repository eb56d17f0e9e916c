package io.lijevak.deals;

import io.lijevak.platform.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the reasons why deals are lost: a tree, whose groups stand for all reasons below them. */
@Component
public class LossReasons {
    /** How deep the tree may be. */
    public static final int LEVELS = 3;

    private final JdbcClient jdbc;

    /**
     * A reason; with {@code namesCompetitor} a loss must name who won instead.
     *
     * @param level depth in the tree from 0
     * @param group whether reasons in use stand below it, one of which is chosen instead
     */
    public record LossReason(
            long id,
            String name,
            boolean namesCompetitor,
            boolean retired,
            @Nullable Long parent,
            int level,
            boolean group) {}

    private record Row(
            long id,
            String name,
            boolean namesCompetitor,
            boolean retired,
            @Nullable Long parent) {}

    LossReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every reason, each group followed by what stands below it, retired ones included. */
    public List<LossReason> all() {
        return tree(jdbc.sql("""
                select id, name, names_competitor, retired_at, parent_id from loss_reason
                order by position, id""").query(LossReasons::row).list());
    }

    /** The reasons that may be chosen, and the groups they stand in. */
    public List<LossReason> active() {
        var active = new ArrayList<LossReason>();
        var hidden = new java.util.HashSet<Long>();
        for (var reason : all()) {
            if (reason.retired() || hidden.contains(reason.parent())) {
                hidden.add(reason.id());
            } else {
                active.add(reason);
            }
        }
        return List.copyOf(active);
    }

    /** The reason of a loss; refuses one that is unknown or retired, and a group. */
    LossReason choose(@Nullable Long id) {
        if (id == null) {
            throw InvalidInput.at("reason", "deals.error.reason.missing");
        }
        var reason = active().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("reason", "deals.error.reason.unknown"));
        if (reason.group()) {
            throw InvalidInput.at("reason", "deals.error.reason.group", reason.name());
        }
        return reason;
    }

    private static List<LossReason> tree(List<Row> rows) {
        var ordered = new ArrayList<LossReason>();
        add(rows, null, 0, ordered);
        return List.copyOf(ordered);
    }

    private static void add(List<Row> rows, @Nullable Long parent, int level, List<LossReason> ordered) {
        for (var row : rows) {
            if (Objects.equals(row.parent(), parent)) {
                var group = rows.stream().anyMatch(each -> Objects.equals(each.parent(), row.id()) && !each.retired());
                ordered.add(new LossReason(
                        row.id(), row.name(), row.namesCompetitor(), row.retired(), row.parent(), level, group));
                add(rows, row.id(), level + 1, ordered);
            }
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("names_competitor"),
                row.getTimestamp("retired_at") != null,
                (Long) row.getObject("parent_id"));
    }
}
