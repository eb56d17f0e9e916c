package io.lijevak.customers;

import io.lijevak.customers.Segment.Filling;
import io.lijevak.customers.Segment.Member;
import io.lijevak.platform.Cursor;
import io.lijevak.platform.Named;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The segments that a person may use, the own ones and the shared ones, with those of their customers that are seen. */
@Component
public class Segments {
    private static final int FILLINGS = 50;
    private static final String SEEN = """
            select s.id, s.name, s.owner_id, p.name as owner_name, s.shared, s.version, s.created_at,
              (select count(*) from segment_member m join customer c on c.id = m.customer_id
                where m.segment_id = s.id and not c.archived and %s) as members,
              (select f.source from segment_filling f where f.segment_id = s.id order by f.id desc limit 1) as source
            from segment s join person p on p.id = s.owner_id
            where (s.owner_id = :me or s.shared)""";

    private final JdbcClient jdbc;

    Segments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A keyset page by name. */
    public Slice<Segment> page(CurrentUser viewer, @Nullable String next, int limit) {
        var last = Cursor.read(next, 2);
        var reach = reach(viewer);
        var found = jdbc.sql((SEEN + """
                 and (lower(s.name), s.id) > (lower(:name), :id)
                order by lower(s.name), s.id limit :limit""").formatted(reach.sql("c.responsible_id")))
                .params(reach.parameters())
                .param("me", viewer.id())
                .param("name", last.isEmpty() ? "" : last.getFirst())
                .param("id", last.isEmpty() ? 0 : Cursor.id(last.get(1)))
                .param("limit", limit + 1)
                .query((row, number) -> read(row))
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Slice<>(
                shown,
                found.size() <= limit
                        ? null
                        : Cursor.of(shown.getLast().name(), shown.getLast().id()));
    }

    public Optional<Segment> find(long id, CurrentUser viewer) {
        var reach = reach(viewer);
        return jdbc.sql((SEEN + " and s.id = :id").formatted(reach.sql("c.responsible_id")))
                .params(reach.parameters())
                .param("me", viewer.id())
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    public Segment require(long id, CurrentUser viewer) {
        return find(id, viewer).orElseThrow(() -> new RecordNotFound("segment", id));
    }

    /** Those that the user may fill, by name. */
    public List<Named> fillable(CurrentUser user) {
        return jdbc.sql("""
                select id, name from segment where owner_id = :me or shared and :all
                order by lower(name), id limit :most""")
                .param("me", user.id())
                .param("all", user.may(Resource.SYSTEM, Action.EDIT))
                .param("most", KeepSegments.MOST * 5)
                .query(Named.class)
                .list();
    }

    /** A keyset page of the customers of a segment that the viewer sees, the last added first. */
    public Slice<Member> members(Segment segment, CurrentUser viewer, @Nullable String next, int limit) {
        var last = Cursor.read(next, 1);
        var reach = reach(viewer);
        var found = jdbc.sql("""
                select c.id, c.name, c.city, p.name as responsible
                from segment_member m join customer c on c.id = m.customer_id
                left join person p on p.id = c.responsible_id
                where m.segment_id = :segment and not c.archived and m.customer_id > :last and %s
                order by m.customer_id limit :limit""".formatted(reach.sql("c.responsible_id")))
                .params(reach.parameters())
                .param("segment", segment.id())
                .param("last", last.isEmpty() ? 0 : Cursor.id(last.getFirst()))
                .param("limit", limit + 1)
                .query(Member.class)
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Slice<>(
                shown, found.size() <= limit ? null : Cursor.of(shown.getLast().id()));
    }

    /** The newest times a segment was filled, newest first. */
    public List<Filling> fillings(Segment segment) {
        return jdbc.sql("""
                select f.id, f.person_id, p.name as person_name, f.source, f.list, f.begun_at, f.ended_at, f.found, f.added,
                  f.undone_at
                from segment_filling f join person p on p.id = f.person_id
                where f.segment_id = :segment order by f.id desc limit :most""")
                .param("segment", segment.id())
                .param("most", FILLINGS)
                .query((row, number) -> new Filling(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("person_name"),
                        row.getString("source"),
                        row.getString("list"),
                        row.getTimestamp("begun_at").toInstant(),
                        instant(row.getTimestamp("ended_at")),
                        row.getInt("found"),
                        row.getInt("added"),
                        instant(row.getTimestamp("undone_at"))))
                .list();
    }

    private static Reach reach(CurrentUser viewer) {
        return Reach.of(viewer, Resource.CUSTOMER, Action.VIEW);
    }

    private static Segment read(ResultSet row) throws SQLException {
        return new Segment(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("owner_id"),
                row.getString("owner_name"),
                row.getBoolean("shared"),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("members"),
                row.getString("source"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
