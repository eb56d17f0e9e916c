package io.lijevak.process;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows, where a process waits, whom its task was handed over to; the caller has asked for the right. */
@Component
public class ReassignPoint {
    private final JdbcClient jdbc;

    ReassignPoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void to(long executor, long point) {
        to(new Addressing.Executor(executor, false), point);
    }

    void to(Addressing.Executor executor, long point) {
        jdbc.sql("""
                update process_point set executor_id = :executor, fell_to_head = :fell
                where id = :id and left_at is null""")
                .param("executor", executor.person())
                .param("fell", executor.fellToHead())
                .param("id", point)
                .update();
    }
}
