package io.lijevak.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Personal tokens of the API, kept only as SHA-256 hashes. */
@Component
public class ApiTokens {
    private final JdbcClient jdbc;

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose token this is, while it is not revoked; notes its use at most once a minute. */
    public Optional<PersonId> owner(String token) {
        var hash = hash(token);
        var found = jdbc.sql("""
                select person_id, last_used_at is null or last_used_at < now() - interval '1 minute' as unseen
                from api_token where token_hash = :hash and revoked_at is null""")
                .param("hash", hash)
                .query((row, number) -> new Use(new PersonId(row.getLong(1)), row.getBoolean(2)))
                .optional();
        found.filter(Use::unseen)
                .ifPresent(use -> jdbc.sql("update api_token set last_used_at = now() where token_hash = :hash")
                        .param("hash", hash)
                        .update());
        return found.map(Use::person);
    }

    /** Takes over a token made elsewhere (at least 32 characters), such as the one given at the first start. */
    @Transactional
    public void adopt(PersonId person, String name, String token) {
        if (token.length() < 32) {
            throw new IllegalArgumentException("an API token has at least 32 characters");
        }
        jdbc.sql("""
                insert into api_token (person_id, name, token_hash, hint)
                values (:person, :name, :hash, :hint) on conflict (token_hash) do nothing""")
                .param("person", person.value())
                .param("name", name)
                .param("hash", hash(token))
                .param("hint", token.substring(token.length() - 4))
                .update();
    }

    static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Use(PersonId person, boolean unseen) {}
}
