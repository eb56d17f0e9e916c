package io.lijevak.funnel.web;

import io.lijevak.funnel.Exclusion;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelStage;
import io.lijevak.funnel.GroupWords;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.Passport;
import io.lijevak.funnel.Passport.Recount;
import io.lijevak.funnel.ShowPassport.Verdict;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The passport of one number as its page shows it.
 *
 * @param page the funnel that the number stands in
 * @param typed what the viewer typed to find a deal
 * @param found deals of that name, and what was decided of the one if it is one
 * @param recount null = not asked for; empty = there are too many deals
 */
public record PassportPage(
        FunnelPage page,
        FunnelControls controls,
        Passport passport,
        String typed,
        Found found,
        @Nullable Optional<Recount> recount) {
    static final String PATH = "/funnel/passport";

    /** A deal to choose. */
    public record Choice(long id, String title) {}

    public record Found(List<Choice> choices, Optional<Verdict> verdict) {
        static final Found NOTHING = new Found(List.of(), Optional.empty());
    }

    /** A condition, how many deals it keeps out, and their list. */
    public record Row(String words, String number, String href) {}

    static String of(String cell) {
        return new PageLink(PATH, Map.of("cell", cell)).toString();
    }

    static String of(String cell, Indicator measure) {
        return new PageLink(PATH, Map.of("cell", cell))
                .with("measure", measure.key())
                .toString();
    }

    public Ui ui() {
        return page.ui();
    }

    public PageLink link() {
        var link = new PageLink(PATH, Map.of("cell", passport.cell().text()));
        var indicator = passport.indicator();
        return indicator == null ? link : link.with("measure", indicator.key());
    }

    public String recountLink() {
        return link().with("recount", "true").toString();
    }

    public String choiceLink(Choice choice) {
        return link().with("deal", choice.id()).toString();
    }

    public String funnelLink() {
        return page.link().without("numbers").toString();
    }

    public String title() {
        var told = measure()
                .map(PassportMeasure::name)
                .orElseGet(() -> ui().t("funnel.figure."
                        + FunnelPage.word(passport.cell().figure())));
        var place = place();
        return place.isEmpty() ? ui().t("funnel.passport.whole", told) : place + ": " + told;
    }

    /** The stage and the groups of the cell, such as "Offer › Ana". */
    private String place() {
        var groups = GroupWords.of(ui()::t, ui().f());
        return Stream.concat(
                        stage().stream(),
                        passport.groups().entrySet().stream()
                                .map(group -> group.getKey().label(group.getValue(), controls.references(), groups)))
                .collect(Collectors.joining(" › "));
    }

    private Optional<String> stage() {
        var stage = passport.cell().stage();
        return stage == null
                ? Optional.empty()
                : Optional.ofNullable(controls.references().stages().get(stage)).map(FunnelStage::name);
    }

    /** The groups of the cell by the names of what they group by. */
    public List<Group> groups() {
        var groups = GroupWords.of(ui()::t, ui().f());
        return passport.groups().entrySet().stream()
                .map(group -> new Group(
                        group.getKey().name(groups),
                        group.getKey().label(group.getValue(), controls.references(), groups)))
                .toList();
    }

    /** What the cell is of. */
    public record Group(String name, String value) {}

    /** What is told of the deals, where it is more than how many they are. */
    public Optional<PassportMeasure> measure() {
        return Optional.ofNullable(passport.indicator())
                .map(indicator -> new PassportMeasure(new IndicatorWords(ui(), 2), passport, indicator));
    }

    public String number() {
        return page.number(passport.counted().count());
    }

    /** The amount beside the number, empty where the number has none. */
    public String amount() {
        return hasAmount() ? ui().f().decimal(passport.counted().amount(), 2) : "";
    }

    public boolean hasAmount() {
        return passport.cell().figure() != Figure.TIMED && passport.cell().figure() != Figure.UNDATED;
    }

    public String definition() {
        var kind = passport.cell().stage() == null ? "whole" : "stage";
        return ui().t("funnel.definition." + kind + "."
                + FunnelPage.word(passport.cell().figure()));
    }

    /** The list of the deals in the number. */
    public String included() {
        return passport.cell().list().toString();
    }

    public List<Row> excluded() {
        return passport.excluded().entrySet().stream()
                .map(out -> new Row(
                        words(out.getKey()),
                        page.number(out.getValue()),
                        new PageLink("/deals", Map.of(Passport.EXCLUDED, passport.key(out.getKey()))).toString()))
                .toList();
    }

    public String words(Exclusion why) {
        return ui().t("funnel.exclusion." + FunnelPage.word(why));
    }

    /** The rate that the number is the whole of, with its interval; empty for other numbers. */
    public Optional<String> rate() {
        if (passport.cell().figure() != Figure.DECIDED) {
            return Optional.empty();
        }
        var stage = passport.cell().stage();
        var rate = stage == null
                ? page.honest().winRate()
                : page.honest().conversions().get(stage);
        return Optional.ofNullable(rate)
                .map(known -> page.rates()
                                .share(
                                        java.util.OptionalDouble.of(
                                                known.trials().good()
                                                        / known.trials().all()),
                                        Math.round(known.trials().good()),
                                        Math.round(known.trials().all()))
                        + " · " + page.rates().words(known));
    }

    /** Average, median and n of the days, empty for numbers that are none of days. */
    public Optional<String> days() {
        var days = passport.days();
        return days.known() == 0
                ? Optional.empty()
                : Optional.of(ui().t(
                                "funnel.passport.daysOf",
                                page.days(days.average()),
                                page.days(days.median()),
                                page.number(days.known())));
    }

    /** The reason that keeps the asked deal out, with the groups that it is not of. */
    public String reason(Verdict verdict) {
        var groups = GroupWords.of(ui()::t, ui().f());
        var names = verdict.groups().stream()
                .map(dimension -> dimension.name(groups))
                .collect(Collectors.joining(", "));
        var words = words(verdict.why().orElseThrow());
        return names.isEmpty() ? words : words + " (" + names + ")";
    }

    /** What the ledger says, in numbers. */
    public String recounted(Recount told) {
        var text = page.number(told.tally().count());
        if (measure().isPresent()) {
            var measure = measure().get();
            return text + " · " + measure.name() + " " + measure.text(told.figures());
        }
        if (told.days().average() != null) {
            return text + " · "
                    + ui().t(
                                    "funnel.passport.averageDays",
                                    page.days(told.days().average()));
        }
        return hasAmount() ? text + " · " + ui().f().decimal(told.tally().amount(), 2) : text;
    }
}
