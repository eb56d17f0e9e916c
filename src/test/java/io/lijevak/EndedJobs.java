package io.lijevak;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Hears when a job of the background has ended, for tests that wait for its work. */
@Component
public class EndedJobs extends AbstractSchedulerListener {
    private static final long LONGEST = 300_000;

    @Override
    public synchronized void onExecutionComplete(ExecutionComplete ended) {
        notifyAll();
    }

    /** Waits for as many jobs to end as it takes until the condition holds. */
    public synchronized void awaitUntil(BooleanSupplier done) {
        var deadline = System.currentTimeMillis() + LONGEST;
        try {
            while (!done.getAsBoolean()) {
                var left = deadline - System.currentTimeMillis();
                if (left <= 0) {
                    throw new IllegalStateException("the work does not end");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
