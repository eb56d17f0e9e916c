package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** A pivot as columns are asked: ids as codes, days as seconds, each grouping as a digit of the number of a cell. */
final class ColumnPlan {
    private static final int MOST_CELLS = 1 << 21;
    final Pivot pivot;
    final boolean process;
    final long type;
    final long from;
    final long until;
    final long now;
    final boolean openOnly;
    /** Null = any. */
    private final FunnelFilter filter;

    final Codes owners;
    /** By the code of the responsible person, whether the deal is seen and asked for. */
    final boolean[] ownerCounts;

    final Codes stages;
    /** Place among the steps of the type by the code of a stage; -1 = none. */
    final int[] steps;
    /** Code of the stage by place. */
    final int[] stageOfStep;
    /** Template probability in percent by the code of a stage; 0 = none. */
    final int[] probabilities;

    private final List<Dimension> groupings;
    private final List<DealCodes> codes;
    private final int[] weights;
    private final int stageWeight;
    private final int cells;

    /** The plan, when columns can answer the pivot at all. */
    static Optional<ColumnPlan> of(Pivot pivot, Columns columns) {
        var plan = new ColumnPlan(pivot, columns);
        return plan.cells > MOST_CELLS ? Optional.empty() : Optional.of(plan);
    }

    /** Whether columns hold all that the pivot asks for: as of now, by what the facts themselves tell. */
    static boolean suits(Pivot pivot) {
        var selection = pivot.selection();
        var filter = selection.query().filter();
        return selection.asOf() == null
                && selection.query().rule() != PeriodRule.OVERLAP
                && selection.query().counting() != Counting.PROVEN
                && filter.category() == null
                && filter.productGroup() == null
                && filter.where().isEmpty()
                && pivot.levels().getLast().all().stream().allMatch(ColumnPlan::isHeld);
    }

    private static boolean isHeld(Dimension dimension) {
        return dimension instanceof DealDimension known
                && switch (known) {
                    case STAGE, OWNER, TEAM, SOURCE, OUTCOME, OPENED, CLOSED -> true;
                    case CATEGORY, PRODUCT_GROUP, ENTERED -> false;
                };
    }

    private ColumnPlan(Pivot pivot, Columns columns) {
        this.pivot = pivot;
        var selection = pivot.selection();
        var known = pivot.known();
        process = selection.type().process();
        type = selection.type().id();
        from = selection.from().getEpochSecond();
        until = selection.until().getEpochSecond();
        now = selection.now().getEpochSecond();
        openOnly = selection.query().view() == FunnelView.ACTIVE;
        filter = selection.query().filter();
        var people = known.of(FunnelReferences.OWNER);
        owners = new Codes(people.stream().map(FunnelReferences.Choice::id).toList());
        ownerCounts = new boolean[owners.size()];
        for (var owner = 0; owner < people.size(); owner++) {
            ownerCounts[owner] = counts(people.get(owner), selection.reach());
        }
        ownerCounts[people.size()] = filter.owner() == null
                && filter.team() == null
                && selection.reach().owners().test(null);
        var stageIds = List.copyOf(known.stages().keySet());
        stages = new Codes(stageIds);
        var ofType = selection.type().steps().stream().map(FunnelStage::id).toList();
        steps = stageIds.stream().mapToInt(ofType::indexOf).toArray();
        stageOfStep = ofType.stream().mapToInt(stages::of).toArray();
        probabilities = Arrays.stream(steps)
                .map(step -> step < 0
                        ? 0
                        : Objects.requireNonNullElse(
                                selection.type().steps().get(step).probability(), 0))
                .toArray();
        groupings = pivot.levels().getLast().all();
        codes = groupings.stream().map(grouping -> codes(grouping, columns)).toList();
        weights = new int[groupings.size()];
        var number = 1L;
        for (var i = groupings.size() - 1; i >= 0; i--) {
            weights[i] = (int) number;
            number = Math.min(number * codes.get(i).values().size(), Integer.MAX_VALUE);
        }
        cells = (int) number;
        var stage = groupings.indexOf(DealDimension.STAGE);
        stageWeight = stage < 0 ? 0 : weights[stage];
    }

    private boolean counts(FunnelReferences.Choice person, DealReach reach) {
        return (filter.owner() == null || filter.owner() == person.id())
                && (filter.team() == null || filter.team().equals(person.team()))
                && reach.owners().test(person.id());
    }

    private DealCodes codes(Dimension grouping, Columns columns) {
        var known = pivot.known();
        var zone = pivot.selection().zone();
        return switch ((DealDimension) grouping) {
            case STAGE ->
                new DealCodes(
                        known.stages().keySet().stream().map(String::valueOf).toList(), (block, deal, owner) -> 0);
            case OWNER ->
                DealCodes.owners(known.of(FunnelReferences.OWNER).stream()
                        .map(FunnelReferences.Choice::id)
                        .toList());
            case TEAM -> DealCodes.teams(known);
            case SOURCE -> DealCodes.sources(known);
            case OUTCOME -> DealCodes.states();
            case OPENED -> DealCodes.opened(columns, zone);
            case CLOSED -> DealCodes.closed(columns, zone);
            case CATEGORY, PRODUCT_GROUP, ENTERED -> throw new IllegalArgumentException(grouping.key());
        };
    }

    int cells() {
        return cells;
    }

    /** Whether cells are told apart by stage. */
    boolean byStage() {
        return stageWeight > 0;
    }

    boolean passes(Block block, int deal) {
        return block.types.at(deal) == type && (filter.source() == null || block.sources.at(deal) == filter.source());
    }

    /** Number of the cell of the deal, at the first stage. */
    int cell(Block block, int deal, int owner) {
        var cell = 0;
        for (var i = 0; i < weights.length; i++) {
            cell += weights[i] * codes.get(i).code().of(block, deal, owner);
        }
        return cell;
    }

    int atStage(int cell, int stage) {
        return cell + stageWeight * stage;
    }

    /** The group of a cell at a level of totals. */
    Group group(int cell, Pivot.Level level) {
        var keys = IntStream.range(0, groupings.size())
                .mapToObj(i -> codes.get(i)
                        .values()
                        .get(cell / weights[i] % codes.get(i).values().size()))
                .toList();
        var rows = pivot.rows().size();
        return new Group(
                new ArrayList<>(keys.subList(0, level.rows().size())),
                keys.subList(rows, rows + level.columns().size()));
    }
}
