package io.lijevak.funnel;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.deals.LossAnalysis;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies behind the losses of a stage: who lost there, why, and what is stuck there. */
@Component
public class BottleneckEvidence {
    private final ShowFunnel funnels;
    private final FunnelEngines engines;
    private final DealList deals;
    private final LossAnalysis losses;
    private final ShowFunnel.Moments moments;

    /**
     * A responsible person with the deals decided in the stage.
     *
     * @param id null = deals without a responsible person
     */
    public record Rep(@Nullable Long id, @Nullable String name, Trials lost, Rate rate) {}

    /**
     * All that is known.
     *
     * @param stuck open deals past the norm of the stage
     * @param reasons why deals were lost, the greatest sum first
     */
    public record Evidence(DealList.Totals stuck, List<LossAnalysis.Line> reasons, List<Rep> reps) {}

    BottleneckEvidence(
            ShowFunnel funnels,
            FunnelEngines engines,
            DealList deals,
            LossAnalysis losses,
            ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.engines = engines;
        this.deals = deals;
        this.losses = losses;
        this.moments = moments;
    }

    public Evidence of(Funnel period, long stage, CurrentUser user) {
        return new Evidence(
                deals.totals(DealFilter.of(stuck(period, stage)), user),
                losses.of(DealFilter.of(lost(period, stage)), user).reasons(),
                reps(period, stage, user));
    }

    /** The parameters of the list of open deals that stand in the stage past its norm, or stood there on the past day. */
    public static Map<String, String> stuck(Funnel period, long stage) {
        var parameters = place(period, stage);
        parameters.put("outcome", "open");
        parameters.put("mark", "late");
        var asOf = period.query().asOf();
        if (asOf != null) {
            parameters.put("asOf", asOf.toString());
            parameters.put("known", period.query().known().name().toLowerCase(Locale.ROOT));
        }
        return parameters;
    }

    /** The parameters of the analysis of losses for the deals lost in the stage. */
    public static Map<String, String> lost(Funnel period, long stage) {
        var parameters = place(period, stage);
        parameters.put("outcome", "lost");
        parameters.put("closedFrom", period.query().period().from().toString());
        parameters.put("closedTo", period.query().period().to().toString());
        return parameters;
    }

    private static Map<String, String> place(Funnel period, long stage) {
        var parameters = new HashMap<String, String>();
        parameters.put("type", Long.toString(period.type().id()));
        parameters.put("stage", Long.toString(stage));
        var filter = period.query().filter();
        if (filter.owner() != null) {
            parameters.put("responsible", Long.toString(filter.owner()));
        }
        if (filter.team() != null) {
            parameters.put("team", Long.toString(filter.team()));
        }
        parameters.putAll(filter.where().parameters());
        return parameters;
    }

    /** By lost deals, then the fewest decided, then by name; deals of nobody last. */
    private List<Rep> reps(Funnel period, long stage, CurrentUser user) {
        var known = funnels.references();
        var counts = engines.count(new Pivot(
                Selection.of(
                        period,
                        moments.companies().current().timeZone(),
                        moments.seen().of(period.query().filter().where(), user)),
                List.of(DealDimension.STAGE, DealDimension.OWNER),
                List.of(),
                known,
                false));
        var reps = new ArrayList<Rep>();
        for (var person : known.of(FunnelReferences.OWNER)) {
            add(counts.of(group(stage, Long.toString(person.id()))), person.id(), person.name(), reps);
        }
        add(counts.of(group(stage, Dimension.NONE)), null, null, reps);
        reps.sort(Comparator.<Rep>comparingDouble(rep -> rep.lost().good())
                .reversed()
                .thenComparing(rep -> rep.lost().all()));
        return reps;
    }

    private static Group group(long stage, String owner) {
        return new Group(List.of(Long.toString(stage), owner), List.of());
    }

    private static void add(Figures figures, @Nullable Long id, @Nullable String name, List<Rep> reps) {
        var lost = Trials.of(figures.lost().count(), figures.won().count());
        if (lost.all() > 0) {
            reps.add(new Rep(id, name, lost, BetaBelief.NOTHING.after(lost).rate(lost)));
        }
    }
}
