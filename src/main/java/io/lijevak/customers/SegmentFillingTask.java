package io.lijevak.customers;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.lijevak.users.CurrentUsers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that fills a segment with many customers, with the rights its author has by then; its instance is the filling. */
@Configuration(proxyBeanMethods = false)
class SegmentFillingTask {
    static final String NAME = "segment-filling";

    @Bean
    OneTimeTask<Void> segmentFillingJob(FillSegment fill, SegmentFillings fillings, CurrentUsers users, Clock clock) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
                .execute((instance, context) -> {
                    var id = Long.parseLong(instance.getId());
                    fillings.author(id)
                            .ifPresent(author -> users.find(author)
                                    .ifPresentOrElse(
                                            user -> fill.perform(id, user),
                                            () -> fillings.end(id, SegmentFillings.Came.NOBODY, clock.instant())));
                });
    }
}
