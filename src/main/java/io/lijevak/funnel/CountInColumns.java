package io.lijevak.funnel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts in memory, what is asked as of now and can be told from the facts alone. */
@Component
class CountInColumns implements CountsDeals {
    private static final Logger LOG = LoggerFactory.getLogger(CountInColumns.class);
    /** Fewer blocks are read sooner by one thread than they are shared out. */
    private static final int BLOCKS_OF_A_THREAD = 8;

    private final LiveColumns live;

    CountInColumns(LiveColumns live) {
        this.live = live;
    }

    @Override
    public Optional<Counts> count(Pivot pivot) {
        return ColumnPlan.suits(pivot) ? live.now().flatMap(columns -> count(pivot, columns)) : Optional.empty();
    }

    static Optional<Counts> count(Pivot pivot, Columns columns) {
        try {
            return ColumnPlan.of(pivot, columns).map(plan -> counts(plan, scan(plan, columns)));
        } catch (FactRow.UnfitFacts | ArithmeticException unfit) {
            LOG.info("columns cannot answer: {}", unfit.getMessage());
            return Optional.empty();
        }
    }

    private static ColumnScan scan(ColumnPlan plan, Columns columns) {
        var blocks = columns.blocks();
        var threads = Math.clamp(
                blocks.size() / BLOCKS_OF_A_THREAD, 1, Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, threads)
                .parallel()
                .mapToObj(thread -> {
                    var scan = new ColumnScan(plan);
                    scan.scan(blocks.subList(blocks.size() * thread / threads, blocks.size() * (thread + 1) / threads));
                    return scan;
                })
                .reduce(ColumnScan::add)
                .orElseThrow();
    }

    private static Counts counts(ColumnPlan plan, ColumnScan scan) {
        var cells = new HashMap<Group, Figures>();
        for (var level : plan.pivot.levels()) {
            var sums = new HashMap<Group, CellSums>();
            gather(level.ofStages() ? scan.ofStages : scan.ofDeals, level, plan, sums);
            sums.forEach((group, sum) -> cells.put(group, sum.figures(plan.pivot.expects(level, group))));
        }
        return new Counts(Engine.COLUMNS, cells, scan.undated);
    }

    private static void gather(
            @Nullable CellSums[] from, Pivot.Level level, ColumnPlan plan, Map<Group, CellSums> into) {
        for (var cell = 0; cell < from.length; cell++) {
            var sums = from[cell];
            if (sums != null) {
                into.computeIfAbsent(plan.group(cell, level), group -> new CellSums())
                        .add(sums);
            }
        }
    }
}
