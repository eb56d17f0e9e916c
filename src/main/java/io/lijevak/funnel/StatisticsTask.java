package io.lijevak.funnel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that counts the company's own statistics: at once where there are none, else every ten minutes. */
@Configuration(proxyBeanMethods = false)
class StatisticsTask {
    @Bean
    RecurringTask<Void> learnStatisticsTask(LearnStatistics statistics) {
        return Tasks.recurring("learn-statistics", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> statistics.whenDue());
    }
}
