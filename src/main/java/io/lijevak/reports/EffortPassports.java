package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.reports.ShowEffort.Price;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the price of a result: contacts for each deal that reached a stage, or for each win; and contacts a month. */
@Component
class EffortPassports {
    /** What the address has in the place of a stage where the result is a win. */
    static final String WIN = "win";

    private static final String A_MONTH = "{contacts} × 365.25 / 12 / {days}";
    private final ShowEffort efforts;
    private final RecountEffort recounts;
    private final ShowQuadrant quadrants;
    private final LeaguePassports leagues;

    EffortPassports(ShowEffort efforts, RecountEffort recounts, ShowQuadrant quadrants, LeaguePassports leagues) {
        this.efforts = efforts;
        this.recounts = recounts;
        this.quadrants = quadrants;
        this.leagues = leagues;
    }

    PeopleNumber.Told of(PeopleQuestion question, PeopleNumber asked, CurrentUser user) {
        return switch (asked.number()) {
            case "each" -> each(question, asked, user);
            case "month" -> month(question, asked, user);
            default -> throw asked.unknown();
        };
    }

    private PeopleNumber.Told each(PeopleQuestion question, PeopleNumber asked, CurrentUser user) {
        var effort = efforts.of(question, user);
        var rep = asked.person() == 0
                ? effort.all()
                : effort.reps().stream()
                        .filter(one -> one.id() == asked.person())
                        .findFirst()
                        .orElseThrow(asked::unknown);
        var stage = stage(effort, asked);
        var price = stage == null ? rep.win() : rep.stages().get(effort.stages().indexOf(stage));
        var cell = new FunnelCell(
                question.funnel(asked.person() == 0 ? null : asked.person()),
                stage == null ? null : stage.id(),
                stage == null ? Figure.WON : Figure.ENTERED);
        return new PeopleNumber.Told(
                asked,
                told(asked, price, cell),
                asked.person() == 0 ? null : cell,
                () -> recounts.of(question, user)
                        .map(prices -> told(
                                asked, price(prices, asked, stage == null ? RecountEffort.WIN : stage.id()), cell)));
    }

    private static io.lijevak.funnel.@Nullable FunnelStage stage(ShowEffort.Effort effort, PeopleNumber asked) {
        return asked.of().equals(WIN)
                ? null
                : effort.stages().stream()
                        .filter(one -> Long.toString(one.id()).equals(asked.of()))
                        .findFirst()
                        .orElseThrow(asked::unknown);
    }

    private static Price price(Map<Long, Map<Long, Price>> prices, PeopleNumber asked, long stage) {
        return asked.person() == 0
                ? prices.values().stream()
                        .map(of -> of.getOrDefault(stage, Price.NONE))
                        .reduce(Price.NONE, Price::plus)
                : prices.getOrDefault(asked.person(), Map.of()).getOrDefault(stage, Price.NONE);
    }

    private static Reckoning told(PeopleNumber asked, Price price, FunnelCell cell) {
        return new Reckoning(
                asked.number(),
                price.each(),
                Unit.RATIO,
                "({calls} + {meetings} + {emails}) / {results}",
                List.of(
                        Input.count("calls", price.calls(), ""),
                        Input.count("meetings", price.meetings(), ""),
                        Input.count("emails", price.emails(), ""),
                        Input.count(
                                "results",
                                price.results(),
                                asked.person() == 0 ? "" : LeagueReckoning.passport(cell))));
    }

    private PeopleNumber.Told month(PeopleQuestion question, PeopleNumber asked, CurrentUser user) {
        var point = quadrants
                .of(question, user)
                .flatMap(quadrant -> quadrant.points().stream()
                        .filter(one -> one.rep().id() == asked.person())
                        .findFirst())
                .orElseThrow(asked::unknown);
        var days = quadrants.days(question);
        return new PeopleNumber.Told(
                asked,
                month(question, asked, point.contacts(), point.rep().work(), days),
                null,
                () -> leagues.ledger(question, user)
                        .flatMap(again -> again.reps().stream()
                                .filter(rep -> rep.id() == asked.person())
                                .findFirst()
                                .map(rep -> month(question, asked, point.contacts(), rep.work(), days))
                                .or(() -> Optional.of(month(question, asked, 0, RepWork.NONE, days)))));
    }

    private static Reckoning month(PeopleQuestion question, PeopleNumber asked, double value, RepWork work, long days) {
        return new Reckoning(
                asked.number(),
                value,
                Unit.RATIO,
                A_MONTH,
                List.of(
                        Input.count(
                                "contacts", work.contacts().all(), PeopleLists.allContacts(question, asked.person())),
                        Input.of("days", (double) days, Unit.DAYS, "")));
    }
}
