package io.lijevak.funnel;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How the columns tell the group of a deal.
 *
 * @param values of the codes from 0; the last is that of deals without one
 */
record DealCodes(List<String> values, Code code) {
    /** Adds the groups of the chosen deals of a block, times a weight, to the numbers of their cells. */
    @FunctionalInterface
    interface Code {
        void add(Block block, ChosenDeals chosen, int weight, int[] cells);
    }

    /** The group of a deal in a block; {@code owner} is the code of its responsible person. */
    @FunctionalInterface
    private interface One {
        int of(Block block, int deal, int owner);
    }

    DealCodes {
        var all = new ArrayList<>(values);
        all.add(Dimension.NONE);
        values = List.copyOf(all);
    }

    private static Code each(One one) {
        return (block, chosen, weight, cells) -> {
            for (var i = 0; i < chosen.size; i++) {
                cells[i] += weight * one.of(block, chosen.deals[i], chosen.owners[i]);
            }
        };
    }

    /** Stages tell deals apart only row by row. */
    static DealCodes stages(List<Long> stages) {
        return new DealCodes(texts(stages), (block, chosen, weight, cells) -> {});
    }

    private static List<String> texts(List<Long> ids) {
        return ids.stream().map(String::valueOf).toList();
    }

    static DealCodes owners(List<Long> owners) {
        return new DealCodes(texts(owners), each((block, deal, owner) -> owner));
    }

    /** The teams of the owners, in the order of these. */
    static DealCodes teams(FunnelReferences known) {
        var teams = known.of(FunnelReferences.TEAM).stream()
                .map(FunnelReferences.Choice::id)
                .toList();
        var codes = new Codes(teams);
        var ofOwner = known.of(FunnelReferences.OWNER).stream()
                .mapToInt(owner -> codes.of(owner.team() == null ? Numbers.UNKNOWN : owner.team()))
                .toArray();
        return new DealCodes(
                texts(teams), each((block, deal, owner) -> owner < ofOwner.length ? ofOwner[owner] : teams.size()));
    }

    static DealCodes sources(FunnelReferences known) {
        var sources = known.of(FunnelReferences.SOURCE).stream()
                .map(FunnelReferences.Choice::id)
                .toList();
        var codes = new Codes(sources);
        return new DealCodes(texts(sources), each((block, deal, owner) -> codes.of(block.sources.at(deal))));
    }

    static DealCodes states() {
        return new DealCodes(List.of("WON", "LOST", "OPEN"), (block, chosen, weight, cells) -> {
            for (var i = 0; i < chosen.size; i++) {
                cells[i] += weight * (chosen.state(i) - FactRow.WON);
            }
        });
    }

    static DealCodes opened(Columns columns, ZoneId zone) {
        var months = months(columns, block -> block.opened.least(), block -> block.opened.most(), zone);
        return new DealCodes(months.names(), (block, chosen, weight, cells) -> {
            var opened = chosen.read(block.opened);
            for (var i = 0; i < chosen.size; i++) {
                cells[i] += weight * months.of(opened[i]);
            }
        });
    }

    static DealCodes closed(Columns columns, ZoneId zone) {
        var months = months(columns, block -> block.ended.least(), block -> block.ended.most(), zone);
        return new DealCodes(months.names(), (block, chosen, weight, cells) -> {
            var ended = chosen.read(block.ended);
            for (var i = 0; i < chosen.size; i++) {
                var isOpen = chosen.state(i) == FactRow.OPEN;
                cells[i] += weight * months.of(isOpen ? Numbers.UNKNOWN : ended[i]);
            }
        });
    }

    private static Months months(
            Columns columns, ToLongFunction<Block> least, ToLongFunction<Block> most, ZoneId zone) {
        var known = columns.blocks().stream()
                .filter(block -> least.applyAsLong(block) != Numbers.UNKNOWN)
                .toList();
        return new Months(
                known.stream().mapToLong(least).min().orElse(1),
                known.stream().mapToLong(most).max().orElse(0),
                zone);
    }
}
