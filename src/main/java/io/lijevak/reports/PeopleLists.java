package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.platform.web.PageLink;
import java.util.Map;

/** Addresses of the lists behind the numbers of a person. */
public final class PeopleLists {
    private PeopleLists() {}

    /** What a number of a person was counted from. */
    public static String of(PeopleQuestion question, Indicator indicator, long person) {
        return switch (indicator) {
            case WON_AMOUNT, WON_COUNT, AVERAGE_DEAL -> deals(question, person, Figure.WON);
            case WIN_RATE, SALES_PER_DEAL -> deals(question, person, Figure.DECIDED);
            case DAYS_TO_WIN -> deals(question, person, Figure.TIMED);
            case CALLS -> contacts(question, person).with("kind", "call").toString();
            case MEETINGS -> contacts(question, person).with("kind", "meeting").toString();
            case EFFICIENCY -> contacts(question, person).with("report", "won").toString();
            case OVERDUE -> assignments(question, person).with("late", "true").toString();
        };
    }

    private static String deals(PeopleQuestion question, long person, Figure figure) {
        return question.deals(person, null, figure).toString();
    }

    /** All contacts that a person held, notes left out. */
    public static String allContacts(PeopleQuestion question, long person) {
        return contacts(question, person).with("report", "contacts").toString();
    }

    private static PageLink contacts(PeopleQuestion question, long person) {
        return new PageLink("/interactions", Map.of())
                .with("person", person)
                .with("state", "held")
                .with("since", question.begun().from())
                .with("until", question.begun().to());
    }

    /** The assignments of a person whose deadline came. */
    static PageLink assignments(PeopleQuestion question, long person) {
        return new PageLink("/tasks", Map.of())
                .with("whose", "team")
                .with("person", person)
                .with("promisedFrom", question.begun().from())
                .with("promisedTo", question.begun().to());
    }
}
