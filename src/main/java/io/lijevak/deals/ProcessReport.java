package io.lijevak.deals;

import io.lijevak.platform.Period;
import io.lijevak.process.SubjectReach;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All processes point by point: how often each was reached in a period, how long it took, what is open, late, and how it ended. */
@Component
public class ProcessReport {
    private static final String POINTS = PointArrivals.SQL + """
            select process, max(process_name) as process_name, node, max(name) as name, min(place) as place,
              count(*) as reached, count(*) filter (where open) as open, count(*) filter (where late) as late,
              percentile_cont(0.5) within group (order by days) as median, avg(days) as average,
              string_agg(ending, ' ') as endings
            from timed group by process, node order by max(process_name), process, min(place), min(number), max(name)""";
    private final JdbcClient jdbc;
    private final PointArrivals arrivals;
    private final SubjectReach subjects;

    /** A point of a process, or a stage of a type moved by hand. */
    public record Point(
            String process,
            String processName,
            String node,
            String name,
            long reached,
            long open,
            long late,
            @Nullable Double median,
            @Nullable Double average,
            Map<String, Long> endings) {}

    ProcessReport(JdbcClient jdbc, PointArrivals arrivals, SubjectReach subjects) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
        this.subjects = subjects;
    }

    /** Every point reached in the period, by process in the order of its stages. */
    public List<Point> of(Period period, CurrentUser user) {
        var deals = Reach.of(user, Resource.DEAL, Action.VIEW);
        return arrivals.in(period, jdbc.sql(POINTS.formatted(deals.sql("d.responsible_id"), subjects.sql(user))))
                .params(deals.parameters())
                .params(subjects.parameters(user))
                .query(ProcessReport::point)
                .list();
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getString("process"),
                row.getString("process_name"),
                row.getString("node"),
                row.getString("name"),
                row.getLong("reached"),
                row.getLong("open"),
                row.getLong("late"),
                (Double) row.getObject("median"),
                (Double) row.getObject("average"),
                endings(row.getString("endings")));
    }

    private static Map<String, Long> endings(@Nullable String words) {
        return words == null
                ? Map.of()
                : Stream.of(words.split(" "))
                        .sorted()
                        .collect(Collectors.groupingBy(word -> word, LinkedHashMap::new, Collectors.counting()));
    }
}
