package io.lijevak.funnel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The visits of all deals as one snapshot of the database shows them. Immutable.
 *
 * @param snapshot of the database, as it names it
 * @param at the moment of the snapshot by the clock of the database
 * @param process types whose deals have stages
 * @param then what was known before this moment; null = what is known
 */
record History(
        String snapshot,
        Instant at,
        Set<Long> process,
        @Nullable Instant then,
        List<HistoryBlock> blocks) {

    /** The same blocks, but for those that hold changed deals; {@code changed} are all ids, {@code rows} those that still are. */
    History with(String newSnapshot, Instant newMoment, Collection<Long> changed, Map<Long, HistoryRow> rows) {
        var builder = new HistoryBuilder();
        var merged = changed.isEmpty()
                ? blocks
                : DealBlock.changed(blocks, changed, new DealBlock.Maker<>() {
                    @Override
                    public void copy(HistoryBlock block, int deal) {
                        builder.copy(block, deal);
                    }

                    @Override
                    public boolean write(long id) {
                        var row = rows.get(id);
                        if (row != null) {
                            row.into(builder);
                        }
                        return row != null;
                    }

                    @Override
                    public HistoryBlock make() {
                        return builder.build();
                    }
                });
        return new History(newSnapshot, newMoment, process, then, merged);
    }

    /** Bytes that the columns take. */
    long size() {
        return blocks.stream().mapToLong(HistoryBlock::size).sum();
    }
}
