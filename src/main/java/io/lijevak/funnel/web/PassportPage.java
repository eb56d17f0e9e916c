package io.lijevak.funnel.web;

import io.lijevak.funnel.CellRates;
import io.lijevak.funnel.Exclusion;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FindDeals;
import io.lijevak.funnel.FunnelStage;
import io.lijevak.funnel.GroupWords;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.Passport;
import io.lijevak.funnel.Passport.Recount;
import io.lijevak.funnel.Rate;
import io.lijevak.funnel.ShowPassport;
import io.lijevak.funnel.ShowPassport.Verdict;
import io.lijevak.platform.web.NumberPassport;
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
 * @param meant the deals that the viewer asks of
 * @param verdict what was decided of the one if it is one
 * @param recount null = not asked for; empty = there are too many deals
 */
record PassportPage(
        FunnelPage page,
        FunnelControls controls,
        Passport passport,
        FindDeals.Meant meant,
        Optional<Verdict> verdict,
        @Nullable Optional<Recount> recount) {
    static final String PATH = "/funnel/passport";

    static String of(String cell) {
        return new PageLink(PATH, Map.of("cell", cell)).toString();
    }

    static String of(String cell, Indicator measure) {
        return new PageLink(PATH, Map.of("cell", cell))
                .with("measure", measure.key())
                .toString();
    }

    Ui ui() {
        return page.ui();
    }

    /** The address of a passport. */
    static PageLink self(Passport passport) {
        var link = new PageLink(PATH, Map.of("cell", passport.cell().text()));
        var indicator = passport.indicator();
        return indicator == null ? link : link.with("measure", indicator.key());
    }

    /** As all passports are shown. */
    NumberPassport told() {
        var told = measure().orElse(null);
        return new NumberPassport(
                head(told),
                new PassportLines(this, told).all(),
                told == null ? List.of() : told.inputs(),
                new NumberPassport.Members(number(), included(), excluded(), page.number(passport.deals())),
                meant.why(verdict.map(this::answer).orElse(null)),
                again());
    }

    private NumberPassport.Head head(@Nullable PassportMeasure told) {
        return new NumberPassport.Head(
                title(),
                told == null ? number() : told.value(),
                told == null ? included() : told.events(),
                page.link().without("numbers").toString(),
                ui().t("funnel.difference.back"));
    }

    private String title() {
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

    /** What is told of the deals, where it is more than how many they are. */
    private Optional<PassportMeasure> measure() {
        return Optional.ofNullable(passport.indicator())
                .map(indicator -> new PassportMeasure(new IndicatorWords(ui(), 2), passport, indicator));
    }

    private String number() {
        return page.number(passport.counted().count());
    }

    boolean hasAmount() {
        return passport.cell().figure() != Figure.TIMED && passport.cell().figure() != Figure.UNDATED;
    }

    /** The list of the deals in the number. */
    private String included() {
        return passport.cell().list().toString();
    }

    private List<NumberPassport.Row> excluded() {
        return passport.excluded().entrySet().stream()
                .map(out -> new NumberPassport.Row(
                        words(out.getKey()),
                        page.number(out.getValue()),
                        new PageLink("/deals", Map.of(Passport.EXCLUDED, passport.key(out.getKey()))).toString()))
                .toList();
    }

    private String words(Exclusion why) {
        return ui().t("funnel.exclusion." + FunnelPage.word(why));
    }

    private NumberPassport.Answer answer(Verdict verdict) {
        var text = verdict.why().isEmpty()
                ? ui().t("platform.passport.isIn")
                : ui().t("platform.passport.isOut", reason(verdict));
        return new NumberPassport.Answer(verdict.id(), verdict.title(), text);
    }

    /** The reason that keeps the asked deal out, with the groups that it is not of. */
    private String reason(Verdict verdict) {
        var groups = GroupWords.of(ui()::t, ui().f());
        var names = verdict.groups().stream()
                .map(dimension -> dimension.name(groups))
                .collect(Collectors.joining(", "));
        var words = words(verdict.why().orElseThrow());
        return names.isEmpty() ? words : words + " (" + names + ")";
    }

    private NumberPassport.Again again() {
        var note = ui().t("platform.passport.recount.note")
                + (passport.rates().rate() == null ? "" : " " + ui().t("funnel.passport.recount.rates"));
        var href = self(passport).with("recount", "true").toString();
        if (recount == null) {
            return new NumberPassport.Again(note, href, "", null);
        }
        return recount.map(told -> new NumberPassport.Again(
                        note, href, ui().t("platform.passport.recounted", recounted(told)), told.equal()))
                .orElseGet(() -> new NumberPassport.Again(
                        note,
                        href,
                        ui().t("platform.passport.recount.tooMany", page.number(ShowPassport.MOST_RECOUNTED)),
                        null));
    }

    /** What the ledger says, in numbers. */
    private String recounted(Recount told) {
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
        return (hasAmount() ? text + " · " + ui().f().decimal(told.tally().amount(), 2) : text) + rates(told.rates());
    }

    private String rates(CellRates again) {
        var open = again.open();
        return (again.rate() == null ? "" : " · " + interval("funnel.table.conversion", again.rate()))
                + (open == null || open.rate() == null ? "" : " · " + interval("funnel.table.open", open.rate()));
    }

    private String interval(String name, Rate rate) {
        return ui().t(
                        "funnel.passport.recount.interval",
                        ui().t(name),
                        ui().f().percent(rate.trials().good() / rate.trials().all()),
                        ui().f().percent(rate.low()),
                        ui().f().percent(rate.high()));
    }
}
