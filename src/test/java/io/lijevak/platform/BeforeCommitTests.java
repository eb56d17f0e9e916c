package io.lijevak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Owed work is done once a transaction, for everything named. */
@LijevakTest
class BeforeCommitTests {
    private final List<List<Long>> done = new ArrayList<>();
    private final BeforeCommit<Long> work = new BeforeCommit<>(done::add);

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void isDoneOnceForAllThatWasNamed() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            work.owe(List.of(1L));
            work.owe(List.of(2L, 1L));
            assertThat(done).isEmpty();
        });

        assertThat(done).containsExactly(List.of(1L, 2L));
    }

    @Test
    void isDoneAgainForWhatTheWorkItselfNames() {
        var chain = new ArrayList<Long>();
        var steps = new ArrayList<BeforeCommit<Long>>();
        steps.add(new BeforeCommit<>(named -> {
            chain.addAll(named);
            if (chain.size() < 3) {
                steps.getFirst().owe(List.of((long) chain.size()));
            }
        }));

        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> steps.getFirst().owe(List.of(0L)));

        assertThat(chain).containsExactly(0L, 1L, 2L);
    }

    @Test
    void isNotDoneWhenTheTransactionIsTakenBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            work.owe(List.of(1L));
            status.setRollbackOnly();
        });

        assertThat(done).isEmpty();
    }

    @Test
    void keepsApartWhatAnInnerTransactionOwes() {
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            work.owe(List.of(1L));
            inner.executeWithoutResult(within -> work.owe(List.of(2L)));
            assertThat(done).containsExactly(List.of(2L));
        });

        assertThat(done).containsExactly(List.of(2L), List.of(1L));
    }

    @Test
    void isDoneAtOnceWithoutATransaction() {
        work.owe(List.of(1L));

        assertThat(done).containsExactly(List.of(1L));
    }
}
