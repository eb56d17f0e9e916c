package io.lijevak.files;

import io.lijevak.files.Contents.Kept;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of files that were sent and are not attached yet. */
@Component
class ReceivedFiles {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReceivedFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String add(Kept file, CurrentUser user) {
        return jdbc.sql("""
                insert into received_file (name, media_type, size, hash, received_by, received_at)
                values (:name, :type, :size, :hash, :by, :at) returning token""")
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("hash", file.hash())
                .param("by", user.id())
                .param("at", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single()
                .toString();
    }

    Kept take(String token, CurrentUser user) {
        return token(token)
                .flatMap(id -> jdbc.sql("""
                        delete from received_file where token = :token and received_by = :by
                        returning name, media_type, size, hash""")
                        .param("token", id)
                        .param("by", user.id())
                        .query((row, number) ->
                                new Kept(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
                        .optional())
                .orElseThrow(() -> InvalidInput.at("file", "files.error.gone"));
    }

    Optional<String> name(String token, CurrentUser user) {
        return token(token)
                .flatMap(id -> jdbc.sql("select name from received_file where token = :token and received_by = :by")
                        .param("token", id)
                        .param("by", user.id())
                        .query(String.class)
                        .optional());
    }

    void forget(Instant before) {
        jdbc.sql("delete from received_file where received_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Optional<UUID> token(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
