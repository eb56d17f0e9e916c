package io.lijevak.users;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who signs in by e-mail and password; unknown, deactivated and uninvited accounts answer like a wrong password. */
@Component
public class SignIn {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SignInAttempts attempts;

    SignIn(JdbcClient jdbc, Passwords passwords, SignInAttempts attempts) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /** The answer to an attempt. */
    public sealed interface Outcome {}

    /** E-mail and password fit. */
    public record Welcome(PersonId person) implements Outcome {}

    /** They do not; so many tries are left before a wait. */
    public record Refused(int triesLeft) implements Outcome {}

    /** Too many failures: nothing was tried, the next try is possible in so many seconds. */
    public record Wait(long seconds) implements Outcome {}

    private record Account(long id, @Nullable String hash) {}

    public Outcome with(String email, String password, String address) {
        var account = email.strip().toLowerCase(Locale.ROOT);
        var attempt = attempts.begin(account, address);
        if (attempt instanceof SignInAttempts.Held held) {
            return new Wait(held.seconds());
        }
        var begun = (SignInAttempts.Begun) attempt;
        var found = find(account);
        if (passwords.fits(password, found.map(Account::hash).orElse(null))) {
            attempts.succeed(begun.id());
            return new Welcome(new PersonId(found.orElseThrow().id()));
        }
        return new Refused(begun.triesLeft());
    }

    private Optional<Account> find(String email) {
        return jdbc.sql("""
                select id, password_hash from person
                where lower(email) = :email and deactivated_at is null and password_hash is not null""")
                .param("email", email)
                .query((row, number) -> new Account(row.getLong(1), row.getString(2)))
                .optional();
    }
}
