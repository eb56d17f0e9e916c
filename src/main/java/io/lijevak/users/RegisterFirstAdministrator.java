package io.lijevak.users;

import io.lijevak.platform.SearchText;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the administrator of a company that is being set up; refused once there is one. */
@Component
public class RegisterFirstAdministrator {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final CurrentUsers users;
    private final AuditTrail trail;

    RegisterFirstAdministrator(JdbcClient jdbc, Passwords passwords, CurrentUsers users, AuditTrail trail) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.users = users;
        this.trail = trail;
    }

    /** The new administrator; problems at {@code name}, {@code email} and {@code password}. */
    @Transactional
    public PersonId as(String name, String email, String password, String language) {
        var hash = passwords.hash(password);
        var address = PersonInput.checkedEmail(email);
        jdbc.sql("lock table person in share row exclusive mode").update();
        if (jdbc.sql("select exists (select from person where role = 'ADMINISTRATOR')")
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("there is an administrator already");
        }
        var id = new PersonId(jdbc.sql("""
                insert into person (name, search_text, email, password_hash, role, language)
                values (:name, :search, :email, :hash, 'ADMINISTRATOR', :language) returning id""")
                .param("name", name)
                .param("search", SearchText.fold(name + " " + address))
                .param("email", address)
                .param("hash", hash)
                .param("language", language)
                .query(Long.class)
                .single());
        trail.record(users.find(id).orElseThrow(), "person", id.value(), "created", Map.of());
        return id;
    }
}
