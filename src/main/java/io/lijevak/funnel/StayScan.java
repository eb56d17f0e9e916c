package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass of a thread over blocks that counts how long the deals of a plan stood in each stage, and how each stay ended. */
final class StayScan implements SharedPass.Of<StayScan> {
    private static final int ENDINGS = Stay.Ending.values().length;
    private final ColumnPlan plan;
    private final ChosenDeals chosen;
    private final DealsByWay group = new DealsByWay();
    /** Deals are in no cells here. */
    private final int[] none = new int[1 << Block.BITS];

    private final long[] seconds = new long[1 << Block.BITS];
    /** By code of the stage and ending. */
    private final Durations[] stays;

    private StayScan(ColumnPlan plan) {
        this.plan = plan;
        chosen = new ChosenDeals(plan);
        stays = new Durations[plan.stages.size() * ENDINGS];
        java.util.Arrays.setAll(stays, place -> new Durations());
    }

    /** By stage; of rules that choose whole deals. */
    static Map<Long, List<Stay>> of(ColumnPlan plan, Columns columns) {
        var scan = SharedPass.over(columns.blocks(), () -> new StayScan(plan));
        var found = new HashMap<Long, List<Stay>>();
        for (var stage : plan.pivot.known().stages().keySet()) {
            var ofStage = new ArrayList<Stay>();
            for (var ending : Stay.Ending.values()) {
                scan.stays[place(plan.stages.of(stage), ending)].each(
                        (tenths, deals) -> ofStage.add(new Stay(Math.toIntExact(tenths), ending, deals)));
            }
            if (!ofStage.isEmpty()) {
                found.put(stage, ofStage);
            }
        }
        return found;
    }

    private static int place(int stage, Stay.Ending ending) {
        return stage * ENDINGS + ending.ordinal();
    }

    @Override
    public void read(Block block) {
        chosen.choose(block);
        group.each(block, chosen, none, (went, marks) -> {
            for (var row = 0; row < block.way[went].length; row++) {
                var code = block.way[went][row];
                var ending = Stay.Ending.of(Block.outcome(code));
                group.seconds(block, went, row, plan.moment, seconds);
                stays[place(plan.stages.of(Block.stage(code)), ending)].add(seconds, group.size);
            }
        });
    }

    @Override
    public StayScan add(StayScan other) {
        for (var place = 0; place < stays.length; place++) {
            stays[place].add(other.stays[place]);
        }
        return this;
    }
}
