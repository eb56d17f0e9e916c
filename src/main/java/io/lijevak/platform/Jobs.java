package io.lijevak.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work for the background, enqueued in the current transaction and begun as soon as that commits. */
@Component
public class Jobs {
    private final ObjectProvider<Scheduler> scheduler; // the jobs it runs need those who enqueue them
    private final Clock clock;

    Jobs(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** The same when so much time is over. */
    public void beginIn(Duration time, String job, String work) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        new TaskInstance<>(job, work), clock.instant().plus(time));
    }

    /** Lets the job of the name do the work, once however often it is asked for before it begins. */
    public void begin(String job, String work) {
        var jobs = scheduler.getObject();
        jobs.scheduleIfNotExists(new TaskInstance<>(job, work), clock.instant());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // The scheduler looked at once, and saw nothing yet: without this it would look again only at its next
            // turn.
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    jobs.triggerCheckForDueExecutions();
                }
            });
        }
    }
}
