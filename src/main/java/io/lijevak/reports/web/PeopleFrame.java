package io.lijevak.reports.web;

import io.lijevak.funnel.FunnelReferences;
import io.lijevak.funnel.Known;
import io.lijevak.platform.NamedPeriod;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.PeopleQuestion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What all reports on people have in common: the question, the choices above it, the tabs.
 *
 * @param link the page's own address with its state in canonical form
 */
public record PeopleFrame(Ui ui, PeopleQuestion question, FunnelReferences references, PageLink link, LocalDate today) {
    static final String ROOT = "/reports/people";

    /** One of the reports. */
    public record Tab(String title, String href, boolean here) {}

    /** A period offered by name. */
    public record Preset(String name, String href, boolean chosen) {}

    static PeopleFrame of(String path, Ui ui, PeopleQuestion question, AskPeople ask, Map<String, String> more) {
        return new PeopleFrame(ui, question, ask.references(), link(path, question, more), ask.today());
    }

    /** The parameters of a page beside its question: what only it is asked, and what its numbers open. */
    static Map<String, String> more(Map<String, String> sent, Map<String, String> own) {
        var more = new HashMap<>(own);
        more.put(NumberPassport.NUMBERS, sent.getOrDefault(NumberPassport.NUMBERS, ""));
        return more;
    }

    static PageLink link(String path, PeopleQuestion question, Map<String, String> more) {
        var link = new PageLink(path, Map.of())
                .with("dealType", question.type().id())
                .with("from", question.period().from())
                .with("to", question.period().to())
                .with(PastDay.AS_OF, question.asOf())
                .with(PastDay.KNOWN, question.known() == Known.THEN ? "then" : null);
        for (var parameter : more.entrySet()) {
            link = link.with(parameter.getKey(), parameter.getValue());
        }
        return link;
    }

    public Lists lists() {
        return new Lists(question, link);
    }

    public List<Tab> tabs() {
        return PeopleTab.ALL.stream()
                .map(tab -> new Tab(
                        ui.t("reports.tab." + tab.word()),
                        link(tab.path(), question, Map.of()).toString(),
                        tab.path().equals(link.path())))
                .toList();
    }

    public List<Option> types() {
        return references.types().stream()
                .map(type -> Option.of(type.id(), type.name()))
                .toList();
    }

    /** The day looked at, with the ends of the period as marks. */
    public PastDay past() {
        return PastDay.of(
                link, today, List.of(question.period().from(), question.period().to()));
    }

    public Form form() {
        return Form.of(new HashMap<>(link.parameters()));
    }

    public List<Preset> presets() {
        return Stream.of(
                        NamedPeriod.THIS_QUARTER,
                        NamedPeriod.LAST_QUARTER,
                        NamedPeriod.THIS_YEAR,
                        NamedPeriod.LAST_12_MONTHS,
                        NamedPeriod.LAST_MONTH)
                .map(period -> preset(period.word(), period.on(today)))
                .toList();
    }

    private Preset preset(String name, Period period) {
        var href = link.with("from", period.from()).with("to", period.to());
        return new Preset(ui.t("reports.period." + name), href.toString(), period.equals(question.period()));
    }

    /** What all numbers of the page are of: filter, period, moment and time zone. */
    public String passport() {
        return ui.t(
                "reports.passport",
                question.type().name(),
                period(),
                ui.f().date(PastDay.day(link.parameters(), today)),
                ui.company().timeZone().getId());
    }

    public String period() {
        return ui.f().date(question.period().from()) + " – "
                + ui.f().date(question.period().to());
    }
}
