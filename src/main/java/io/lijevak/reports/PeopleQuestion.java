package io.lijevak.reports;

import io.lijevak.funnel.Counting;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.FunnelFilter;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelType;
import io.lijevak.funnel.FunnelView;
import io.lijevak.funnel.Known;
import io.lijevak.funnel.PeriodRule;
import io.lijevak.funnel.PotentialMoment;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.PageLink;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report on people is asked: the deals of one type that were closed in a period.
 *
 * @param asOf the day whose end is looked at; null = now
 */
public record PeopleQuestion(
        FunnelType type, Period period, @Nullable LocalDate asOf, Known known) {

    /** The days of the period that had begun on the day looked at; its first day when none had. */
    public Period begun() {
        var day = asOf;
        return day == null || !day.isBefore(period.to())
                ? period
                : new Period(period.from(), day.isBefore(period.from()) ? period.from() : day);
    }

    /** The same deals as a question to the funnel: those of one person, or of all. */
    public FunnelQuery funnel(@Nullable Long person) {
        return new FunnelQuery(
                FunnelView.CLOSED,
                type.id(),
                period,
                PeriodRule.CLOSED,
                asOf,
                PotentialMoment.CURRENT,
                Counting.RAW,
                new FunnelFilter(person, null, null, null, null),
                known);
    }

    /** The list of exactly these deals of a person, or of all. */
    public PageLink deals(@Nullable Long person, @Nullable Long stage, Figure figure) {
        return new FunnelCell(funnel(person), stage, figure).list();
    }
}
