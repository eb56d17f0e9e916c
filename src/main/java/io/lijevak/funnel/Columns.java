package io.lijevak.funnel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The facts of all deals as one snapshot of the database shows them. Immutable: who reads it is disturbed by nothing.
 *
 * @param snapshot of the database, as it names it
 * @param at the moment of the snapshot by the clock of the database
 */
record Columns(String snapshot, Instant at, List<Block> blocks) {

    /** The same blocks, but for those that hold changed deals; {@code changed} are all ids, {@code rows} those that still have facts. */
    Columns with(String newSnapshot, Instant newMoment, Collection<Long> changed, Collection<FactRow> rows) {
        if (changed.isEmpty()) {
            return new Columns(newSnapshot, newMoment, blocks);
        }
        var touched = changed.stream().map(Block::key).collect(Collectors.toSet());
        var kept = new TreeMap<Long, Block>();
        var anew = new TreeMap<Long, TreeMap<Long, FactRow>>();
        for (var block : blocks) {
            if (touched.contains(block.key())) {
                var facts = anew.computeIfAbsent(block.key(), key -> new TreeMap<>());
                block.rows().forEach(row -> facts.put(row.id(), row));
            } else {
                kept.put(block.key(), block);
            }
        }
        changed.forEach(id ->
                anew.computeIfAbsent(Block.key(id), key -> new TreeMap<>()).remove(id));
        rows.forEach(row -> anew.computeIfAbsent(Block.key(row.id()), key -> new TreeMap<>())
                .put(row.id(), row));
        anew.forEach((key, facts) -> {
            if (!facts.isEmpty()) {
                kept.put(key, new Block(new ArrayList<>(facts.values())));
            }
        });
        return new Columns(newSnapshot, newMoment, List.copyOf(kept.values()));
    }

    long deals() {
        return blocks.stream().mapToLong(block -> block.deals).sum();
    }

    /** Bytes that the columns take. */
    long size() {
        return blocks.stream().mapToLong(Block::size).sum();
    }
}
