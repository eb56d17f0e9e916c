package io.lijevak.overview.web;

import io.lijevak.overview.Overview;
import io.lijevak.overview.OverviewNumber;
import io.lijevak.overview.PeopleInNeed;
import io.lijevak.overview.ShowOverviewPassport;
import io.lijevak.overview.ShowOverviewPassport.Recounted;
import io.lijevak.overview.ShowOverviewPassport.Verdict;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.NumberPassport.Line;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReckoningWords;
import io.lijevak.platform.web.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The passport of a number of the overview.
 *
 * @param page whose lists the number opens
 * @param again null = a second count was not asked for; empty = there are too many rows
 */
record OverviewPassportPage(
        OverviewPage page,
        OverviewNumber number,
        Reckoning told,
        PageLink self,
        Found found,
        @Nullable Optional<Recounted> again) {
    static final String PATH = "/overview/passport";
    private static final int LAST = 6;

    /** Deals of the typed title or number, and what was decided of the one if it is one. */
    record Found(String typed, List<NumberPassport.Choice> choices, Optional<Verdict> verdict) {}

    /** The passport of a number; {@code of} null = of nothing in particular. */
    static String of(OverviewNumber number, @Nullable Object of) {
        return new PageLink(PATH, java.util.Map.of("number", number.word()))
                .with("of", of)
                .toString();
    }

    private Ui ui() {
        return page.ui();
    }

    private Overview overview() {
        return page.overview();
    }

    NumberPassport passport() {
        var words = new ReckoningWords(ui(), told, self, this::name);
        var recounted = again == null ? null : again.map(Recounted::again);
        return new NumberPassport(
                new NumberPassport.Head(
                        title(), words.value(), list(), page.link().toString(), ui().t("overview.title")),
                lines(words),
                words.inputs(),
                members(),
                why(),
                words.again(recounted, ShowOverviewPassport.MOST_RECOUNTED));
    }

    private String title() {
        var of = of();
        return (of.isEmpty() ? "" : of + ": ") + name(number.word());
    }

    private String name(String code) {
        return ui().t("overview.number." + code);
    }

    /** What the number is of: a change, a month, a person. */
    private String of() {
        var of = self.value("of");
        return switch (number) {
            case CHANGED, CHANGED_SUM, CHANGED_BEFORE, CHANGED_SUM_BEFORE, CHANGED_DIFFERENCE, CHANGED_SUM_DIFFERENCE ->
                ui().t("overview.change." + of);
            case COMING, COMING_POTENTIAL, COMING_EXPECTED ->
                overview().coming().stream()
                        .filter(part -> part.key().equals(of))
                        .findFirst()
                        .map(page::coming)
                        .orElse(of);
            case LATE, SILENT, UNPLANNED, OVERDUE, WEEK_AGO ->
                open().stream()
                        .flatMap(open -> open.team().people().stream())
                        .filter(row -> Long.toString(row.person()).equals(of))
                        .findFirst()
                        .map(PeopleInNeed.Row::name)
                        .orElse(of);
            case STUCK, STUCK_SUM, MEETINGS, OVERDUE_OF_ALL -> "";
        };
    }

    private Optional<Overview.Open> open() {
        return Optional.ofNullable(overview().open());
    }

    private String list() {
        return page.list(number, self.value("of"));
    }

    private List<Line> lines(ReckoningWords words) {
        var lines = new ArrayList<>(words.lines(ui().t("overview.definition." + section())));
        lines.add(Line.of(ui().t("overview.passport.filter"), ui().t("overview.passport.seen")));
        if (section().equals("changes")) {
            var last = overview().today();
            lines.add(Line.of(ui().t("overview.passport.last"), days(last)));
            lines.add(Line.of(ui().t("overview.passport.before"), days(last.minusDays(LAST + 1L))));
        }
        lines.add(Line.of(
                ui().t("overview.passport.asOf"),
                ui().f().date(overview().today()) + ", "
                        + ui().company().timeZone().getId()));
        return lines;
    }

    private String days(LocalDate last) {
        return ui().f().date(last.minusDays(LAST)) + " – " + ui().f().date(last);
    }

    private String section() {
        return switch (number) {
            case CHANGED, CHANGED_SUM, CHANGED_BEFORE, CHANGED_SUM_BEFORE, CHANGED_DIFFERENCE, CHANGED_SUM_DIFFERENCE ->
                "changes";
            case STUCK, STUCK_SUM -> "stuck";
            case COMING, COMING_POTENTIAL, COMING_EXPECTED -> "coming";
            case MEETINGS -> "meetings";
            case OVERDUE_OF_ALL, LATE, SILENT, UNPLANNED, OVERDUE, WEEK_AGO -> "people";
        };
    }

    /** Known once it was counted again, deal by deal. */
    private NumberPassport.@Nullable Members members() {
        return again == null || again.isEmpty() || !number.isOfDeals() ? null : members(again.get());
    }

    private NumberPassport.Members members(Recounted recounted) {
        var out = recounted.out().entrySet().stream()
                .map(each -> new NumberPassport.Row(
                        ui().t("overview.exclusion." + each.getKey()), page.number(each.getValue()), ""))
                .toList();
        var outside =
                recounted.out().values().stream().mapToLong(Long::longValue).sum();
        return new NumberPassport.Members(
                page.number(recounted.in()), list(), out, page.number(recounted.in() + outside));
    }

    private NumberPassport.@Nullable Why why() {
        return number.isOfDeals()
                ? new NumberPassport.Why(
                        PATH,
                        self.parameters(),
                        found.typed(),
                        found.verdict().map(this::answer).orElse(null),
                        found.choices())
                : null;
    }

    private NumberPassport.Answer answer(Verdict verdict) {
        var out = verdict.out();
        return new NumberPassport.Answer(
                verdict.id(),
                verdict.title(),
                out.isEmpty()
                        ? ui().t("platform.passport.isIn")
                        : ui().t(
                                        "platform.passport.isOut",
                                        Objects.requireNonNull(ui().t("overview.exclusion." + out.get()))));
    }
}
