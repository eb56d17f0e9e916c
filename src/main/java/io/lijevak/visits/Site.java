package io.lijevak.visits;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The company's website: whether its visits are counted, and the key it shows. */
@Component
public class Site {
    private static final int BYTES = 12;
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Site(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key; empty while nothing is counted. */
    public Optional<String> key() {
        return jdbc.sql("select key from visited_site").query(String.class).optional();
    }

    boolean has(String key) {
        return key().filter(own -> MessageDigest.isEqual(
                        own.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** Begins to count, with a new key; one that was given before counts no more. */
    @Transactional
    public void count(CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        jdbc.sql("""
                insert into visited_site (id, key) values (1, :key)
                on conflict (id) do update set key = excluded.key, since = now()""")
                .param("key", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .update();
    }

    /** Ends counting; what was counted stays. */
    @Transactional
    public void stop(CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        jdbc.sql("delete from visited_site").update();
    }
}
