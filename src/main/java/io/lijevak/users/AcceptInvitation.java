package io.lijevak.users;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the password of whoever holds a valid link; all older sessions of the person end. */
@Component
public class AcceptInvitation {
    private final Invitations invitations;
    private final People people;
    private final SetPassword setPassword;

    AcceptInvitation(Invitations invitations, People people, SetPassword setPassword) {
        this.invitations = invitations;
        this.people = people;
        this.setPassword = setPassword;
    }

    /** Whom the link invites, while it holds. */
    public Optional<Person> find(String secret) {
        return invitations.find(secret).flatMap(people::find);
    }

    /** The person who may now sign in; a problem at {@code password}, or not found when the link was used or ended. */
    @Transactional
    public PersonId with(String secret, String password) {
        var person = invitations.use(secret);
        setPassword.of(person, password, null);
        return person;
    }
}
