package io.lijevak.users;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in, by the hash of a secret in a cookie; what ends here has ended at once and everywhere. */
@Component
public class Sessions {
    private final JdbcClient jdbc;
    private final CurrentUsers users;
    private final LastSeen lastSeen;

    Sessions(JdbcClient jdbc, CurrentUsers users, LastSeen lastSeen) {
        this.jdbc = jdbc;
        this.users = users;
        this.lastSeen = lastSeen;
    }

    /**
     * A session as a request finds it.
     *
     * @param key its row, of no use as a cookie
     * @param notice what a change left for the page that is asked for, taken by being read
     */
    public record Session(
            String key, CurrentUser user, @Nullable String notice) {}

    /** Opens a session and gives the secret for the cookie. */
    public String open(PersonId person) {
        var secret = Secrets.next();
        jdbc.sql("insert into person_session (token_hash, person_id) values (:key, :person)")
                .param("key", ApiTokens.hash(secret))
                .param("person", person.value())
                .update();
        return secret;
    }

    /** The session of a secret, null when it ended, was not used for half a day, or its person was deactivated. */
    public @Nullable Session find(String secret, String path) {
        var key = ApiTokens.hash(secret);
        var found = users.ofSession(key, path);
        if (found != null) {
            lastSeen.note(key);
        }
        return found;
    }

    /** Leaves a notice for the next page with this path. */
    public void leave(String key, String path, String notice) {
        jdbc.sql("update person_session set notice = :notice, notice_path = :path where token_hash = :key")
                .param("notice", notice)
                .param("path", path)
                .param("key", key)
                .update();
    }

    /** Ends the session of a secret. */
    public void close(String secret) {
        jdbc.sql("delete from person_session where token_hash = :key")
                .param("key", ApiTokens.hash(secret))
                .update();
    }

    /** Ends the sessions of a person, all but the one of the key. */
    void endExcept(PersonId person, @Nullable String kept) {
        jdbc.sql("delete from person_session where person_id = :person and token_hash <> coalesce(:kept, '')")
                .param("person", person.value())
                .param("kept", kept)
                .update();
    }
}
