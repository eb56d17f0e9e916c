package io.lijevak.funnel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the columns with the facts every night, and forgets the changes that nobody waits for any longer. */
@Configuration(proxyBeanMethods = false)
class CheckColumns {
    private static final Logger LOG = LoggerFactory.getLogger(CheckColumns.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

    @Bean
    RecurringTask<Void> checkColumnsTask(Check check) {
        return Tasks.recurring("check-funnel-columns", Schedules.daily(AT_NIGHT))
                .execute((instance, context) -> check.run());
    }

    /** The comparison, within one snapshot of the database. */
    @Component
    static class Check {
        private final LiveColumns live;
        private final ReadColumns reads;
        private final JdbcClient jdbc;
        private final TransactionTemplate inOneSnapshot;

        Check(LiveColumns live, ReadColumns reads, JdbcClient jdbc, PlatformTransactionManager transactions) {
            this.live = live;
            this.reads = reads;
            this.jdbc = jdbc;
            inOneSnapshot = new TransactionTemplate(transactions);
            inOneSnapshot.setReadOnly(true);
            inOneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        }

        void run() {
            live.held().ifPresent(this::compare);
            jdbc.sql("delete from fact_change where at < now() - interval '1 day'")
                    .update();
        }

        private void compare(Columns held) {
            try {
                inOneSnapshot.executeWithoutResult(status -> reads.catchUp(held)
                        .ifPresent(columns -> ColumnSummary.of(columns).mustEqual(ColumnSummary.of(jdbc))));
                LOG.info("the columns of the funnel equal the facts");
            } catch (FactRow.UnfitFacts differing) {
                LOG.error("the columns of the funnel are read anew: {}", differing.getMessage());
                live.forget();
            }
        }
    }
}
