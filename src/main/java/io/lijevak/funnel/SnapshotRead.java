package io.lijevak.funnel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads all deals of one snapshot of the database, range by range, by two connections that share it. */
@Component
class SnapshotRead {
    private static final int CONNECTIONS = 2;
    private static final int BLOCKS_AT_ONCE = 16;
    /** Never wait for a table while another is held: who empties all of them would wait for us. */
    private static final String LOCK =
            "lock table fact_change, deal_fact, stage_fact, stage_visit, deal, deal_past, stage_visit_past in access share mode nowait";

    /** The least id from one on: of the deals there are. */
    static final String FACTS = "select min(deal_id) from deal_fact where deal_id >= ?";

    /** The same of those that are or were. */
    static final String KNOWN = """
            select least((select id from deal where id >= given.id order by id limit 1),
              (select deal_id from deal_past where deal_id >= given.id order by deal_id limit 1))
            from (select cast(? as bigint) as id) given""";

    /** Which deals of {@link Range} a statement reads. */
    static final String WITHIN = """
            deal_id >= cast(current_setting('lijevak.from') as bigint)
              and deal_id < cast(current_setting('lijevak.until') as bigint)""";

    private final DataSource source;

    SnapshotRead(DataSource source) {
        this.source = source;
    }

    /** A range of ids, of whole blocks, that are read together: those that {@link #WITHIN} holds. */
    record Range(long from, long until) {}

    /** Reads the deals of a range as blocks in their order. */
    @FunctionalInterface
    interface Reader<B> {
        List<B> read(Connection connection, Range range) throws SQLException;
    }

    /** What is made of all blocks, while the connection still sees the snapshot that they were read from. */
    @FunctionalInterface
    interface Maker<B, T> {
        T make(String snapshot, Instant at, List<B> blocks, Connection connection) throws SQLException;
    }

    /**
     * All deals as one snapshot shows them.
     *
     * @param least {@link #FACTS} or {@link #KNOWN}
     * @throws SQLException when the tables are locked, or the database is not there
     */
    <B, T> T all(String least, Reader<B> reader, Maker<B, T> maker) throws SQLException, InterruptedException {
        return all(least, reader, maker, percent -> {});
    }

    /** The same; {@code progress} is told how many percent of the ranges are read. */
    <B, T> T all(String least, Reader<B> reader, Maker<B, T> maker, IntConsumer progress)
            throws SQLException, InterruptedException {
        try (var first = source.getConnection()) {
            return inSnapshot(first, null, () -> all(first, least, reader, maker, progress));
        }
    }

    private <B, T> T all(Connection first, String least, Reader<B> reader, Maker<B, T> maker, IntConsumer progress)
            throws SQLException, InterruptedException {
        var snapshot = single(first, "select pg_export_snapshot()");
        var name = single(first, "select cast(pg_current_snapshot() as text)");
        var moment = OffsetDateTime.parse(
                        single(first, "select to_json(now())::text").replace("\"", ""))
                .toInstant();
        var all = ranges(first, least);
        var ranges = all.iterator();
        var blocks = new TreeMap<Long, List<B>>();
        Reader<B> told = (connection, range) -> {
            var read = reader.read(connection, range);
            progress.accept(percent(blocks, all.size()));
            return read;
        };
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var work = new ArrayList<Future<?>>();
            for (var i = 1; i < CONNECTIONS; i++) {
                work.add(threads.submit(() -> {
                    try (var other = source.getConnection()) {
                        return inSnapshot(other, snapshot, () -> read(other, ranges, told, blocks));
                    }
                }));
            }
            work.add(threads.submit(() -> read(first, ranges, told, blocks)));
            for (var one : work) {
                done(one);
            }
        }
        return maker.make(
                name, moment, blocks.values().stream().flatMap(List::stream).toList(), first);
    }

    /** With the range that is read and not yet among the blocks. */
    private static int percent(TreeMap<Long, ?> blocks, int ranges) {
        synchronized (blocks) {
            return 100 * (blocks.size() + 1) / ranges;
        }
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
            statement.execute("set local work_mem = '64MB'"); // what was known is sorted range by range
            statement.execute("set local random_page_cost = 1"); // rows lie in the order of their deals
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

    private static List<Range> ranges(Connection connection, String leastFrom) throws SQLException {
        var ranges = new ArrayList<Range>();
        var length = (long) BLOCKS_AT_ONCE << Block.BITS;
        try (var next = connection.prepareStatement(leastFrom)) {
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

    private static <B> boolean read(
            Connection connection, Iterator<Range> ranges, Reader<B> reader, TreeMap<Long, List<B>> blocks)
            throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            Range range;
            synchronized (blocks) {
                if (!ranges.hasNext()) {
                    return true;
                }
                range = ranges.next();
            }
            set(connection, "lijevak.from", range.from());
            set(connection, "lijevak.until", range.until());
            var read = reader.read(connection, range);
            synchronized (blocks) {
                blocks.put(range.from(), read);
            }
        }
        return false;
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
