package io.lijevak.imports;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that does the work of imports; its instance names the work. */
@Configuration(proxyBeanMethods = false)
class ImportTasks {
    static final String NAME = "import";

    @Bean
    OneTimeTask<Void> importTask(ImportWork work) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
                .execute((instance, context) ->
                        work.perform(instance.getId(), context.getExecution().consecutiveFailures));
    }
}
