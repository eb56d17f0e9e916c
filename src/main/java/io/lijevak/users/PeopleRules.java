package io.lijevak.users;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What holds for people whoever changes them: no gain of power, no circle of heads, an administrator remains. */
@Component
class PeopleRules {
    private final JdbcClient jdbc;
    private final People people;
    private final RoleRights rights;

    PeopleRules(JdbcClient jdbc, People people, RoleRights rights) {
        this.jdbc = jdbc;
        this.people = people;
        this.rights = rights;
    }

    /** Nobody manages somebody more powerful, nor makes somebody so. */
    void requirePowerOver(CurrentUser user, Role role) {
        if (!rights.covers(user, role)) {
            throw new AccessDeniedException("role " + role);
        }
    }

    /** The head exists, works here and is not the person or somebody below. */
    void checkHead(@Nullable PersonId person, @Nullable Long head) {
        if (head == null) {
            return;
        }
        lock("person-heads");
        if (people.find(new PersonId(head)).filter(Person::active).isEmpty()) {
            throw InvalidInput.at("head", "users.error.head.unknown");
        }
        if (person != null && people.below(person).contains(head)) {
            throw InvalidInput.at("head", "users.error.head.circle");
        }
    }

    void checkTeam(@Nullable Long team) {
        if (team != null
                && !jdbc.sql("select exists (select from team where id = :id and archived_at is null)")
                        .param("id", team)
                        .query(Boolean.class)
                        .single()) {
            throw InvalidInput.at("team", "users.error.team.unknown");
        }
    }

    /** Somebody who can sign in as administrator stays when this one goes. */
    void requireOtherAdministrator(Person person) {
        lock("last-administrator");
        var others = jdbc.sql("""
                select count(*) from person where role = 'ADMINISTRATOR' and deactivated_at is null
                  and email is not null and password_hash is not null and id <> :id""")
                .param("id", person.id().value())
                .query(Integer.class)
                .single();
        if (others == 0) {
            throw new Conflict("users.error.lastAdministrator");
        }
    }

    private void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", what)
                .query((row, number) -> 0)
                .single();
    }
}
