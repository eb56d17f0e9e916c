package io.lijevak.deals;

import io.lijevak.platform.Period;
import io.lijevak.platform.Slice;
import io.lijevak.process.Subject;
import io.lijevak.process.SubjectNames;
import io.lijevak.process.SubjectReach;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The arrivals behind the numbers of {@link ProcessReport}. */
@Component
public class ProcessArrivals {
    private static final int PAGE = 100;
    private static final String LISTED = PointArrivals.SQL + """
            select * from timed where process = :process and (cast(:node as text) is null or node = :node)
              and (:which = 'REACHED' or :which = 'OPEN' and open or :which = 'LATE' and late)
              and (cast(:before as timestamptz) is null or entered_at < :before or entered_at = :before
                and (source > :source or source = :source and number < :number))
            order by entered_at desc, source, number desc limit :most""";
    private final JdbcClient jdbc;
    private final PointArrivals arrivals;
    private final SubjectReach subjects;
    private final SubjectNames names;

    /** An arrival at a point. */
    public record Arrived(
            String subjectKind,
            long subject,
            @Nullable String title,
            @Nullable String href,
            @Nullable String person,
            String point,
            Instant entered,
            @Nullable Instant left,
            @Nullable Instant due,
            @Nullable String ending,
            boolean late) {

        Subject about() {
            return new Subject(subjectKind, subject);
        }

        Arrived called(SubjectNames.@Nullable Link link) {
            return link == null
                    ? this
                    : new Arrived(
                            subjectKind,
                            subject,
                            link.title(),
                            link.href(),
                            person,
                            point,
                            entered,
                            left,
                            due,
                            ending,
                            late);
        }
    }

    /** Which arrivals are meant: of a point of a process (null: of all), all of them, the open or the late ones. */
    public record Wanted(String process, @Nullable String node, Which which) {}

    /** All arrivals, those that go on, those that are or were late. */
    public enum Which {
        REACHED,
        OPEN,
        LATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Which read(String word) {
            return Stream.of(values())
                    .filter(which -> which.word().equals(word))
                    .findFirst()
                    .orElse(REACHED);
        }
    }

    ProcessArrivals(JdbcClient jdbc, PointArrivals arrivals, SubjectReach subjects, SubjectNames names) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
        this.subjects = subjects;
        this.names = names;
    }

    /** A page of the arrivals that a number of the report counts, the newest first. */
    public Slice<Arrived> page(Wanted wanted, Period period, @Nullable String next, CurrentUser user) {
        var place = ArrivalPlace.read(next);
        var deals = Reach.of(user, Resource.DEAL, Action.VIEW);
        var found = arrivals.in(period, jdbc.sql(LISTED.formatted(deals.sql("d.responsible_id"), subjects.sql(user))))
                .params(deals.parameters())
                .params(subjects.parameters(user))
                .param("process", wanted.process())
                .param("node", wanted.node())
                .param("which", wanted.which().name())
                .param("before", place.entered())
                .param("source", place.source())
                .param("number", place.number())
                .param("most", PAGE + 1)
                .query((row, number) -> new Found(arrived(row, number), ArrivalPlace.of(row)))
                .list();
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var links = names.of(
                items.stream().map(one -> one.arrived().about()).distinct().toList());
        return new Slice<>(
                items.stream()
                        .map(Found::arrived)
                        .map(one -> one.called(links.get(one.about())))
                        .toList(),
                found.size() > PAGE ? items.getLast().place().cursor() : null);
    }

    private record Found(Arrived arrived, ArrivalPlace place) {}

    private static Arrived arrived(ResultSet row, int number) throws SQLException {
        return new Arrived(
                row.getString("subject_kind"),
                row.getLong("subject_id"),
                null,
                null,
                row.getString("person"),
                row.getString("name"),
                Objects.requireNonNull(instant(row, "entered_at")),
                instant(row, "left_at"),
                instant(row, "due_at"),
                row.getString("ending"),
                row.getBoolean("late"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
