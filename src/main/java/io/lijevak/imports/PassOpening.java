package io.lijevak.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a pass: reads the keys of stored records and finds or makes the stages. */
@Component
class PassOpening {
    private final JdbcClient jdbc;
    private final ReferenceRows references;
    private final PlanStages stages;
    private final CustomerRecords customers;
    private final TransactionTemplate transaction;

    PassOpening(
            JdbcClient jdbc,
            ReferenceRows references,
            PlanStages stages,
            CustomerRecords customers,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.references = references;
        this.stages = stages;
        this.customers = customers;
        this.transaction = transaction;
    }

    Pass open(Job job, Records records) {
        var plan = plan(job);
        var index = new KeyIndex();
        records.index(index);
        var names = index;
        if (job.kind() == ImportKind.DEALS) {
            names = new KeyIndex();
            customers.index(names);
        }
        return new Pass(
                job, new References(job, references, new CustomerNames(jdbc, names)), plan, Pass.Keys.over(index));
    }

    private @Nullable StagePlan plan(Job job) {
        if (job.kind() != ImportKind.DEALS) {
            return null;
        }
        return Objects.requireNonNull(transaction.execute(status -> stages.plan(job)));
    }

    /** Deal types that the run will create. */
    static List<Findings.NewType> newTypes(Pass pass) {
        var types = new ArrayList<Findings.NewType>();
        var plan = pass.plan();
        if (plan != null) {
            plan.routes().values().stream()
                    .filter(StagePlan.Route::isNew)
                    .forEach(route -> types.add(new Findings.NewType(
                            route.name(),
                            route.stops().stream().map(StagePlan.Stop::name).toList())));
        }
        return types;
    }
}
