package io.lijevak.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that one transaction owes however often it is asked for: done once before it commits, for all that was named
 * until then and while it is done; without a transaction at once.
 *
 * @param <T> what the work is about, told apart by {@code equals}
 */
public final class BeforeCommit<T> {
    private final Consumer<List<T>> work;

    public BeforeCommit(Consumer<List<T>> work) {
        this.work = work;
    }

    public void owe(List<T> named) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.accept(named);
        } else if (TransactionSynchronizationManager.getResource(this) instanceof BeforeCommit<?>.Debt debt) {
            debt.add(named);
        } else {
            var debt = new Debt();
            debt.add(named);
            TransactionSynchronizationManager.bindResource(this, debt);
            TransactionSynchronizationManager.registerSynchronization(debt);
        }
    }

    private final class Debt implements TransactionSynchronization {
        private final Set<Object> owed = new LinkedHashSet<>();

        void add(List<?> named) {
            owed.addAll(named);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void beforeCommit(boolean readOnly) {
            while (!owed.isEmpty()) {
                var now = (List<T>) List.copyOf(owed);
                owed.clear();
                work.accept(now);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(BeforeCommit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(BeforeCommit.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(BeforeCommit.this);
        }
    }
}
