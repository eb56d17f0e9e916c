package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deals whose ids share all but their last bits, in the order of these; never none. */
interface DealBlock {
    int deals();

    long id(int deal);

    default long key() {
        return Block.key(id(0));
    }

    /** Makes a block of deals in the order of their ids. */
    interface Maker<B> {
        /** Takes a deal over as it stands. */
        void copy(B block, int deal);

        /** Takes a changed deal; false when it is no more. */
        boolean write(long id);

        B make();
    }

    /** The same blocks, but for those that hold changed deals. */
    static <B extends DealBlock> List<B> changed(List<B> blocks, Collection<Long> changed, Maker<B> maker) {
        var kept = new TreeMap<Long, B>();
        blocks.forEach(block -> kept.put(block.key(), block));
        changed.stream().collect(Collectors.groupingBy(Block::key)).forEach((key, ids) -> {
            if (merge(kept.remove(key), new ArrayList<>(ids), maker)) {
                kept.put(key, maker.make());
            }
        });
        return List.copyOf(kept.values());
    }

    /** Whether any deal is left. */
    private static <B extends DealBlock> boolean merge(@Nullable B block, List<Long> ids, Maker<B> maker) {
        ids.sort(null);
        var any = false;
        var next = 0;
        for (var deal = 0; block != null && deal < block.deals(); deal++) {
            var id = block.id(deal);
            while (next < ids.size() && ids.get(next) < id) {
                any |= maker.write(ids.get(next++));
            }
            if (next < ids.size() && ids.get(next) == id) {
                any |= maker.write(ids.get(next++));
            } else {
                maker.copy(block, deal);
                any = true;
            }
        }
        while (next < ids.size()) {
            any |= maker.write(ids.get(next++));
        }
        return any;
    }
}
