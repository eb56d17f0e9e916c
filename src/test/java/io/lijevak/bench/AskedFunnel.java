package io.lijevak.bench;

import io.lijevak.funnel.LiveColumns;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;

/**
 * The matrix of a server, as it is asked for its times.
 *
 * @param type of the deals
 */
record AskedFunnel(Server server, long type) {
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);
    private static final Duration AGAIN = Duration.ofMillis(200);

    /** The type that most deals have. */
    static AskedFunnel of(Server server) throws IOException, SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select type_id from deal group by 1 order by count(*) desc limit 1")) {
            rows.next();
            return new AskedFunnel(server, rows.getLong(1));
        }
    }

    /** Waits until the columns answer. */
    LiveColumns.Loaded loaded() throws Exception {
        waited(FunnelQuestion.all(LocalDate.now()).getFirst());
        return server.bean(LiveColumns.class).loaded().orElseThrow();
    }

    /** Milliseconds until the columns give an answer, from when they are asked first. */
    double waited(FunnelQuestion question) throws Exception {
        var start = System.nanoTime();
        while (server.api("GET", path(question, "columns"), "").statusCode() != 200) {
            if (System.nanoTime() - start > LONGEST_LOAD.toNanos()) {
                throw new IllegalStateException("the columns do not answer " + question.name());
            }
            Thread.sleep(AGAIN);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Milliseconds that Lijevak says its answer took. */
    double took(FunnelQuestion question, String engine) throws Exception {
        var answer = server.api("GET", path(question, engine), "");
        var timing = answer.headers()
                .firstValue("Server-Timing")
                .orElseThrow(() -> new IllegalStateException(answer.body()));
        return Double.parseDouble(timing.substring(timing.indexOf("dur=") + 4));
    }

    private String path(FunnelQuestion question, String engine) {
        return "/funnel/matrix?" + question.matrix() + "&dealType=" + type + "&engine=" + engine;
    }
}
