package io.lijevak.process;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends pauses of processes when their time is over; the engine's own timers are off. */
@Configuration(proxyBeanMethods = false)
class Pauses {
    private static final Duration OFTEN = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> endPausesTask(EndPauses pauses) {
        return Tasks.recurring("end-pauses", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> pauses.due());
    }
}
