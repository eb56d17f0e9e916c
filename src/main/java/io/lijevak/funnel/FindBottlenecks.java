package io.lijevak.funnel;

import io.lijevak.platform.KeptAnswers;
import io.lijevak.platform.Period;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds where a deal type loses or holds more than was to be expected. */
@Component
public class FindBottlenecks {
    private static final int MONTHS_BEFORE = 12;
    private static final int USUAL_MONTHS = 3;
    private final ShowFunnel funnels;
    private final ReadStays stays;
    private final KeptAnswers answers;
    private final ShowFunnel.Moments moments;

    private record Asked(SharedQuestion question) {}

    FindBottlenecks(ShowFunnel funnels, ReadStays stays, KeptAnswers answers, ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.stays = stays;
        this.answers = answers;
        this.moments = moments;
    }

    /** Of the deals closed in the period; empty when there is no deal type. */
    public Optional<Bottlenecks> of(FunnelQuery asked, CurrentUser user) {
        var query = closed(asked, asked.period());
        return funnels.show(query, user)
                .map(period -> answers.get(
                        new Asked(SharedQuestion.of(
                                period.query(), period.query().filter().where(), user)),
                        () -> compare(period, user)));
    }

    /** The last three months up to today. */
    public static Period usual(LocalDate today) {
        return new Period(today.minusMonths(USUAL_MONTHS).plusDays(1), today);
    }

    private Bottlenecks compare(Funnel period, CurrentUser user) {
        var query = period.query();
        var first = query.period().from();
        var past = closed(query, new Period(first.minusMonths(MONTHS_BEFORE), first.minusDays(1)));
        var before = funnels.show(past, user).orElseThrow();
        return Bottlenecks.of(period, before, read(period, user), read(before, user));
    }

    private Map<Long, List<Stay>> read(Funnel funnel, CurrentUser user) {
        var selection = Selection.of(
                funnel,
                moments.companies().current().timeZone(),
                moments.seen().of(funnel.query().filter().where(), user));
        return stays.of(selection, funnels.references());
    }

    private static FunnelQuery closed(FunnelQuery query, Period period) {
        return new FunnelQuery(
                FunnelView.CLOSED,
                query.dealType(),
                period,
                PeriodRule.CLOSED,
                query.asOf(),
                PotentialMoment.EXIT,
                Counting.RAW,
                query.filter(),
                query.known());
    }
}
