package io.lijevak.users;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down, with a delay that doubles by each failure: for an account from one address after 4 failures, for
 * an address over all accounts after 20, for an account over all addresses after 50, unless it has signed in from this
 * address before. So a stranger's failures never keep the owner of an account out of it at the usual place.
 */
@Component
class SignInAttempts {
    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final long LONGEST_WAIT = 900;
    private static final int FREE_TRIES = 5;
    private static final int FREE_OF_ADDRESS = 20;
    private static final int FREE_OF_ACCOUNT = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    sealed interface Attempt {}

    record Begun(long id, int triesLeft) implements Attempt {}

    record Held(long seconds) implements Attempt {}

    private record Failures(
            int here,
            @Nullable Instant lastHere,
            int ofAddress,
            @Nullable Instant lastOfAddress,
            int ofAccount,
            @Nullable Instant lastOfAccount,
            boolean known) {}

    /** Counts the attempt as failed until {@link #succeed}, so that parallel ones cannot slip through. */
    @Transactional
    public Attempt begin(String account, String address) {
        var now = clock.instant();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sign-in ' || :address, 0))")
                .param("address", address)
                .query((row, number) -> 0)
                .single();
        var failures = failures(account, address, now);
        var wait = Math.max(
                remaining(failures.here(), FREE_TRIES, failures.lastHere(), now),
                Math.max(
                        remaining(failures.ofAddress(), FREE_OF_ADDRESS, failures.lastOfAddress(), now),
                        failures.known()
                                ? 0
                                : remaining(failures.ofAccount(), FREE_OF_ACCOUNT, failures.lastOfAccount(), now)));
        if (wait > 0) {
            return new Held(wait);
        }
        return new Begun(insert(account, address, now), Math.max(0, FREE_TRIES - failures.here() - 1));
    }

    @Transactional
    public void succeed(long id) {
        jdbc.sql("update sign_in_attempt set succeeded = true where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from sign_in_attempt where at < :old")
                .param("old", Timestamp.from(clock.instant().minus(KNOWN)))
                .update();
    }

    private long insert(String account, String address, Instant now) {
        return jdbc.sql("""
                insert into sign_in_attempt (account, address, at, succeeded)
                values (:account, :address, :now, false) returning id""")
                .param("account", account)
                .param("address", address)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    private Failures failures(String account, String address, Instant now) {
        return jdbc.sql("""
                with last_success as (
                  select max(at) at from sign_in_attempt
                  where account = :account and address = :address and succeeded and at > :known),
                failed as (
                  select account = :account as same_account, address = :address as same_address, at
                  from sign_in_attempt
                  where (account = :account or address = :address) and not succeeded and at > :since)
                select
                  count(*) filter (where here), max(at) filter (where here),
                  count(*) filter (where same_address), max(at) filter (where same_address),
                  count(*) filter (where same_account), max(at) filter (where same_account),
                  (select at is not null from last_success)
                from (select f.*, same_account and same_address
                    and f.at > coalesce((select at from last_success), '-infinity') as here from failed f) counted""")
                .param("account", account)
                .param("address", address)
                .param("since", Timestamp.from(now.minus(MEMORY)))
                .param("known", Timestamp.from(now.minus(KNOWN)))
                .query((row, number) -> new Failures(
                        row.getInt(1),
                        instant(row.getTimestamp(2)),
                        row.getInt(3),
                        instant(row.getTimestamp(4)),
                        row.getInt(5),
                        instant(row.getTimestamp(6)),
                        row.getBoolean(7)))
                .single();
    }

    private static long remaining(int failures, int free, @Nullable Instant last, Instant now) {
        if (failures < free || last == null) {
            return 0;
        }
        var delay = Math.min(LONGEST_WAIT, 1L << Math.min(20, failures - free + 1));
        return Math.max(0, delay - Duration.between(last, now).toSeconds());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
