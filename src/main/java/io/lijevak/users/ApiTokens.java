package io.lijevak.users;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Personal tokens of the API, kept only as SHA-256 hashes. */
@Component
public class ApiTokens {
    private final JdbcClient jdbc;
    private final CurrentUsers users;
    private final AuditTrail trail;

    ApiTokens(JdbcClient jdbc, CurrentUsers users, AuditTrail trail) {
        this.jdbc = jdbc;
        this.users = users;
        this.trail = trail;
    }

    /** Who acts by this token, while it is not revoked; notes its use at most once a minute. */
    public Optional<CurrentUser> owner(String token) {
        var hash = hash(token);
        var use = users.ofToken(hash);
        use.filter(CurrentUsers.TokenUse::unseen)
                .ifPresent(unseen -> jdbc.sql("update api_token set last_used_at = now() where token_hash = :hash")
                        .param("hash", hash)
                        .update());
        return use.map(CurrentUsers.TokenUse::user);
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

    /** A token as its owner sees it: never the token itself, only how it ends. */
    public record Token(
            long id,
            String name,
            String hint,
            Instant created,
            @Nullable Instant lastUsed) {}

    /** The person's tokens in force, newest first. */
    public List<Token> of(CurrentUser user) {
        return jdbc.sql("""
                select id, name, hint, created_at, last_used_at from api_token
                where person_id = :person and revoked_at is null order by id desc""")
                .param("person", user.id())
                .query((row, number) -> {
                    var used = row.getTimestamp(5);
                    return new Token(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /** A new token of the person, told only here; a problem at {@code tokenName}. */
    @Transactional
    public String issue(CurrentUser user, String name) {
        if (name.isBlank() || name.length() > 100) {
            throw InvalidInput.at("tokenName", "users.error.token.name");
        }
        var token = "ljv_" + Secrets.next();
        adopt(user.person(), name.strip(), token);
        trail.record(user, "person", user.id(), "tokenIssued", Map.of("name", new AuditTrail.Change(null, name)));
        return token;
    }

    /** Ends a token of the person's own. */
    @Transactional
    public void revoke(CurrentUser user, long id) {
        var name = jdbc.sql("""
                update api_token set revoked_at = now()
                where id = :id and person_id = :person and revoked_at is null returning name""")
                .param("id", id)
                .param("person", user.id())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RecordNotFound("token", id));
        trail.record(user, "person", user.id(), "tokenRevoked", Map.of("name", new AuditTrail.Change(name, null)));
    }

    static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
