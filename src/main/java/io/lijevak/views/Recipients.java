package io.lijevak.views;

import io.lijevak.users.CurrentUser;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who gets the editions of a schedule, and who wants no more of them. */
@Component
public class Recipients {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 24;
    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a link of a letter stops. */
    public record Stoppable(String view, String person, boolean stopped) {}

    void set(long schedule, Set<Long> people) {
        jdbc.sql("delete from view_recipient where schedule_id = :id and not person_id = any(:people)")
                .param("id", schedule)
                .param("people", people.toArray(Long[]::new))
                .update();
        for (var person : people) {
            jdbc.sql("""
                    insert into view_recipient (schedule_id, person_id, token) values (:id, :person, :token)
                    on conflict (schedule_id, person_id) do nothing""")
                    .param("id", schedule)
                    .param("person", person)
                    .param("token", secret())
                    .update();
        }
    }

    /** The secret by which the person stops the schedule without signing in. */
    public String token(long schedule, long person) {
        return jdbc.sql("select token from view_recipient where schedule_id = :id and person_id = :person")
                .param("id", schedule)
                .param("person", person)
                .query(String.class)
                .single();
    }

    public Optional<Stoppable> find(String token) {
        return jdbc.sql("""
                select v.name as view, p.name as person, r.left_at is not null as stopped
                from view_recipient r join view_schedule s on s.id = r.schedule_id
                join saved_view v on v.id = s.view_id join person p on p.id = r.person_id
                where r.token = :token""").param("token", token).query(Stoppable.class).optional();
    }

    /** Whoever holds the secret wants no more of it. */
    @Transactional
    public void stop(String token) {
        jdbc.sql("update view_recipient set left_at = now() where token = :token and left_at is null")
                .param("token", token)
                .update();
    }

    /** The person wants no more of it. */
    @Transactional
    public void leave(long schedule, CurrentUser by) {
        jdbc.sql("""
                update view_recipient set left_at = now()
                where schedule_id = :id and person_id = :me and left_at is null""").param("id", schedule).param("me", by.id()).update();
    }

    /** Whoever holds the secret wants it after all. */
    @Transactional
    public void again(String token) {
        jdbc.sql("update view_recipient set left_at = null where token = :token")
                .param("token", token)
                .update();
    }

    private static String secret() {
        var bytes = new byte[SECRET];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
