package io.lijevak.users;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a new password and ends the sessions that the old one opened. */
@Component
class SetPassword {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Sessions sessions;
    private final CurrentUsers users;
    private final AuditTrail trail;

    SetPassword(JdbcClient jdbc, Passwords passwords, Sessions sessions, CurrentUsers users, AuditTrail trail) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.sessions = sessions;
        this.users = users;
        this.trail = trail;
    }

    @Transactional
    public void of(PersonId person, String password, @Nullable String keptSession) {
        jdbc.sql("update person set password_hash = :hash where id = :id")
                .param("hash", passwords.hash(password))
                .param("id", person.value())
                .update();
        sessions.endExcept(person, keptSession);
        users.find(person).ifPresent(user -> trail.record(user, "person", person.value(), "passwordSet", Map.of()));
    }
}
