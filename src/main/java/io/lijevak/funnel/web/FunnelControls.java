package io.lijevak.funnel.web;

import io.lijevak.funnel.Comparison;
import io.lijevak.funnel.FunnelReferences;
import io.lijevak.funnel.FunnelReferences.Choice;
import io.lijevak.funnel.FunnelView;
import io.lijevak.funnel.PeriodRule;
import io.lijevak.funnel.PotentialMoment;
import io.lijevak.platform.NamedPeriod;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one may choose above a funnel; every choice is a parameter of the address.
 *
 * @param form the chosen values
 */
public record FunnelControls(
        Ui ui, FunnelReferences references, FieldChips.Read own, Form form, CurrentUser user, LocalDate today) {
    /** Parameters that stand as removable chips beside the filter button. */
    private static final List<String> CHIPS =
            List.of(FunnelReferences.SOURCE, FunnelReferences.CATEGORY, FunnelReferences.PRODUCT_GROUP);

    public PageLink link() {
        return own.link();
    }

    /** The day looked at, with the ends of the period as marks. */
    public PastDay past() {
        var ends = Stream.of("from", "to")
                .map(link()::value)
                .filter(day -> usesPeriod() && !day.isEmpty())
                .map(LocalDate::parse)
                .toList();
        return PastDay.of(link(), today, ends);
    }

    /** What of a past picture is of its day, and what of now. */
    public String pastWords() {
        var words = ui.t("funnel.past.words");
        return past().then() ? words + " " + ui.t("funnel.past.then") : words;
    }

    /** A period offered by name. */
    public record Preset(String name, String href, boolean chosen) {}

    /** A filter in force. */
    public record Chip(String label, String value, String without) {}

    public List<Option> types() {
        return references.types().stream()
                .map(type -> Option.of(type.id(), type.name()))
                .toList();
    }

    public List<Option> rules() {
        return Stream.of(PeriodRule.values())
                .filter(rule -> !active() || rule != PeriodRule.CLOSED)
                .map(rule -> Option.of(FunnelPage.word(rule), ui.t("funnel.rule." + FunnelPage.word(rule))))
                .toList();
    }

    public List<Option> potentials() {
        return Stream.of(PotentialMoment.values())
                .map(moment -> Option.of(FunnelPage.word(moment), ui.t("funnel.potential." + FunnelPage.word(moment))))
                .toList();
    }

    public List<Option> probabilities() {
        return List.of(
                Option.of("", ui.t("funnel.probability.template")),
                Option.of("own", ui.t("funnel.probability.own")),
                Option.of("estimate", ui.t("funnel.probability.estimate")));
    }

    public List<Option> palettes() {
        return List.of(Option.of("", ui.t("funnel.palette.usual")), Option.of("seed", ui.t("funnel.palette.seed")));
    }

    /** Teams and people the viewer's right reaches; empty when it reaches only the viewer. */
    public List<Option> who() {
        var scope = user.scope(Resource.FUNNEL, Action.VIEW);
        if (scope == Scope.OWN || scope == Scope.NONE) {
            return List.of();
        }
        var people = references.of(FunnelReferences.OWNER).stream()
                .filter(person -> scope == Scope.ALL || user.people().contains(person.id()))
                .toList();
        var options = new ArrayList<Option>();
        references.of(FunnelReferences.TEAM).stream()
                .filter(team -> people.stream().anyMatch(person -> Objects.equals(person.team(), team.id())))
                .forEach(team -> options.add(new Option("team:" + team.id(), ui.t("funnel.who.team", team.name()))));
        people.forEach(person -> options.add(new Option("owner:" + person.id(), person.name())));
        return options;
    }

    /** What was asked, in words: the deal type, what else the page says of itself, whose deals, and which of them. */
    List<Export.Fact> facts(String type, Export.Fact... more) {
        var facts = new ArrayList<Export.Fact>();
        facts.add(new Export.Fact(ui.t("funnel.control.type"), type));
        facts.addAll(List.of(more));
        facts.add(new Export.Fact(ui.t("funnel.control.who"), chosenWho()));
        chips().forEach(chip -> facts.add(new Export.Fact(chip.label(), chip.value())));
        facts.addAll(own.facts(ui));
        facts.addAll(past().facts(ui));
        return facts;
    }

    /** What a funnel may be compared with. */
    public List<Option> comparisons() {
        var options = new ArrayList<Option>();
        for (var kind : List.of(Comparison.PREVIOUS, Comparison.LAST_YEAR, Comparison.PERIOD)) {
            options.add(Option.of(kind, ui.t("funnel.compare." + kind)));
        }
        options.addAll(who());
        return options;
    }

    public boolean comparesPeriod() {
        return link().value(Comparison.COMPARE).equals(Comparison.PERIOD);
    }

    /** The chosen person or team by name. */
    public String chosenWho() {
        return who().stream()
                .filter(option -> form.has("who", option.value()))
                .map(Option::label)
                .findFirst()
                .orElse(ui.t("funnel.who.all"));
    }

    public List<Option> options(String filter) {
        return references.of(filter).stream()
                .map(choice -> Option.of(choice.id(), choice.name()))
                .toList();
    }

    /** The filters that the company has values for. */
    public List<String> filters() {
        return CHIPS.stream().filter(name -> !references.of(name).isEmpty()).toList();
    }

    public List<Chip> chips() {
        return CHIPS.stream()
                .filter(name -> !link().value(name).isEmpty())
                .map(name -> new Chip(
                        ui.t("funnel.filter." + name),
                        named(name),
                        link().without(name).toString()))
                .toList();
    }

    private String named(String filter) {
        return references.of(filter).stream()
                .filter(choice -> Long.toString(choice.id()).equals(link().value(filter)))
                .map(Choice::name)
                .findFirst()
                .orElse("");
    }

    public boolean active() {
        return link().value("view").equals(FunnelPage.word(FunnelView.ACTIVE));
    }

    public boolean usesPeriod() {
        return !link().value("rule").equals(FunnelPage.word(PeriodRule.SNAPSHOT));
    }

    /** The address of the other view, with its usual rule. */
    public String view(FunnelView view) {
        return link().without("rule").with("view", FunnelPage.word(view)).toString();
    }

    public String counting(String counting) {
        return link().with("counting", counting.equals("raw") ? null : counting).toString();
    }

    /** The same question as a chart, or as a matrix. */
    public String chart() {
        return link().at("/funnel").without("rows", "columns", "measures").toString();
    }

    public String matrix() {
        return link().at("/funnel/matrix").without("palette", "probability").toString();
    }

    /** The same question over all time. */
    public PageLink widened() {
        return link().with("from", "2000-01-01").with("to", today);
    }

    /** The same question without filters. */
    public String unfiltered() {
        var kept = link().without("owner", "team", "source", "category", "productGroup", "asOf", "known");
        return kept.without(own.where().parameters().keySet().toArray(String[]::new))
                .toString();
    }

    public List<Preset> presets() {
        return Stream.of(NamedPeriod.values())
                .map(period -> preset(period.word(), period.on(today)))
                .toList();
    }

    private Preset preset(String name, Period period) {
        var href = link().with("from", period.from()).with("to", period.to());
        return new Preset(ui.t("funnel.period." + name), href.toString(), href.equals(link()));
    }

    public String period() {
        return ui.f().date(LocalDate.parse(link().value("from"))) + " – "
                + ui.f().date(LocalDate.parse(link().value("to")));
    }
}
