package io.lijevak.funnel;

import io.lijevak.platform.KeptAnswers;
import io.lijevak.users.CurrentUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how far the rates of a funnel can be trusted, of the same deals that the funnel counted. */
@Component
public class ShowHonestFunnel {
    private final ShowFunnel funnels;
    private final ReadStays stays;
    private final ReadEstimates estimates;
    private final KeptAnswers answers;
    private final ShowFunnel.Moments moments;

    private record Stays(SharedQuestion question) {}

    private record Estimates(SharedQuestion question) {}

    ShowHonestFunnel(
            ShowFunnel funnels,
            ReadStays stays,
            ReadEstimates estimates,
            KeptAnswers answers,
            ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.stays = stays;
        this.estimates = estimates;
        this.answers = answers;
        this.moments = moments;
    }

    /** The rates of an answer that the same person got. */
    public HonestFunnel of(Funnel funnel, CurrentUser user) {
        var statistics = funnels.references().statistics();
        var type = funnel.type().id();
        var filter = funnel.query().filter();
        var part = !filter.equals(FunnelFilter.NONE);
        var conversions = new HashMap<Long, Rate>();
        var wins = new HashMap<Long, Rate>();
        for (var stage : funnel.stages()) {
            var id = stage.stage().id();
            var seen = Trials.of(stage.won().count(), stage.lost().count());
            if (seen.all() > 0) {
                conversions.put(id, statistics.conversion(type, id, part, seen));
            }
            var win = statistics.win(type, id, filter.owner());
            if (win != null) {
                wins.put(id, win);
            }
        }
        var closed =
                Trials.of(funnel.totals().won().count(), funnel.totals().lost().count());
        return new HonestFunnel(
                conversions,
                closed.all() == 0 ? null : statistics.conversion(type, OwnStatistics.WHOLE, part, closed),
                open(funnel, statistics, part, user),
                wins,
                estimates(funnel, user),
                statistics.countedAt());
    }

    private Map<Long, HonestFunnel.Open> open(Funnel funnel, OwnStatistics statistics, boolean part, CurrentUser user) {
        var query = funnel.query();
        if (query.rule() != PeriodRule.COHORT
                || query.view() == FunnelView.ACTIVE
                || !funnel.type().process()) {
            return Map.of();
        }
        Map<Long, List<Stay>> read = answers.get(
                new Stays(SharedQuestion.of(query, query.filter().where(), user)),
                () -> stays.of(selection(funnel, user), funnels.references()));
        var open = new HashMap<Long, HonestFunnel.Open>();
        read.forEach((stage, stood) -> {
            var risks = CompetingRisks.of(stood);
            open.put(
                    stage,
                    new HonestFunnel.Open(
                            risks, rate(risks, statistics, funnel.type().id(), stage, part)));
        });
        return open;
    }

    private Map<Long, Estimated> estimates(Funnel funnel, CurrentUser user) {
        var query = funnel.query();
        if (query.view() != FunnelView.ACTIVE || !funnel.type().process()) {
            return Map.of();
        }
        return answers.get(
                new Estimates(SharedQuestion.of(query, query.filter().where(), user)),
                () -> estimates.of(selection(funnel, user)));
    }

    private Selection selection(Funnel funnel, CurrentUser user) {
        var zone = moments.companies().current().timeZone();
        return Selection.of(
                funnel, zone, moments.seen().of(funnel.query().filter().where(), user));
    }

    private static @Nullable Rate rate(
            CompetingRisks risks, OwnStatistics statistics, long type, long stage, boolean part) {
        return risks.trials().all() == 0 ? null : statistics.conversion(type, stage, part, risks.trials());
    }
}
