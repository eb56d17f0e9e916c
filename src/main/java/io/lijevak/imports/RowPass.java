package io.lijevak.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes over a file in batches. Each batch is one transaction together with what became of its rows, so that a run cut
 * short goes on behind the last batch. A row that the database refuses fails alone.
 */
@Component
class RowPass {
    static final int BATCH = 1_000;
    private final List<Records> kinds;
    private final PassOpening opening;
    private final RowWriter writer;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    RowPass(
            List<Records> kinds,
            PassOpening opening,
            RowWriter writer,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.kinds = kinds;
        this.opening = opening;
        this.writer = writer;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** The rows of one pass while they are gathered. */
    private final class Batches {
        private final Records records;
        private final Pass pass;
        private final Matching matching;
        private final Resolving resolving;
        private final WrittenRows written;
        private final AmountSums sums = new AmountSums();
        private final List<Draft> drafts = new ArrayList<>();

        Batches(Records records, Pass pass) {
            this.records = records;
            this.pass = pass;
            this.matching = new Matching(records, pass);
            this.resolving = new Resolving(pass);
            this.written = WrittenRows.of(jdbc, pass);
        }

        void add(SheetRow row) {
            var draft = records.draft(new RowFields(row, pass.job().columns()), pass);
            if (written.contains(row.number())) {
                sums.add(draft, written.record(row.number()) != 0);
                if (!written.failed(row.number())) {
                    if (draft.keys().isEmpty()) {
                        resolving.resolve(draft);
                    }
                    matching.register(draft);
                    matching.latest(draft, written.record(row.number()));
                }
                return;
            }
            drafts.add(draft);
            if (drafts.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            if (drafts.isEmpty()) {
                return;
            }
            drafts.forEach(resolving::resolve);
            try {
                write(drafts);
            } catch (NonTransientDataAccessException e) {
                if (!pass.job().writes() || drafts.size() == 1 && isLost(e)) {
                    throw e;
                }
                drafts.forEach(this::alone);
            }
            drafts.clear();
        }

        private void write(List<Draft> some) {
            var decided = transaction.execute(status -> {
                // Fresh tables have no statistics yet, and a scan of all rows for each row would be chosen, or was for
                // one.
                jdbc.sql("""
                        select set_config('enable_seqscan', 'off', true)
                          || set_config('plan_cache_mode', 'force_custom_plan', true)""").query(String.class).single();
                var decisions = matching.decide(some);
                if (pass.job().writes()) {
                    writer.write(records, decisions, pass.job());
                } else {
                    writer.rows(decisions, pass.job());
                }
                return decisions;
            });
            Objects.requireNonNull(decided).forEach(decision -> sums.add(decision.draft(), decision.isTaken()));
        }

        private void alone(Draft draft) {
            try {
                write(List.of(draft));
            } catch (NonTransientDataAccessException e) {
                if (isLost(e)) {
                    throw e;
                }
                draft.problem(RowProblem.error("", "refused"));
                transaction.executeWithoutResult(
                        status -> writer.rows(List.of(new Decision(draft, Decision.Verdict.ERROR, null)), pass.job()));
                sums.add(draft, false);
            }
        }

        /** Whether the database itself is away, rather than refusing the row. */
        private static boolean isLost(DataAccessException e) {
            return e instanceof org.springframework.dao.NonTransientDataAccessResourceException;
        }
    }

    /** Checks or writes every row that was not written before; gives what a dry run found. */
    Findings go(Job job) {
        var records = kinds.stream()
                .filter(kind -> kind.kind() == job.kind())
                .findFirst()
                .orElseThrow();
        var pass = opening.open(job, records);
        var batches = new Batches(records, pass);
        job.table().records(row -> {
            batches.add(row);
            return true;
        });
        batches.flush();
        return new Findings(pass.references().findings(), PassOpening.newTypes(pass), batches.sums.all());
    }
}
