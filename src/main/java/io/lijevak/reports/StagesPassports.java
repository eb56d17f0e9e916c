package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.Funnel;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.Rate;
import io.lijevak.funnel.RecountFunnel;
import io.lijevak.funnel.ShowCellRates;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.StageFigures;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens numbers of a rep beside the company. */
@Component
class StagesPassports {
    private final ShowStages stages;
    private final ShowFunnel funnels;
    private final RecountFunnel recounts;
    private final ShowCellRates rates;

    StagesPassports(ShowStages stages, ShowFunnel funnels, RecountFunnel recounts, ShowCellRates rates) {
        this.rates = rates;
        this.stages = stages;
        this.funnels = funnels;
        this.recounts = recounts;
    }

    PeopleNumber.Told of(PeopleQuestion question, PeopleNumber asked, CurrentUser user) {
        var row = stages.of(question, asked.person(), user).stream()
                .filter(one -> Long.toString(one.own().stage().id()).equals(asked.of()))
                .findFirst()
                .orElseThrow(asked::unknown);
        var cell = cell(question, asked, Figure.DECIDED);
        return new PeopleNumber.Told(
                asked,
                told(question, asked, row, user),
                asked.number().equals("company") ? null : cell,
                () -> ledger(question, asked, row, user).map(again -> told(question, asked, again, user)));
    }

    private static FunnelCell cell(PeopleQuestion question, PeopleNumber asked, Figure figure) {
        return new FunnelCell(question.funnel(asked.person()), Long.valueOf(asked.of()), figure);
    }

    private static Reckoning told(PeopleQuestion question, PeopleNumber asked, ShowStages.Row row, CurrentUser user) {
        return switch (asked.number()) {
            case "conversion" ->
                conversion(
                        asked,
                        row.own(),
                        row.rate(),
                        LeagueReckoning.passport(cell(question, asked, Figure.WON)),
                        LeagueReckoning.passport(cell(question, asked, Figure.DECIDED)));
            case "company" -> company(question, asked, row, user);
            case "beyond" -> beyond(question, asked, row);
            default -> throw asked.unknown();
        };
    }

    /** The ends of the interval stand beside it. */
    private static Reckoning conversion(
            PeopleNumber asked, StageFigures figures, @Nullable Rate rate, String passed, String decided) {
        var inputs = new ArrayList<Input>();
        inputs.add(Input.count("passed", figures.won().count(), passed));
        inputs.add(Input.count("decided", decided(figures), decided));
        if (rate != null) {
            inputs.addAll(Input.interval(rate.low(), rate.high(), Unit.SHARE));
        }
        return new Reckoning(
                asked.number(), Reckoning.value(figures.conversion()), Unit.SHARE, "{passed} / {decided}", inputs);
    }

    private static long decided(StageFigures figures) {
        return figures.won().count() + figures.lost().count();
    }

    /** The company's deals open to those who see all of them. */
    private static Reckoning company(
            PeopleQuestion question, PeopleNumber asked, ShowStages.Row row, CurrentUser user) {
        var company = row.company();
        if (company == null) {
            throw asked.unknown();
        }
        var stage = Long.valueOf(asked.of());
        return Crowd.seesAll(user)
                ? conversion(
                        asked,
                        company,
                        row.companyRate(),
                        LeagueReckoning.passport(new FunnelCell(question.funnel(null), stage, Figure.WON)),
                        LeagueReckoning.passport(new FunnelCell(question.funnel(null), stage, Figure.DECIDED)))
                : conversion(asked, company, row.companyRate(), "", "");
    }

    private static Reckoning beyond(PeopleQuestion question, PeopleNumber asked, ShowStages.Row row) {
        var company = row.company();
        if (company == null) {
            throw asked.unknown();
        }
        return new Reckoning(
                asked.number(),
                row.lostBeyond(),
                Unit.COUNT,
                "{lost} − {decided} × (1 − {company})",
                List.of(
                        Input.count(
                                "lost",
                                row.own().lost().count(),
                                LeagueReckoning.passport(cell(question, asked, Figure.LOST))),
                        Input.count(
                                "decided",
                                decided(row.own()),
                                LeagueReckoning.passport(cell(question, asked, Figure.DECIDED))),
                        Input.of(
                                "company", Reckoning.value(company.conversion()), Unit.SHARE, asked.other("company"))));
    }

    private Optional<ShowStages.Row> ledger(
            PeopleQuestion question, PeopleNumber asked, ShowStages.Row row, CurrentUser user) {
        var own = stage(question, asked.person(), asked, user);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (row.company() == null) {
            return Optional.of(new ShowStages.Row(own.get().figures(), own.get().rate(), null, null));
        }
        return stage(question, null, asked, WorkOfReps.everybody(user))
                .map(company ->
                        new ShowStages.Row(own.get().figures(), own.get().rate(), company.figures(), company.rate()));
    }

    private record Counted(StageFigures figures, @Nullable Rate rate) {}

    private Optional<Counted> stage(
            PeopleQuestion question, @Nullable Long person, PeopleNumber asked, CurrentUser eyes) {
        Optional<Funnel> told = funnels.show(question.funnel(person), eyes);
        return told.flatMap(funnel -> recounts.of(funnel, eyes))
                .flatMap(funnel -> funnel.stages().stream()
                        .filter(stage -> Long.toString(stage.stage().id()).equals(asked.of()))
                        .findFirst()
                        .map(stage -> new Counted(stage, rates.again(funnel, stage))));
    }
}
