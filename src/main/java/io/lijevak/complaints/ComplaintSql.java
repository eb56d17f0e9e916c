package io.lijevak.complaints;

import io.lijevak.platform.Named;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The columns of a complaint with the names behind them, and how a row of them is read. */
final class ComplaintSql {
    /** To be completed by a condition and a limit; the newest first. */
    static final String ROWS = """
            select k.id, k.version, k.process, o.name as process_name, k.customer_id, c.name as customer_name,
              c.responsible_id as customer_owner, k.contact_person_id as contact_id, x.name as contact_name, k.deal_id,
              d.title as deal_name, k.subject, k.description, k.channel, k.received_at, k.urgency, k.responsible_id,
              e.name as responsible_name, k.finding, k.reasons, k.compensation, k.closed_at, k.ended_as, k.created_at,
              w.points, w.executors, w.due_at
            from complaint k
              join record_process o on o.key = k.process
              join customer c on c.id = k.customer_id
              left join contact_person x on x.id = k.contact_person_id
              left join deal d on d.id = k.deal_id
              left join person e on e.id = k.responsible_id
              left join lateral (
                select string_agg(p.name, ', ' order by p.id) as points, min(p.due_at) as due_at,
                  string_agg(distinct m.name, ', ') as executors
                from process_run r join process_point p on p.run_id = r.id left join person m on m.id = p.executor_id
                where k.closed_at is null and r.subject_kind = 'complaint' and r.subject_id = k.id
                  and r.ended_at is null and p.left_at is null) w on true
            where {0} order by k.received_at desc, k.id desc limit {1}""";

    private ComplaintSql() {}

    static Complaint read(Record row) {
        var points = row.get("points", String.class);
        return new Complaint(
                new ComplaintId(row.get("id", Long.class)),
                row.get("version", Integer.class),
                fields(row),
                new Complaint.Names(
                        row.get("process", String.class),
                        row.get("process_name", String.class),
                        new Named(row.get("customer_id", Long.class), row.get("customer_name", String.class)),
                        row.get("customer_owner", Long.class),
                        named(row, "contact"),
                        named(row, "deal"),
                        row.get("responsible_name", String.class)),
                course(row),
                points == null
                        ? null
                        : new Complaint.Waiting(points, row.get("executors", String.class), moment(row, "due_at")));
    }

    private static ComplaintFields fields(Record row) {
        return new ComplaintFields(
                new ComplaintFields.Circle(
                        row.get("customer_id", Long.class),
                        row.get("contact_id", Long.class),
                        row.get("deal_id", Long.class)),
                row.get("subject", String.class),
                row.get("description", String.class),
                Channel.valueOf(row.get("channel", String.class)),
                known(row, "received_at"),
                Urgency.valueOf(row.get("urgency", String.class)),
                row.get("responsible_id", Long.class));
    }

    private static Complaint.Course course(Record row) {
        var finding = row.get("finding", String.class);
        return new Complaint.Course(
                known(row, "created_at"),
                finding == null ? null : Finding.valueOf(finding),
                row.get("reasons", String.class),
                row.get("compensation", String.class),
                moment(row, "closed_at"),
                row.get("ended_as", String.class));
    }

    private static @Nullable Named named(Record row, String of) {
        var id = row.get(of + "_id", Long.class);
        return id == null ? null : new Named(id, row.get(of + "_name", String.class));
    }

    private static Instant known(Record row, String column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant moment(Record row, String column) {
        var moment = row.get(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
