package io.lijevak.funnel.web;

import io.lijevak.funnel.Exclusion;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.Passport;
import io.lijevak.funnel.Passport.Recount;
import io.lijevak.funnel.ShowPassport.Verdict;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    public Ui ui() {
        return page.ui();
    }

    public PageLink link() {
        return new PageLink(PATH, Map.of("cell", passport.cell().text()));
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
        var figure = ui().t("funnel.figure." + FunnelPage.word(passport.cell().figure()));
        return stage().isEmpty() ? ui().t("funnel.passport.whole", figure) : stage() + ": " + figure;
    }

    private String stage() {
        return page.funnel().stages().stream()
                .filter(stage ->
                        Objects.equals(stage.stage().id(), passport.cell().stage()))
                .map(stage -> stage.stage().name())
                .findFirst()
                .orElse("");
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

    /** What the ledger says, in numbers. */
    public String recounted(Recount told) {
        var text = page.number(told.tally().count());
        if (told.days().average() != null) {
            return text + " · "
                    + ui().t(
                                    "funnel.passport.averageDays",
                                    page.days(told.days().average()));
        }
        return hasAmount() ? text + " · " + ui().f().decimal(told.tally().amount(), 2) : text;
    }
}
