package io.lijevak.funnel;

import io.lijevak.funnel.FactRow.Gathered;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Reads all facts of one snapshot of the database into columns, by two connections that share it, and compares numbers
 * and sums with those that SQL gives of the same snapshot.
 */
@Component
class LoadColumns {
    private static final int CONNECTIONS = 2;
    private static final int BLOCKS_AT_ONCE = 16;
    /** Never wait for a table while another is held: who empties all of them would wait for us. */
    private static final String LOCK = "lock table fact_change, deal_fact, stage_fact in access share mode nowait";

    private static final String WITHIN = """
            deal_id >= cast(current_setting('lijevak.from') as bigint)
              and deal_id < cast(current_setting('lijevak.until') as bigint)""";
    private static final String DEALS = """
            copy (select deal_id, type_id, state, responsible_id, source_id, potential, opened_at, closed_at
              from deal_fact where %s) to stdout (format binary)""".formatted(WITHIN);
    private static final String STAGES = """
            copy (select deal_id, stage_id, outcome, seconds, entry_potential, exit_potential, standing, open_since
              from stage_fact where %s and outcome not in ('SKIPPED', 'SWITCHED')) to stdout (format binary)""".formatted(WITHIN);

    private final DataSource source;

    LoadColumns(DataSource source) {
        this.source = source;
    }

    /** A range of ids whose facts are read together. */
    private record Range(long from, long until) {}

    /**
     * All facts as one snapshot shows them.
     *
     * @throws SQLException when the tables are locked, or the database is not there
     * @throws FactRow.UnfitFacts when columns cannot hold the facts, or sum up to something else than SQL does
     */
    Columns load() throws SQLException, InterruptedException {
        try (var first = source.getConnection()) {
            return inSnapshot(first, null, () -> load(first));
        }
    }

    private Columns load(Connection first) throws SQLException, InterruptedException {
        var snapshot = single(first, "select pg_export_snapshot()");
        var name = single(first, "select cast(pg_current_snapshot() as text)");
        var moment = OffsetDateTime.parse(
                        single(first, "select to_json(now())::text").replace("\"", ""))
                .toInstant();
        var ranges = ranges(first).iterator();
        var blocks = new TreeMap<Long, Block>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var work = new ArrayList<Future<?>>();
            for (var i = 1; i < CONNECTIONS; i++) {
                work.add(threads.submit(() -> {
                    try (var other = source.getConnection()) {
                        return inSnapshot(other, snapshot, () -> readAll(other, ranges, blocks));
                    }
                }));
            }
            work.add(threads.submit(() -> readAll(first, ranges, blocks)));
            for (var one : work) {
                done(one);
            }
        }
        var columns = new Columns(name, moment, List.copyOf(blocks.values()));
        ColumnSummary.of(columns)
                .mustEqual(ColumnSummary.of(JdbcClient.create(new SingleConnectionDataSource(first, true))));
        return columns;
    }

    private static void done(Future<?> work) throws SQLException, InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Runs the work in a transaction that sees one snapshot: a new one, or that of the given name. */
    private static <T> T inSnapshot(Connection connection, @Nullable String snapshot, Callable<T> work)
            throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            if (snapshot != null) {
                statement.execute("set transaction snapshot " + statement.enquoteLiteral(snapshot));
            }
            statement.execute(LOCK);
            return work.call();
        } catch (SQLException | InterruptedException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<Range> ranges(Connection connection) throws SQLException {
        var ranges = new ArrayList<Range>();
        var length = (long) BLOCKS_AT_ONCE << Block.BITS;
        try (var next = connection.prepareStatement("select min(deal_id) from deal_fact where deal_id >= ?")) {
            for (var from = Long.MIN_VALUE; ; ) {
                next.setLong(1, from);
                try (var row = next.executeQuery()) {
                    row.next();
                    var least = row.getLong(1);
                    if (row.wasNull()) {
                        return ranges;
                    }
                    var begin = least - Math.floorMod(least, length);
                    ranges.add(new Range(begin, begin + length));
                    from = begin + length;
                }
            }
        }
    }

    private static boolean readAll(Connection connection, java.util.Iterator<Range> ranges, TreeMap<Long, Block> blocks)
            throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            Range range;
            synchronized (blocks) {
                if (!ranges.hasNext()) {
                    return true;
                }
                range = ranges.next();
            }
            var read = read(connection, range);
            synchronized (blocks) {
                read.forEach(block -> blocks.put(block.key(), block));
            }
        }
        return false;
    }

    private static List<Block> read(Connection connection, Range range) throws SQLException {
        set(connection, "lijevak.from", range.from());
        set(connection, "lijevak.until", range.until());
        var deals = new @Nullable Gathered[(int) (range.until() - range.from())];
        FactStream.read(connection, DEALS, row -> {
            var id = row.number();
            var deal = new Gathered(id);
            deal.deal(row.number(), FactRow.outcome(row.letter()), row.number(), row.number(), row.amount());
            deal.times(row.moment(), row.moment());
            deals[(int) (id - range.from())] = deal;
        });
        FactStream.read(connection, STAGES, row -> {
            var deal = Objects.requireNonNull(deals[(int) (row.number() - range.from())]);
            var stage = new FactRow.Stage(
                    row.number(), FactRow.outcome(row.letter()), row.number(), row.amount(), row.amount());
            deal.stage(stage, row.bool(), row.moment());
        });
        return blocks(deals);
    }

    private static List<Block> blocks(@Nullable Gathered[] deals) {
        var blocks = new ArrayList<Block>();
        var rows = new ArrayList<FactRow>();
        for (var i = 0; i < deals.length; i++) {
            var deal = deals[i];
            if (deal != null) {
                rows.add(deal.row());
            }
            if ((i + 1) % (1 << Block.BITS) == 0 && !rows.isEmpty()) {
                blocks.add(new Block(rows));
                rows.clear();
            }
        }
        return blocks;
    }

    private static void set(Connection connection, String setting, long value) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, Long.toString(value));
            statement.executeQuery();
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
