package io.lijevak.views;

import io.lijevak.platform.NamedPeriod;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question under a name.
 *
 * @param page address of the page it asks
 * @param query its parameters, as in an address
 * @param period the named period that takes the place of its days; null when it has none, or they stay
 * @param team the team that may open it, when its audience is a team
 * @param usual whether the page opens with it for the viewer
 * @param usualForAll whether the page opens with it for everybody who chose nothing else
 */
public record SavedView(
        long id,
        String page,
        String name,
        String query,
        ViewDays days,
        @Nullable String period,
        long owner,
        String ownerName,
        Audience audience,
        @Nullable Long team,
        @Nullable String teamName,
        int version,
        boolean usual,
        boolean usualForAll) {

    /** What it asks on the given day. */
    public Question question(LocalDate today) {
        return question(query, period, today);
    }

    /** The address that shows it on the given day. */
    public String address(LocalDate today) {
        var question = question(today).toString();
        return question.isEmpty() ? page : page + "?" + question;
    }

    static Question question(String query, @Nullable String period, LocalDate today) {
        var question = Question.of(query);
        return NamedPeriod.of(period == null ? "" : period)
                .map(named -> named.on(today))
                .map(days -> question.with(Question.FROM, days.from()).with(Question.TO, days.to()))
                .orElse(question);
    }
}
