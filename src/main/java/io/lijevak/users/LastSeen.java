package io.lijevak.users;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down once a minute which sessions were used, in one statement for all, so that no request writes it. */
@Component
class LastSeen {
    private static final Logger LOG = LoggerFactory.getLogger(LastSeen.class);
    private final JdbcClient jdbc;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("last-seen").factory());

    LastSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String session) {
        used.add(session);
    }

    @PostConstruct
    void start() {
        writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        writer.shutdownNow();
    }

    /** Also clears away what nobody has used for half a day. */
    void write() {
        var sessions = Set.copyOf(used);
        used.removeAll(sessions);
        try {
            jdbc.sql("update person_session set seen_at = now() where token_hash = any(:sessions)")
                    .param("sessions", sessions.toArray(String[]::new))
                    .update();
            jdbc.sql("delete from person_session where seen_at < now() - interval '12 hours'")
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("the database is not reachable now", e);
        }
    }
}
