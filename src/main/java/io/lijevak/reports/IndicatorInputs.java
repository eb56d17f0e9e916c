package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an indicator is counted from, with the lists and passports of that.
 *
 * @param person 0 = all together, who have neither
 */
record IndicatorInputs(PeopleQuestion question, Indicator indicator, long person) {
    /** A count or sum alone, or a part and what it is divided by. */
    List<Input> of(RepWork work) {
        var deals = work.deals();
        var contacts = work.contacts();
        var amount = Input.of("amount", deals.amount().doubleValue(), Unit.AMOUNT, cell(Figure.WON));
        var won = Input.count("won", deals.won(), cell(Figure.WON));
        var decided = Input.count("decided", deals.decided(), cell(Figure.DECIDED));
        return switch (indicator) {
            case WON_AMOUNT -> List.of(amount);
            case WON_COUNT -> List.of(won);
            case WIN_RATE -> List.of(won, decided);
            case DAYS_TO_WIN ->
                List.of(
                        Input.of("days", deals.days(), Unit.DAYS, ""),
                        Input.count("timed", deals.timed(), cell(Figure.TIMED)));
            case AVERAGE_DEAL -> List.of(amount, Input.count("valued", deals.valued(), cell(Figure.WON)));
            case SALES_PER_DEAL -> List.of(amount, decided);
            case CALLS -> List.of(Input.count("calls", contacts.calls(), list()));
            case MEETINGS -> List.of(Input.count("meetings", contacts.meetings(), list()));
            case EFFICIENCY ->
                List.of(
                        Input.count("onWon", contacts.onWon(), list()),
                        Input.count(
                                "contacts",
                                contacts.all(),
                                person == 0 ? "" : PeopleLists.allContacts(question, person)));
            case OVERDUE ->
                List.of(
                        Input.count("late", work.assignments().late(), list()),
                        Input.count(
                                "assignments",
                                work.assignments().all(),
                                person == 0
                                        ? ""
                                        : PeopleLists.assignments(question, person)
                                                .toString()));
        };
    }

    /** One after the other divided. */
    static String formula(List<Input> parts) {
        return parts.stream().map(part -> "{" + part.code() + "}").collect(Collectors.joining(" / "));
    }

    private String list() {
        return person == 0 ? "" : PeopleLists.of(question, indicator, person);
    }

    private String cell(Figure figure) {
        return person == 0 ? "" : LeagueReckoning.passport(new FunnelCell(question.funnel(person), null, figure));
    }
}
