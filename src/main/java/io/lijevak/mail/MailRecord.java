package io.lijevak.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How sending went: the last time at all, and of each address that refused its mail. */
@Component
public class MailRecord {
    /** After so many refusals in a row nothing more is sent to an address. */
    public static final int MOST_REFUSALS = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How the last letter went.
     *
     * @param words what kept it from being sent; null when it was
     */
    public record Last(Instant at, @Nullable String words) {}

    /** An address that refused its mail, how often in a row, and with which words the last time. */
    public record Failing(String address, int refusals, String words, Instant at) {
        public boolean stopped() {
            return refusals >= MOST_REFUSALS;
        }
    }

    public Optional<Last> last() {
        return jdbc.sql("select at, words from mail_last").query(Last.class).optional();
    }

    public Optional<Failing> failing(String address) {
        return jdbc.sql("select address, refusals, words, at from mail_refusal where address = :address")
                .param("address", address.toLowerCase(Locale.ROOT))
                .query(Failing.class)
                .optional();
    }

    /** Gives an address another chance. */
    public void forgive(String address) {
        jdbc.sql("delete from mail_refusal where address = :address")
                .param("address", address.toLowerCase(Locale.ROOT))
                .update();
    }

    /** A letter came back to the mailbox of the sender: the address is stopped at once. */
    public void cameBack(String address, String words) {
        refused(address, words, MOST_REFUSALS);
    }

    void sent(String address) {
        forgive(address);
        remember(null);
    }

    /** The server works; it is the address that does not. */
    void refused(String address, String words) {
        refused(address, words, 1);
        remember(null);
    }

    private void refused(String address, String words, int times) {
        jdbc.sql("""
                insert into mail_refusal (address, refusals, words, at) values (:address, :times, :words, :at)
                on conflict (address) do update
                  set refusals = mail_refusal.refusals + excluded.refusals, words = excluded.words, at = excluded.at""")
                .param("address", address.toLowerCase(Locale.ROOT))
                .param("times", times)
                .param("words", words)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void failed(String words) {
        remember(words);
    }

    private void remember(@Nullable String words) {
        jdbc.sql("""
                insert into mail_last (id, at, words) values (1, :at, :words)
                on conflict (id) do update set at = excluded.at, words = excluded.words""")
                .param("at", Timestamp.from(clock.instant()))
                .param("words", words)
                .update();
    }
}
