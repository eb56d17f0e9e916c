package io.lijevak.funnel;

import io.lijevak.funnel.HistoryRow.Visit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the visits of all deals. */
@Component
class LoadHistory {
    private static final String DEALS = """
            copy (select %s, created_at from %%s f where %s order by deal_id) to stdout (format binary)""".formatted(DealArrays.FIELDS, SnapshotRead.WITHIN);
    /** An amount at leaving that is the one at entry is not sent, one that is not known is no number. */
    private static final String VISITS = """
            copy (select deal_id, stage_id, outcome, entered_at, left_at,
                case when entered_at is null and left_at is null then recorded_at end,
                case when left_at is null then left_recorded_at end,
                entry_potential, nullif(coalesce(exit_potential, 'NaN'), entry_potential)
              from %%s v where %s order by deal_id, seq) to stdout (format binary)""".formatted(SnapshotRead.WITHIN);

    /** Whether a visit of the range was withdrawn that was known at a moment. */
    private static final String WITHDRAWN = """
            select exists (select from stage_visit_past
              where %s and recorded_at < ? and withdrawn_at >= ?)""".formatted(SnapshotRead.WITHIN);

    /** What {@code visits_known} tells where none was, in the order of the index: nothing is compared and sorted. */
    private static final String NEVER_WITHDRAWN = """
            (select deal_id, seq, stage_id, entered_at, recorded_at, entry_potential,
               case when left_recorded_at < %1$s then left_at end as left_at,
               case when left_recorded_at < %1$s then outcome else 'OPEN' end as outcome,
               case when left_recorded_at < %1$s then exit_potential end as exit_potential,
               case when left_recorded_at < %1$s then left_recorded_at end as left_recorded_at
             from stage_visit where recorded_at < %1$s)""";

    private final SnapshotRead snapshots;

    LoadHistory(SnapshotRead snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * The visits of all deals as one snapshot shows them.
     *
     * @param process types whose deals have stages; a deal of another type is one visit as a whole
     * @param then only what was known before this moment; null = all that is known
     * @throws SQLException when the tables are locked, or the database is not there
     */
    History load(Set<Long> process, @Nullable Instant then) throws SQLException, InterruptedException {
        return load(process, then, percent -> {});
    }

    /** The same; {@code progress} is told how many percent are read. */
    History load(Set<Long> process, @Nullable Instant then, IntConsumer progress)
            throws SQLException, InterruptedException {
        return snapshots.all(
                then == null ? SnapshotRead.FACTS : SnapshotRead.KNOWN,
                (connection, range) -> read(connection, range, process, then),
                (snapshot, at, blocks, connection) -> new History(snapshot, at, process, then, blocks),
                progress);
    }

    private static List<HistoryBlock> read(
            Connection connection, SnapshotRead.Range range, Set<Long> process, @Nullable Instant then)
            throws SQLException {
        var deals = new DealArrays(range);
        var created = new long[deals.ids.length];
        FactStream.read(connection, DEALS.formatted(FollowHistory.deals(then)), row -> {
            deals.add(row);
            created[deals.size - 1] = row.moment();
        });
        var blocks = new Blocks(deals, created, process);
        FactStream.read(connection, VISITS.formatted(visits(connection, then)), blocks::visit);
        return blocks.end();
    }

    private static String visits(Connection connection, @Nullable Instant then) throws SQLException {
        return then == null || isWithdrawn(connection, then)
                ? FollowHistory.visits(then)
                : NEVER_WITHDRAWN.formatted("timestamptz '" + then + "'");
    }

    private static boolean isWithdrawn(Connection connection, Instant then) throws SQLException {
        try (var withdrawn = connection.prepareStatement(WITHDRAWN)) {
            withdrawn.setObject(1, then.atOffset(ZoneOffset.UTC));
            withdrawn.setObject(2, then.atOffset(ZoneOffset.UTC));
            try (var row = withdrawn.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Makes blocks of deals and the visits that follow in the same order. */
    private static final class Blocks {
        private final List<HistoryBlock> blocks = new ArrayList<>();
        private final HistoryBuilder builder = new HistoryBuilder();
        private final DealArrays deals;
        private final long[] created;
        private final Set<Long> process;
        private int deal = -1;
        private boolean ofProcess;

        Blocks(DealArrays deals, long[] created, Set<Long> process) {
            this.deals = deals;
            this.created = created;
            this.process = process;
        }

        void visit(FactStream row) {
            var id = row.number();
            while (deal < 0 || deal < deals.size && deals.ids[deal] < id) {
                next();
            }
            var stage = row.number();
            var outcome = HistoryRow.outcome(row.letters());
            var entered = row.moment();
            var left = row.moment();
            var noted = row.moment();
            var leftNoted = row.moment();
            var entry = row.amount();
            var exit = row.amountUnless(entry);
            if (deal < deals.size && deals.ids[deal] == id && ofProcess) {
                builder.visit(new Visit(stage, outcome, entered, left, noted, leftNoted, entry, exit));
            }
        }

        private void next() {
            if (deal >= 0) {
                builder.end();
            }
            deal++;
            if (deal > 0 && (deal == deals.size || Block.key(deals.ids[deal]) != Block.key(deals.ids[deal - 1]))) {
                blocks.add(builder.build());
            }
            if (deal < deals.size) {
                begin();
            }
        }

        private void begin() {
            builder.deal(
                    deals.ids[deal],
                    deals.types[deal],
                    deals.owners[deal],
                    deals.sources[deal],
                    deals.potentials[deal],
                    deals.opened[deal]);
            ofProcess = process.contains(deals.types[deal]);
            if (!ofProcess) {
                builder.visit(
                        HistoryRow.whole(deals.states[deal], deals.opened[deal], deals.closed[deal], created[deal]));
            }
        }

        List<HistoryBlock> end() {
            while (deal < deals.size) {
                next();
            }
            return blocks;
        }
    }
}
