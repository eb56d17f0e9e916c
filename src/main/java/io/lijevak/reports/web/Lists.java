package io.lijevak.reports.web;

import io.lijevak.funnel.BottleneckReckoning;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.reports.Indicator;
import io.lijevak.reports.PeopleLists;
import io.lijevak.reports.PeopleNumber;
import io.lijevak.reports.PeopleQuestion;
import org.jspecify.annotations.Nullable;

/** What the numbers of a page open: their lists, or passports where the page asks for these or a number has no list. */
public record Lists(PeopleQuestion question, PageLink page) {
    /** What a number of a person was counted from. */
    public String of(Indicator indicator, long person) {
        return passports()
                ? passport("league", "value", indicator.word(), person)
                : PeopleLists.of(question, indicator, person);
    }

    /** Deals of a person, or of all, in a stage or over all of them. */
    public String deals(@Nullable Long person, @Nullable Long stage, Figure figure) {
        return passports()
                ? BottleneckReckoning.passport(new FunnelCell(question.funnel(person), stage, figure))
                : question.deals(person, stage, figure).toString();
    }

    /** All contacts that a person held, notes left out. */
    public String allContacts(long person) {
        return passports() ? passport("effort", "month", "", person) : PeopleLists.allContacts(question, person);
    }

    boolean passports() {
        return NumberPassport.isAsked(page);
    }

    /** The passport of a number; {@code person} 0 = of all together. */
    public String passport(String report, String number, String of, long person) {
        var link = page.at(PeoplePassportPage.PATH).without(NumberPassport.NUMBERS, "person");
        for (var parameter : PageLink.of("?" + PeopleNumber.address(report, number, of, person))
                .parameters()
                .entrySet()) {
            link = link.with(parameter.getKey(), parameter.getValue());
        }
        return link.with("of", of).toString();
    }
}
