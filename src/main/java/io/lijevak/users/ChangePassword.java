package io.lijevak.users;

import io.lijevak.platform.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes one's own password for who knows the old one; guessing it is slowed down as at sign-in. */
@Component
public class ChangePassword {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SetPassword setPassword;
    private final SignInAttempts attempts;

    ChangePassword(JdbcClient jdbc, Passwords passwords, SetPassword setPassword, SignInAttempts attempts) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.setPassword = setPassword;
        this.attempts = attempts;
    }

    /** Ends the person's other sessions; problems at {@code old} and {@code password}. */
    public void to(CurrentUser user, String old, String password, String session) {
        var attempt = attempts.begin("person " + user.id(), "profile");
        if (attempt instanceof SignInAttempts.Held held) {
            throw InvalidInput.at("old", "users.signIn.wait", held.seconds());
        }
        var stored = jdbc.sql("select password_hash from person where id = :id")
                .param("id", user.id())
                .query(String.class)
                .optional();
        if (!passwords.fits(old, stored.orElse(null))) {
            throw InvalidInput.at("old", "users.error.password.old");
        }
        attempts.succeed(((SignInAttempts.Begun) attempt).id());
        setPassword.of(user.person(), password, session);
    }
}
