package io.lijevak.overview;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.lijevak.platform.Companies;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that keeps every hour who needs help, so that a week later it can be compared. */
@Configuration(proxyBeanMethods = false)
class KeepNeedsTask {
    @Bean
    RecurringTask<Void> keepNeedsOfPeople(PeopleInNeed people, Companies companies, Clock clock) {
        return Tasks.recurring("keep-needs-of-people", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) ->
                        companies.find().ifPresent(company -> people.keep(clock.instant(), company.today(clock))));
    }
}
