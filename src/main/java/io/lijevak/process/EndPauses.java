package io.lijevak.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the pauses whose time is over and lets their processes go on, each for itself. */
@Component
public class EndPauses {
    private static final Logger LOG = LoggerFactory.getLogger(EndPauses.class);
    private static final int AT_ONCE = 500;
    private final JdbcClient jdbc;
    private final EndPause end;
    private final Clock clock;

    EndPauses(JdbcClient jdbc, EndPause end, Clock clock) {
        this.jdbc = jdbc;
        this.end = end;
        this.clock = clock;
    }

    /** The number of processes that went on. One that cannot is told in the log and holds no other back. */
    public int due() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var due = jdbc.sql("""
                select id from process_point where kind = 'PAUSE' and left_at is null and due_at <= :now
                order by due_at limit :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", AT_ONCE)
                .query(Long.class)
                .list();
        var ended = 0;
        for (var point : due) {
            try {
                end.of(point, now);
                ended++;
            } catch (RuntimeException stopped) {
                LOG.error("the pause {} could not be ended", point, stopped);
            }
        }
        return ended;
    }
}
