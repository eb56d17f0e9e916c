package io.lijevak.funnel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Reads all facts into columns, and compares their sums with those that SQL gives of the same snapshot. */
@Component
class LoadColumns {
    private static final String DEALS = """
            copy (select deal_id, type_id, state, responsible_id, source_id, potential, opened_at, closed_at, open_since, path,
                stays, amounts
              from deal_fact where %s order by deal_id) to stdout (format binary)""".formatted(SnapshotRead.WITHIN);

    /** The newest blocks, of which the sums by stage are compared at once too; those of all others at night. */
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
        return snapshots.all(SnapshotRead.FACTS, LoadColumns::read, (snapshot, at, blocks, connection) -> {
            var newest = blocks.subList(Math.max(0, blocks.size() - COMPARED), blocks.size());
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            ColumnSummary.deals(blocks).mustEqual(ColumnSummary.deals(jdbc));
            if (!newest.isEmpty()) {
                ColumnSummary.of(newest)
                        .mustEqual(ColumnSummary.of(jdbc, newest.getFirst().id(0)));
            }
            return new Columns(snapshot, at, blocks);
        });
    }

    private static List<Block> read(Connection connection, SnapshotRead.Range range) throws SQLException {
        var blocks = new Blocks();
        FactStream.read(connection, DEALS, blocks::deal);
        return blocks.end();
    }

    /** Makes blocks of deals in the order of their ids. */
    private static final class Blocks {
        private final List<Block> blocks = new ArrayList<>();
        private final BlockBuilder builder = new BlockBuilder();
        private long key;

        void deal(FactStream row) {
            var id = row.number();
            if (builder.deals > 0 && Block.key(id) != key) {
                blocks.add(builder.build());
            }
            key = Block.key(id);
            var type = row.number();
            var state = FactRow.outcome(row.letter());
            var owner = row.number();
            var source = row.number();
            var potential = row.amount();
            builder.deal(id, type, state, owner, source, potential);
            var opened = row.moment();
            var closed = row.moment();
            try {
                stages(potential, row.moment(), row.bytes(), row.bytes(), row.bytes());
            } catch (BufferUnderflowException e) {
                throw new FactRow.UnfitFacts("the stages of deal " + id + " and what is kept of them differ in number");
            }
            builder.end(opened, closed);
        }

        /** The stages of a path, as the migration that brought them tells. */
        private void stages(long potential, long openSince, ByteBuffer path, ByteBuffer stays, ByteBuffer amounts) {
            var differ = amounts.hasRemaining();
            while (path.hasRemaining()) {
                var stage = 0L;
                var next = path.get();
                while (next >= '0' && next <= '9') {
                    stage = stage * 10 + next - '0';
                    next = path.get();
                }
                var outcome = FactRow.outcome((char) Character.toUpperCase(next));
                var isOpen = outcome == FactRow.OPEN;
                builder.stage(
                        stage,
                        outcome,
                        stays.getLong(),
                        differ ? minor(amounts) : potential,
                        differ ? minor(amounts) : isOpen ? Numbers.UNKNOWN : potential,
                        Character.isLowerCase(next),
                        isOpen ? openSince : Numbers.UNKNOWN);
                if (path.hasRemaining()) {
                    path.get();
                }
            }
        }

        private static long minor(ByteBuffer amounts) {
            var minor = amounts.getLong();
            if (minor == Long.MAX_VALUE) {
                throw new FactRow.UnfitFacts("an amount is too large");
            }
            return minor;
        }

        List<Block> end() {
            if (builder.deals > 0) {
                blocks.add(builder.build());
            }
            return blocks;
        }
    }
}
