package io.lijevak.deals;

import io.lijevak.process.DealType;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import java.util.List;

/**
 * The way from a stage to another in a deal type.
 *
 * @param forward whether the target lies after the stage of departure
 * @param skipped the steps jumped over on the way forward
 */
public record Route(boolean forward, List<Step> skipped) {

    /** The way from the beginning to a stage, for a new deal. */
    public static Route toStart(DealType type, StageId target) {
        return new Route(true, type.steps().subList(0, type.indexOf(target)));
    }

    /**
     * The way between two stages of the present steps.
     *
     * @param then the type as it was when the deal came to {@code from}: it says where a stage that is no step any more
     *     used to lie
     */
    public static Route between(DealType now, DealType then, StageId from, StageId target) {
        var departure = departure(now, then, from);
        var arrival = now.indexOf(target);
        var forward = arrival > departure;
        return new Route(forward, forward ? now.steps().subList(departure + 1, arrival) : List.of());
    }

    private static int departure(DealType now, DealType then, StageId from) {
        var index = now.indexOf(from);
        for (int past = then.indexOf(from) - 1; index < 0 && past >= 0; past--) {
            index = now.indexOf(then.steps().get(past).stage());
        }
        return index;
    }
}
