package io.lijevak.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night removes contents that no row names: of uploads that were refused, or broken off. */
@Configuration(proxyBeanMethods = false)
class RemoveOrphanFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RemoveOrphanFiles.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> removeOrphanFilesTask(OrphanFiles orphans) {
        return Tasks.recurring("remove-orphan-files", Schedules.daily(AT_NIGHT))
                .execute((instance, context) -> LOG.info("{} orphan files removed", orphans.remove()));
    }
}
