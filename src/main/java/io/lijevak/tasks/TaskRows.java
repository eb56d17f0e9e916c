package io.lijevak.tasks;

import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.process.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one way tasks are read from their rows. */
final class TaskRows {
    /** Names are asked for one by one: for eight tables to be joined the planner would take longer than the query. */
    static final String SELECT = """
            select t.id, t.kind, t.state, t.title, t.details, t.important, t.point_id, t.form_href,
              coalesce(t.source_key like 'entry-%', false) as from_stage, t.subject_kind, t.subject_id, t.deal_id,
              d.title as deal_name, d.outcome = 'OPEN' as deal_open, d.amount, d.currency, t.customer_id,
              (select name from customer where id = t.customer_id) as customer_name, t.stage_id,
              (select name from stage where id = t.stage_id) as stage_name, t.author_id,
              (select name from person where id = t.author_id) as author_name, t.executor_id,
              (select name from person where id = t.executor_id) as executor_name, t.was_executor_id as was_id,
              (select name from person where id = t.was_executor_id) as was_name, t.fell_to_head, t.due_at,
              t.all_day, t.minutes, t.promised_at, t.postponements, t.created_at, t.accepted_at, t.reported_at,
              t.returns, t.return_reason, t.result, t.closed_at, t.closed_by as closer_id,
              (select name from person where id = t.closed_by) as closer_name, t.version
            from task t left join deal d on d.id = t.deal_id
            """;

    private TaskRows() {}

    static Task read(ResultSet row, int number) throws SQLException {
        return new Task(
                new TaskId(row.getLong("id")),
                TaskKind.valueOf(row.getString("kind")),
                TaskState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("details"),
                row.getBoolean("important"),
                about(row),
                new Task.Hands(
                        named(row, "author"),
                        named(row, "executor"),
                        named(row, "was"),
                        row.getBoolean("fell_to_head")),
                new Task.Term(
                        instant(row, "due_at"),
                        row.getBoolean("all_day"),
                        (Integer) row.getObject("minutes"),
                        instant(row, "promised_at"),
                        row.getInt("postponements")),
                course(row),
                row.getInt("version"));
    }

    private static Task.About about(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        return new Task.About(
                (Long) row.getObject("point_id"),
                row.getString("form_href"),
                row.getBoolean("from_stage"),
                named(row, "deal"),
                row.getBoolean("deal_open"),
                amount == null ? null : new Money(amount, row.getString("currency")),
                named(row, "customer"),
                named(row, "stage"),
                subject(row),
                null);
    }

    private static @Nullable Subject subject(ResultSet row) throws SQLException {
        var kind = row.getString("subject_kind");
        return kind == null || kind.equals(Subject.DEAL) ? null : new Subject(kind, row.getLong("subject_id"));
    }

    private static Task.Course course(ResultSet row) throws SQLException {
        return new Task.Course(
                row.getTimestamp("created_at").toInstant(),
                instant(row, "accepted_at"),
                instant(row, "reported_at"),
                row.getInt("returns"),
                row.getString("return_reason"),
                row.getString("result"),
                instant(row, "closed_at"),
                named(row, "closer"));
    }

    private static @Nullable Named named(ResultSet row, String of) throws SQLException {
        var id = (Long) row.getObject(of + "_id");
        return id == null ? null : new Named(id, row.getString(of + "_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
