package io.lijevak.funnel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets every night, on one instance, the changes that nobody waits for any longer, and compares, on each instance, what
 * it has in memory with the database.
 */
@Configuration(proxyBeanMethods = false)
class CheckColumns {
    private static final Logger LOG = LoggerFactory.getLogger(CheckColumns.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

    @Bean
    RecurringTask<Void> checkColumnsTask(JdbcClient jdbc) {
        return Tasks.recurring("check-funnel-columns", Schedules.daily(AT_NIGHT))
                .execute((instance, context) -> jdbc.sql("delete from fact_change where at < now() - interval '1 day'")
                        .update());
    }

    /** Runs the comparison at night while the application runs: jobs of the database run on one instance only. */
    @Component
    static class EachNight implements SmartLifecycle {
        private final Check check;
        private final Clock clock;
        private volatile @Nullable ScheduledExecutorService nights;

        EachNight(Check check, Clock clock) {
            this.check = check;
            this.clock = clock;
        }

        @Override
        public void start() {
            var thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("check-columns").factory());
            var now = clock.instant().atZone(clock.getZone());
            var next = now.with(AT_NIGHT).isAfter(now)
                    ? now.with(AT_NIGHT)
                    : now.with(AT_NIGHT).plusDays(1);
            thread.scheduleAtFixedRate(
                    check::run,
                    Duration.between(now, next).toSeconds(),
                    Duration.ofDays(1).toSeconds(),
                    TimeUnit.SECONDS);
            nights = thread;
        }

        @Override
        public void stop() {
            var thread = nights;
            nights = null;
            if (thread != null) {
                thread.shutdownNow();
            }
        }

        @Override
        public boolean isRunning() {
            return nights != null;
        }
    }

    /** The comparison, each within one snapshot of the database. */
    @Component
    static class Check {
        private final LiveColumns live;
        private final ReadColumns reads;
        private final LiveHistory past;
        private final FollowHistory follows;
        private final OneSnapshot snapshot;

        Check(LiveColumns live, ReadColumns reads, LiveHistory past, FollowHistory follows, OneSnapshot snapshot) {
            this.live = live;
            this.reads = reads;
            this.past = past;
            this.follows = follows;
            this.snapshot = snapshot;
        }

        void run() {
            live.held()
                    .ifPresent(held -> compare(
                            "columns",
                            live::forget,
                            jdbc -> reads.catchUp(held)
                                    .ifPresent(columns -> ColumnSummary.of(columns.blocks())
                                            .mustEqual(ColumnSummary.of(jdbc, Long.MIN_VALUE)))));
            past.held()
                    .ifPresent(held -> compare(
                            "visits",
                            past::forget,
                            jdbc -> follows.catchUp(held)
                                    .ifPresent(visits -> HistorySummary.of(visits)
                                            .mustEqual(HistorySummary.of(jdbc, visits.process())))));
        }

        private void compare(String what, Runnable forget, Consumer<JdbcClient> comparison) {
            try {
                snapshot.read(jdbc -> {
                    comparison.accept(jdbc);
                    return true;
                });
                LOG.info("the {} of the funnel equal the database", what);
            } catch (FactRow.UnfitFacts differing) {
                LOG.error("the {} of the funnel are read anew: {}", what, differing.getMessage());
                forget.run();
            } catch (DataAccessException failure) {
                LOG.warn("the {} of the funnel could not be compared: {}", what, failure.getMessage());
            }
        }
    }
}
