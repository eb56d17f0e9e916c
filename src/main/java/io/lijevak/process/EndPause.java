package io.lijevak.process;

import io.lijevak.process.Arrivals.Ending;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends one pause, in the name of who made the process come to it. */
@Component
class EndPause {
    private final Arrivals arrivals;
    private final Subjects subjects;
    private final AdvanceRun advance;
    private final JdbcClient jdbc;
    private final CurrentUsers users;

    EndPause(Arrivals arrivals, Subjects subjects, AdvanceRun advance, JdbcClient jdbc, CurrentUsers users) {
        this.arrivals = arrivals;
        this.subjects = subjects;
        this.advance = advance;
        this.jdbc = jdbc;
        this.users = users;
    }

    @Transactional
    void of(long point, Instant now) {
        subjects.hold(arrivals.require(point).subject());
        var pause = arrivals.require(point);
        if (!pause.isOver()) {
            advance.from(pause, Ending.DONE, Answers.NONE, new Actor(actor(pause.executor()), now));
        }
    }

    /** The person, or an administrator when the person has left the company meanwhile. */
    private CurrentUser actor(@Nullable Long person) {
        return Optional.ofNullable(person)
                .flatMap(id -> users.find(new PersonId(id)))
                .or(() -> jdbc.sql("""
                        select id from person where role = 'ADMINISTRATOR' and deactivated_at is null
                        order by id limit 1""").query(Long.class).optional().flatMap(id -> users.find(new PersonId(id))))
                .orElseThrow();
    }
}
