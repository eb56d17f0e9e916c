package io.lijevak.deals;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that begins processes of imported deals, and the one that looks whether any was missed. */
@Configuration(proxyBeanMethods = false)
class MissingRunTasks {
    static final String NAME = "begin-imported-runs";

    @Bean
    OneTimeTask<Void> beginImportedRunsTask(BeginMissingRuns runs) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
                .execute((instance, context) -> runs.all());
    }

    @Bean
    RecurringTask<Void> beginMissingRunsTask(BeginMissingRuns runs) {
        return Tasks.recurring("begin-missing-runs", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> runs.all());
    }
}
