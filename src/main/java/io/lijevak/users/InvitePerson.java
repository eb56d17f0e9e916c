package io.lijevak.users;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the link by which a person sets a first or a new password, to be handed over by whoever asks for it. */
@Component
public class InvitePerson {
    private final People people;
    private final PeopleRules rules;
    private final Invitations invitations;
    private final AuditTrail trail;

    InvitePerson(People people, PeopleRules rules, Invitations invitations, AuditTrail trail) {
        this.people = people;
        this.rules = rules;
        this.invitations = invitations;
        this.trail = trail;
    }

    /** A fresh link: its secret is known only here and now. */
    public record Link(Person person, String secret, Instant expires) {}

    @Transactional
    public Link link(CurrentUser user, PersonId id) {
        user.require(Resource.PEOPLE, Action.EDIT, id.value());
        var person = people.require(id);
        rules.requirePowerOver(user, person.role());
        var link = invitations.issue(person);
        trail.record(user, "person", id.value(), person.account() ? "reset" : "invited", Map.of());
        return link;
    }
}
