package io.lijevak.users;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.RecordNotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links by which a person sets a password: single use, kept only as hashes, a newer one replaces the older. */
@Component
class Invitations {
    private static final Duration INVITATION = Duration.ofDays(7);
    private static final Duration RESET = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The secret of the link and the moment it ends. */
    InvitePerson.Link issue(Person person) {
        if (person.email() == null || !person.active()) {
            throw new Conflict("users.error.invite");
        }
        var secret = Secrets.next();
        var expires = clock.instant().plus(person.account() ? RESET : INVITATION);
        jdbc.sql("delete from invitation where person_id = :id")
                .param("id", person.id().value())
                .update();
        jdbc.sql("""
                insert into invitation (token_hash, person_id, purpose, expires_at)
                values (:hash, :person, :purpose, :expires)""")
                .param("hash", ApiTokens.hash(secret))
                .param("person", person.id().value())
                .param("purpose", person.account() ? "RESET" : "INVITE")
                .param("expires", Timestamp.from(expires))
                .update();
        return new InvitePerson.Link(person, secret, expires);
    }

    Optional<PersonId> find(String secret) {
        return jdbc.sql("""
                select i.person_id from invitation i join person p on p.id = i.person_id
                where i.token_hash = :hash and i.used_at is null and i.expires_at > :now
                  and p.deactivated_at is null and p.email is not null""")
                .param("hash", ApiTokens.hash(secret))
                .param("now", Timestamp.from(now()))
                .query((row, number) -> new PersonId(row.getLong(1)))
                .optional();
    }

    /** Takes the link, once: of two at the same moment one is refused. */
    @Transactional
    public PersonId use(String secret) {
        var person = find(secret).orElseThrow(() -> new RecordNotFound("invitation", "given"));
        var used = jdbc.sql("update invitation set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", Timestamp.from(now()))
                .param("hash", ApiTokens.hash(secret))
                .update();
        if (used == 0) {
            throw new RecordNotFound("invitation", "given");
        }
        return person;
    }

    private Instant now() {
        return clock.instant();
    }
}
