package io.lijevak.interactions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of an interaction, step by step: planned, moved, held, not held, called off. */
@Component
public class InteractionWay {
    private final JdbcClient jdbc;

    InteractionWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A step.
     *
     * @param step its name in lower case, such as {@code moved}
     * @param at the time it was planned for, moved to, or took place
     */
    public record Step(
            String step,
            Instant at,
            Instant recordedAt,
            @Nullable String recordedBy) {}

    /** From the first to the last; whoever may see the interaction may see them. */
    public List<Step> of(InteractionId id) {
        return jdbc.sql("""
                select lower(s.step) as step, s.at, s.recorded_at, p.name as recorded_by
                from interaction_state s left join person p on p.id = s.recorded_by
                where s.interaction_id = :id order by s.id""")
                .param("id", id.value())
                .query((row, number) -> new Step(
                        row.getString("step"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by")))
                .list();
    }
}
