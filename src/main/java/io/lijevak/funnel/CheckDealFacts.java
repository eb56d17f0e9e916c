package io.lijevak.funnel;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compares the facts with the ledger every night, repairs differences and says so in the log. */
@Configuration(proxyBeanMethods = false)
class CheckDealFacts {
    private static final Logger LOG = LoggerFactory.getLogger(CheckDealFacts.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    @Bean
    RecurringTask<Void> checkDealFactsTask(DealFacts facts) {
        return Tasks.recurring("check-deal-facts", Schedules.daily(AT_NIGHT))
                .execute((instance, context) -> check(facts));
    }

    private static void check(DealFacts facts) {
        var differing = facts.differing();
        if (differing.isEmpty()) {
            LOG.info("facts equal the ledger");
        } else {
            facts.repair(differing);
            LOG.error("facts of {} deals differed from the ledger and were repaired: {}", differing.size(), differing);
        }
    }
}
