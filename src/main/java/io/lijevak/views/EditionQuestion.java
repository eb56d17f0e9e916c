package io.lijevak.views;

import io.lijevak.platform.ViewPage;
import java.time.LocalDate;

/**
 * What an edition asks: the view as of the end of the day before it is due, where its page knows a moment, so that its
 * numbers can be asked for again.
 *
 * @param asOf the day it tells of
 * @param same whether the address gives the same numbers for good
 */
public record EditionQuestion(String page, Question question, LocalDate asOf, boolean same) {
    private static final String AS_KNOWN_THEN = "then";

    public static EditionQuestion of(SavedView view, ViewPage page, LocalDate due) {
        var asked = view.question(due);
        var kept = asked.day();
        if (kept != null) {
            var then = AS_KNOWN_THEN.equals(asked.value(Question.KNOWN));
            return new EditionQuestion(view.page(), asked, kept, then);
        }
        if (page.days() != ViewPage.Days.PERIOD_AS_OF) {
            return new EditionQuestion(view.page(), asked, due, false);
        }
        var before = due.minusDays(1);
        var dated = asked.with(Question.AS_OF, before).with(Question.KNOWN, AS_KNOWN_THEN);
        return new EditionQuestion(view.page(), dated, before, true);
    }

    /** Its address within the site. */
    public String address() {
        var parameters = question.toString();
        return parameters.isEmpty() ? page : page + "?" + parameters;
    }
}
