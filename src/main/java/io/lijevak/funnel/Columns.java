package io.lijevak.funnel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The facts of all deals as one snapshot of the database shows them. Immutable: who reads it is disturbed by nothing.
 *
 * @param snapshot of the database, as it names it
 * @param at the moment of the snapshot by the clock of the database
 */
record Columns(String snapshot, Instant at, List<Block> blocks) {

    /** The same blocks, but for those that hold changed deals; {@code changed} are all ids, {@code rows} those that still have facts. */
    Columns with(String newSnapshot, Instant newMoment, Collection<Long> changed, Map<Long, FactRow> rows) {
        if (changed.isEmpty()) {
            return new Columns(newSnapshot, newMoment, blocks);
        }
        var builder = new BlockBuilder();
        return new Columns(newSnapshot, newMoment, DealBlock.changed(blocks, changed, new DealBlock.Maker<>() {
            @Override
            public void copy(Block block, int deal) {
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
            public Block make() {
                return builder.build();
            }
        }));
    }

    long deals() {
        return blocks.stream().mapToLong(block -> block.deals).sum();
    }

    /** Bytes that the columns take. */
    long size() {
        return blocks.stream().mapToLong(Block::size).sum();
    }
}
