package io.lijevak.funnel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that keeps how deals stood when a day is over, and then tells some earlier days again to compare them. */
@Configuration(proxyBeanMethods = false)
class KeepSnapshotsTask {
    private static final Logger LOG = LoggerFactory.getLogger(KeepSnapshotsTask.class);
    private static final int COMPARED = 7;

    @Bean
    RecurringTask<Void> keepDealSnapshots(DealSnapshots snapshots) {
        return Tasks.recurring("keep-deal-snapshots", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    if (snapshots.keepWhenOver()) {
                        compare(snapshots);
                    }
                });
    }

    private static void compare(DealSnapshots snapshots) {
        var differing = snapshots.differing(COMPARED);
        if (differing.isEmpty()) {
            LOG.info("past days are told as they were kept");
        } else {
            LOG.error("past days are told otherwise than they were kept: {}", differing);
        }
    }
}
