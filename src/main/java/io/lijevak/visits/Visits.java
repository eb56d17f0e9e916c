package io.lijevak.visits;

import io.lijevak.platform.Period;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many visits there were. */
@Component
public class Visits {
    private static final int MOST = 100;
    private static final int MOST_DAYS = 366;
    private final JdbcClient jdbc;

    /** Visits of a day, of a source or of a page. */
    public record Part<K>(K of, long visits) {}

    /**
     * Visits of a period.
     *
     * @param days those with visits, the latest 366, the latest first
     * @param sources the hundred with most visits, and so the pages; the empty text where it is not known
     */
    public record Summary(long all, List<Part<LocalDate>> days, List<Part<String>> sources, List<Part<String>> pages) {}

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many visits a period had; days are those of the company's time zone. */
    public long of(Period period, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        return asked("select coalesce(sum(visits), 0) from site_visit where day between :from and :to", period)
                .query(Long.class)
                .single();
    }

    public Summary summary(Period period, CurrentUser user) {
        return new Summary(
                of(period, user),
                asked("""
                        select day, sum(visits) from site_visit where day between :from and :to
                        group by day order by day desc limit :most""", period)
                        .param("most", MOST_DAYS)
                        .query((row, number) -> new Part<>(row.getDate(1).toLocalDate(), row.getLong(2)))
                        .list(),
                by("source", period),
                by("page", period));
    }

    private List<Part<String>> by(String column, Period period) {
        return asked(
                        "select " + column + ", sum(visits) from site_visit where day between :from and :to group by 1"
                                + " order by 2 desc, 1 limit " + MOST,
                        period)
                .query((row, number) -> new Part<>(row.getString(1), row.getLong(2)))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Period period) {
        return jdbc.sql(sql).param("from", period.from()).param("to", period.to());
    }
}
