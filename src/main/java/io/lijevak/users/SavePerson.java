package io.lijevak.users;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters a person, or changes what is known about one. */
@Component
public class SavePerson {
    private final JdbcClient jdbc;
    private final People people;
    private final PeopleRules rules;
    private final Sessions sessions;
    private final AuditTrail trail;

    SavePerson(JdbcClient jdbc, People people, PeopleRules rules, Sessions sessions, AuditTrail trail) {
        this.jdbc = jdbc;
        this.people = people;
        this.rules = rules;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** The new person; problems at {@code name}, {@code email}, {@code role}, {@code team}, {@code head}. */
    @Transactional
    public PersonId create(CurrentUser user, PersonInput given) {
        user.require(Resource.PEOPLE, Action.CREATE, given.head());
        var input = checked(user, null, given);
        try {
            var id = new PersonId(jdbc.sql("""
                    insert into person (name, search_text, email, role, team_id, head_id)
                    values (:name, :search, :email, :role, :team, :head) returning id""")
                    .param("name", input.name())
                    .param("search", search(input))
                    .param("email", input.email())
                    .param("role", role(input).name())
                    .param("team", input.team())
                    .param("head", input.head())
                    .query(Long.class)
                    .single());
            trail.record(user, "person", id.value(), "created", Person.changes(null, people.require(id)));
            return id;
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("email", "users.error.email.taken");
        }
    }

    @Transactional
    public void change(CurrentUser user, PersonId id, int version, PersonInput given) {
        user.require(Resource.PEOPLE, Action.EDIT, id.value());
        var before = people.require(id);
        rules.requirePowerOver(user, before.role());
        var input = checked(user, id, given);
        if (before.role() == Role.ADMINISTRATOR && (role(input) != Role.ADMINISTRATOR || input.email() == null)) {
            rules.requireOtherAdministrator(before);
        }
        update(id, version, input);
        if (!Objects.equals(before.email(), input.email())) {
            sessions.endExcept(id, null);
        }
        trail.record(user, "person", id.value(), "changed", Person.changes(before, people.require(id)));
    }

    private PersonInput checked(CurrentUser user, @Nullable PersonId id, PersonInput given) {
        var input = given.checked();
        rules.requirePowerOver(user, role(input));
        rules.checkTeam(input.team());
        rules.checkHead(id, input.head());
        return input;
    }

    private void update(PersonId id, int version, PersonInput input) {
        try {
            var changed = jdbc.sql("""
                    update person set name = :name, search_text = :search, email = :email, role = :role,
                      team_id = :team, head_id = :head, version = version + 1
                    where id = :id and version = :version""")
                    .param("name", input.name())
                    .param("search", search(input))
                    .param("email", input.email())
                    .param("role", role(input).name())
                    .param("team", input.team())
                    .param("head", input.head())
                    .param("id", id.value())
                    .param("version", version)
                    .update();
            if (changed == 0) {
                throw new StaleVersion();
            }
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("email", "users.error.email.taken");
        }
    }

    private static Role role(PersonInput input) {
        return Objects.requireNonNull(input.role());
    }

    private static String search(PersonInput input) {
        return SearchText.fold(input.email() == null ? input.name() : input.name() + " " + input.email());
    }
}
