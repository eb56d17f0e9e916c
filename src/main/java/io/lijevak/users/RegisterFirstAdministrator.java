package io.lijevak.users;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.SearchText;
import java.util.ArrayList;
import java.util.List;
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

    /** What is wrong, at {@code email} and {@code password}; empty when nothing is. */
    public List<FieldProblem> problems(String email, String password) {
        var problems = new ArrayList<FieldProblem>();
        if (!PersonInput.isEmail(email.strip())) {
            problems.add(new FieldProblem("email", "users.error.email"));
        }
        passwords.problem(password).ifPresent(problems::add);
        return problems;
    }

    /** The new administrator; problems at {@code email} and {@code password}. */
    @Transactional
    public PersonId as(String name, String email, String password, String language) {
        var problems = problems(email, password);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var hash = passwords.hash(password);
        var address = email.strip();
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
