package io.lijevak.funnel;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A reading of all blocks that threads share: each takes the next few, as those of one time have most of the work. */
final class SharedPass {
    /** Fewer blocks are read sooner by one thread than they are shared out. */
    private static final int BLOCKS_OF_A_THREAD = 8;

    private static final int AT_ONCE = 4;

    private SharedPass() {}

    /** What one thread makes of the blocks it takes; itself of one thread. */
    interface Of<P> {
        void read(Block block);

        /** Told when there are no further blocks. */
        default void end() {}

        /** Adds what another thread made. */
        P add(P other);
    }

    /** What all threads made together. */
    static <P extends Of<P>> P over(List<Block> blocks, Supplier<P> passes) {
        var threads = Math.clamp(
                blocks.size() / BLOCKS_OF_A_THREAD, 1, Runtime.getRuntime().availableProcessors());
        var next = new AtomicInteger();
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(thread -> {
                    var pass = passes.get();
                    for (var from = next.getAndAdd(AT_ONCE); from < blocks.size(); from = next.getAndAdd(AT_ONCE)) {
                        blocks.subList(from, Math.min(from + AT_ONCE, blocks.size()))
                                .forEach(pass::read);
                    }
                    pass.end();
                    return pass;
                })
                .reduce(P::add)
                .orElseThrow();
    }
}
