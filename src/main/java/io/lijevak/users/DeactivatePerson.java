package io.lijevak.users;

import io.lijevak.platform.Conflict;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a person's access at once, sessions and tokens included, or gives it back; records stay theirs. */
@Component
public class DeactivatePerson {
    private final JdbcClient jdbc;
    private final People people;
    private final PeopleRules rules;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    DeactivatePerson(
            JdbcClient jdbc, People people, PeopleRules rules, ApplicationEventPublisher events, AuditTrail trail) {
        this.jdbc = jdbc;
        this.people = people;
        this.rules = rules;
        this.events = events;
        this.trail = trail;
    }

    @Transactional
    public void now(CurrentUser user, PersonId id) {
        var person = requireManaged(user, id);
        if (user.person().equals(id)) {
            throw new Conflict("users.error.ownAccount");
        }
        if (person.role() == Role.ADMINISTRATOR) {
            rules.requireOtherAdministrator(person);
        }
        if (person.active()) {
            close(id);
            trail.record(user, "person", id.value(), "deactivated", Map.of());
            events.publishEvent(new AccessEnded(id));
        }
    }

    @Transactional
    public void undo(CurrentUser user, PersonId id) {
        var person = requireManaged(user, id);
        if (!person.active()) {
            jdbc.sql("update person set deactivated_at = null, version = version + 1 where id = :id")
                    .param("id", id.value())
                    .update();
            trail.record(user, "person", id.value(), "reactivated", Map.of());
        }
    }

    private Person requireManaged(CurrentUser user, PersonId id) {
        user.require(Resource.PEOPLE, Action.ARCHIVE, id.value());
        var person = people.require(id);
        rules.requirePowerOver(user, person.role());
        return person;
    }

    private void close(PersonId id) {
        for (var statement : new String[] {
            "update person set deactivated_at = now(), version = version + 1 where id = :id",
            "update api_token set revoked_at = now() where person_id = :id and revoked_at is null",
            "delete from invitation where person_id = :id",
            "delete from person_session where person_id = :id"
        }) {
            jdbc.sql(statement).param("id", id.value()).update();
        }
    }
}
