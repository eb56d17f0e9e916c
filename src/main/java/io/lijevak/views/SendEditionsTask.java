package io.lijevak.views;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that sends views by mail, every minute what is due by then. */
@Configuration(proxyBeanMethods = false)
class SendEditionsTask {
    @Bean
    RecurringTask<Void> sendEditions(SendEditions editions) {
        return Tasks.recurring("send-editions", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> editions.now());
    }
}
