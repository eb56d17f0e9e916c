package io.lijevak.reports;

import io.lijevak.funnel.Counting;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.FunnelFilter;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelType;
import io.lijevak.funnel.FunnelView;
import io.lijevak.funnel.PeriodRule;
import io.lijevak.funnel.PotentialMoment;
import io.lijevak.platform.Period;
import org.jspecify.annotations.Nullable;

/** What a report on people is asked: the deals of one type that were closed in a period. */
public record PeopleQuestion(FunnelType type, Period period) {

    /** The same deals as a question to the funnel: those of one person, or of all. */
    public FunnelQuery funnel(@Nullable Long person) {
        return new FunnelQuery(
                FunnelView.CLOSED,
                type.id(),
                period,
                PeriodRule.CLOSED,
                null,
                PotentialMoment.CURRENT,
                Counting.RAW,
                new FunnelFilter(person, null, null, null, null));
    }

    /** The text by which the list of deals is opened with exactly these deals of a person, or of all. */
    public String deals(@Nullable Long person, @Nullable Long stage, Figure figure) {
        return new FunnelCell(funnel(person), stage, figure).text();
    }
}
