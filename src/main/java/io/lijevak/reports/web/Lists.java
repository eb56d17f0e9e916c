package io.lijevak.reports.web;

import io.lijevak.funnel.Figure;
import io.lijevak.platform.web.PageLink;
import io.lijevak.reports.Indicator;
import io.lijevak.reports.PeopleQuestion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses of the lists behind the numbers of a question. */
public record Lists(PeopleQuestion question) {
    /** What a number of a person was counted from. */
    public String of(Indicator indicator, long person) {
        return switch (indicator) {
            case WON_AMOUNT, WON_COUNT, AVERAGE_DEAL -> deals(person, null, Figure.WON);
            case WIN_RATE, SALES_PER_DEAL -> deals(person, null, Figure.DECIDED);
            case DAYS_TO_WIN -> deals(person, null, Figure.TIMED);
            case CALLS -> contacts(person).with("kind", "call").toString();
            case MEETINGS -> contacts(person).with("kind", "meeting").toString();
            case EFFICIENCY -> contacts(person).with("report", "won").toString();
            case OVERDUE -> assignments(person).with("late", "true").toString();
        };
    }

    /** Deals of a person, or of all, in a stage or over all of them. */
    public String deals(@Nullable Long person, @Nullable Long stage, Figure figure) {
        return question.deals(person, stage, figure).toString();
    }

    /** All contacts that a person held, notes left out. */
    public String allContacts(long person) {
        return contacts(person).with("report", "contacts").toString();
    }

    private PageLink contacts(long person) {
        return new PageLink("/interactions", Map.of())
                .with("person", person)
                .with("state", "held")
                .with("since", question.begun().from())
                .with("until", question.begun().to());
    }

    private PageLink assignments(long person) {
        return new PageLink("/tasks", Map.of())
                .with("whose", "team")
                .with("person", person)
                .with("promisedFrom", question.begun().from())
                .with("promisedTo", question.begun().to());
    }
}
