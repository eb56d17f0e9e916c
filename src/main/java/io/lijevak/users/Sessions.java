package io.lijevak.users;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the sessions of a person, at once and everywhere. */
@Component
class Sessions {
    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void end(PersonId person) {
        endExcept(person, null);
    }

    void endExcept(PersonId person, @Nullable String kept) {
        jdbc.sql("delete from spring_session where principal_name = :person and session_id <> coalesce(:kept, '')")
                .param("person", person.toString())
                .param("kept", kept)
                .update();
    }
}
