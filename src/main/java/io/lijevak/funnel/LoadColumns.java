package io.lijevak.funnel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Reads all facts into columns, and compares the sums of the newest with those that SQL gives of the same snapshot. */
@Component
class LoadColumns {
    private static final String DEALS = """
            copy (select %s from deal_fact where %s order by deal_id) to stdout (format binary)""".formatted(DealArrays.FIELDS, SnapshotRead.WITHIN);
    /** An amount that is the present one is not sent, one that is not known is no number. */
    private static final String STAGES = """
            copy (select deal_id, stage_id, outcome, seconds, nullif(coalesce(entry_potential, 'NaN'), potential),
                nullif(coalesce(exit_potential, 'NaN'), potential), open_since
              from stage_fact where %s and outcome not in ('SKIPPED', 'SWITCHED') order by deal_id) to stdout (format binary)""".formatted(SnapshotRead.WITHIN);

    /** Blocks whose sums are compared at once; those of all others at night. */
    private static final int COMPARED = 32;

    private final SnapshotRead snapshots;

    LoadColumns(SnapshotRead snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * All facts as one snapshot shows them.
     *
     * @throws SQLException when the tables are locked, or the database is not there
     * @throws FactRow.UnfitFacts when columns cannot hold the facts, or sum up to something else than SQL does
     */
    Columns load() throws SQLException, InterruptedException {
        return snapshots.all(LoadColumns::read, (snapshot, at, blocks, connection) -> {
            var newest = blocks.subList(Math.max(0, blocks.size() - COMPARED), blocks.size());
            if (!newest.isEmpty()) {
                var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                ColumnSummary.of(newest)
                        .mustEqual(ColumnSummary.of(jdbc, newest.getFirst().id(0)));
            }
            return new Columns(snapshot, at, blocks);
        });
    }

    private static List<Block> read(Connection connection, SnapshotRead.Range range) throws SQLException {
        var deals = new DealArrays(range);
        FactStream.read(connection, DEALS, deals::add);
        var blocks = new Blocks(deals);
        FactStream.read(connection, STAGES, blocks::stage);
        return blocks.end();
    }

    /** Makes blocks of deals and the stages that follow in the same order. */
    private static final class Blocks {
        private final List<Block> blocks = new ArrayList<>();
        private final BlockBuilder builder = new BlockBuilder();
        private final DealArrays deals;
        private int deal = -1;

        Blocks(DealArrays deals) {
            this.deals = deals;
        }

        void stage(FactStream row) {
            var id = row.number();
            while (deal < 0 || deals.ids[deal] != id) {
                next();
            }
            var stage = row.number();
            var potential = deals.potentials[deal];
            builder.stage(
                    stage,
                    FactRow.outcome(row.letter()),
                    row.number(),
                    row.amountUnless(potential),
                    row.amountUnless(potential),
                    stage == deals.stages[deal],
                    row.moment());
        }

        private void next() {
            if (deal >= 0) {
                builder.end(deals.opened[deal], deals.closed[deal]);
            }
            deal++;
            if (deal > 0 && (deal == deals.size || Block.key(deals.ids[deal]) != Block.key(deals.ids[deal - 1]))) {
                blocks.add(builder.build());
            }
            if (deal < deals.size) {
                builder.deal(
                        deals.ids[deal],
                        deals.types[deal],
                        deals.states[deal],
                        deals.owners[deal],
                        deals.sources[deal],
                        deals.potentials[deal]);
            }
        }

        List<Block> end() {
            while (deal < deals.size) {
                next();
            }
            return blocks;
        }
    }
}
