package io.lijevak.deals;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that does something with many deals, with the rights its author has by then; its instance names the work. */
@Configuration(proxyBeanMethods = false)
class DealActionTask {
    static final String NAME = "deal-action";
    static final String DO = "do-";
    static final String UNDO = "undo-";

    @Bean
    OneTimeTask<Void> dealActionJob(ActOnDeals act, DealActions actions, CurrentUsers users) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
                .execute((instance, context) -> perform(instance.getId(), act, actions, users));
    }

    private static void perform(String work, ActOnDeals act, DealActions actions, CurrentUsers users) {
        var id = Long.parseLong(work.substring(work.indexOf('-') + 1));
        users.find(new PersonId(actions.require(id).person())).ifPresent(user -> {
            if (work.startsWith(UNDO)) {
                act.takeBack(id, user);
            } else {
                act.perform(id, user);
            }
        });
    }
}
