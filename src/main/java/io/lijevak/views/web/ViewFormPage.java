package io.lijevak.views.web;

import io.lijevak.platform.NamedPeriod;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Teams;
import io.lijevak.views.Audience;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a view: who may open it, and what becomes of its days. */
public record ViewFormPage(
        Ui ui, ViewPage page, ViewAddress asked, @Nullable NamedPeriod period, List<Teams.Team> teams) {

    /** The address whose question is saved. */
    public String at() {
        return asked.toString();
    }

    public List<Option> audiences() {
        return audiences(ui, teams);
    }

    static List<Option> audiences(Ui ui, List<Teams.Team> teams) {
        var options = new ArrayList<Option>();
        options.add(Option.of(Audience.OWNER, ui.t("views.audience.OWNER")));
        ui.byName(teams, Teams.Team::name).stream()
                .filter(team -> !team.archived())
                .forEach(
                        team -> options.add(new Option("TEAM:" + team.id(), ui.t("views.audience.TEAM", team.name()))));
        options.add(Option.of(Audience.ALL, ui.t("views.audience.ALL")));
        return options;
    }

    /** Whether days may move; those of a past day stay. */
    public boolean dated() {
        return page.days() != ViewPage.Days.NONE && asked.question().day() == null;
    }

    /** What moving days mean here. */
    public String moving() {
        return period == null
                ? ui.t("views.days.asTheyAre")
                : ui.t("views.days.moving", ui.t("views.period." + period.word()));
    }

    public String fixed() {
        return ui.t(page.days() == ViewPage.Days.PERIOD_AS_OF ? "views.days.fixedAsOf" : "views.days.fixed");
    }
}
