package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A pivot as columns are asked: ids as codes, days as seconds, each grouping as a digit of the number of a cell. */
final class ColumnPlan {
    private static final int MOST_CELLS = 1 << 21;
    final Pivot pivot;
    final boolean process;
    final long type;
    final long from;
    final long until;
    /** To which durations of deals still standing are measured. */
    final long moment;

    final boolean openOnly;
    final @Nullable Long source;
    /** Those that hold what columns do not know; null = any. */
    final @Nullable DealSet deals;

    final Codes owners;
    /** By the code of the responsible person, whether the deal is seen and asked for. */
    final boolean[] ownerCounts;

    /** Whether it matters which responsible person a deal has. */
    final boolean asksOwners;

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

    /**
     * What is counted.
     *
     * @param deals those that hold what columns do not know; null = any
     * @param undated deals that the rule cannot place; null = to be counted in the columns
     */
    record Asked(
            Columns columns,
            @Nullable DealSet deals,
            @Nullable Long undated) {}

    /** The plan, when columns can answer the pivot at all. */
    static Optional<ColumnPlan> of(Pivot pivot, Asked asked) {
        var plan = new ColumnPlan(pivot, asked);
        return plan.cells > MOST_CELLS ? Optional.empty() : Optional.of(plan);
    }

    /** Whether columns hold all that the pivot asks for, with what SQL can tell of single deals. */
    static boolean suits(Pivot pivot) {
        return pivot.selection().query().counting() != Counting.PROVEN
                && pivot.levels().getLast().all().stream().allMatch(ColumnPlan::isHeld);
    }

    private static boolean isHeld(Dimension dimension) {
        return dimension instanceof DealDimension known
                && switch (known) {
                    case STAGE, OWNER, TEAM, SOURCE, OUTCOME, OPENED, CLOSED -> true;
                    case CATEGORY, PRODUCT_GROUP, ENTERED -> false;
                };
    }

    private ColumnPlan(Pivot pivot, Asked asked) {
        this.pivot = pivot;
        var columns = asked.columns();
        var selection = pivot.selection();
        var known = pivot.known();
        process = selection.type().process();
        type = selection.type().id();
        from = selection.from().getEpochSecond();
        until = selection.until().getEpochSecond();
        moment = selection.moment().getEpochSecond();
        openOnly = selection.query().view() == FunnelView.ACTIVE;
        source = selection.query().filter().source();
        deals = asked.deals();
        var people = known.of(FunnelReferences.OWNER);
        owners = new Codes(people.stream().map(FunnelReferences.Choice::id).toList());
        ownerCounts = new boolean[owners.size()];
        for (var owner = 0; owner < people.size(); owner++) {
            ownerCounts[owner] = counts(people.get(owner), selection.reach());
        }
        var filter = selection.query().filter();
        ownerCounts[people.size()] = filter.owner() == null
                && filter.team() == null
                && selection.reach().owners().test(null);
        groupings = pivot.levels().getLast().all();
        asksOwners = groupings.contains(DealDimension.OWNER)
                || groupings.contains(DealDimension.TEAM)
                || IntStream.range(0, ownerCounts.length).anyMatch(owner -> !ownerCounts[owner]);
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
        var filter = pivot.selection().query().filter();
        return (filter.owner() == null || filter.owner() == person.id())
                && (filter.team() == null || filter.team().equals(person.team()))
                && reach.owners().test(person.id());
    }

    private DealCodes codes(Dimension grouping, Columns columns) {
        var known = pivot.known();
        var zone = pivot.selection().zone();
        return switch ((DealDimension) grouping) {
            case STAGE -> DealCodes.stages(List.copyOf(known.stages().keySet()));
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

    /** Whether cells are told apart by nothing else. */
    boolean byStageAlone() {
        return byStage() && weights.length == 1;
    }

    /** Numbers of the cells of the chosen deals, at the first stage. */
    void cells(Block block, ChosenDeals chosen, int[] into) {
        Arrays.fill(into, 0, chosen.size, 0);
        for (var i = 0; i < weights.length; i++) {
            codes.get(i).code().add(block, chosen, weights[i], into);
        }
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
