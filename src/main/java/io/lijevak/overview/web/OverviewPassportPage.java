package io.lijevak.overview.web;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.PeopleOfDeals;
import io.lijevak.funnel.FindDeals;
import io.lijevak.overview.Overview;
import io.lijevak.overview.OverviewNumber;
import io.lijevak.overview.ShowOverviewPassport;
import io.lijevak.overview.ShowOverviewPassport.Verdict;
import io.lijevak.platform.Named;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.NumberPassport.Line;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReckoningWords;
import io.lijevak.platform.web.SecondCount;
import io.lijevak.platform.web.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The passport of a number of the overview.
 *
 * @param page whose lists the number opens
 * @param meant the deals that the viewer asks of, with the address of the passport
 */
record OverviewPassportPage(
        OverviewPage page, OverviewNumber number, Reckoning told, FindDeals.Meant meant, SecondCount again) {
    static final String PATH = "/overview/passport";
    private static final int LAST = 6;

    /** The address of the passport of a number; {@code asOf} null = of now, {@code of} null = of nothing in particular. */
    static PageLink of(OverviewNumber number, @Nullable Object of, @Nullable AsOf asOf) {
        var link = new PageLink(PATH, Map.of("number", number.word())).with("of", of);
        if (asOf != null) {
            for (var parameter : asOf.parameters().entrySet()) {
                link = link.with(parameter.getKey(), parameter.getValue());
            }
        }
        return link;
    }

    private PageLink self() {
        return meant.self();
    }

    private Ui ui() {
        return page.ui();
    }

    private Overview overview() {
        return page.overview();
    }

    /** {@code members} null where the number is of no set of deals; {@code verdict} of the deal that is asked of. */
    NumberPassport passport(ShowOverviewPassport.@Nullable Members members, Optional<Verdict> verdict) {
        var words = new ReckoningWords(ui(), told, self(), this::name);
        return new NumberPassport(
                new NumberPassport.Head(
                        title(), words.value(), list(), page.link().toString(), ui().t("overview.title")),
                lines(words),
                words.inputs(),
                members == null ? null : members(members),
                number.isOfDeals() ? meant.why(verdict.map(this::answer).orElse(null)) : null,
                words.again(again, ShowOverviewPassport.MOST_RECOUNTED));
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
        var of = self().value("of");
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
                people().filter(person -> Long.toString(person.id()).equals(of))
                        .findFirst()
                        .map(Named::name)
                        .orElse(of);
            case STUCK, STUCK_SUM, MEETINGS, OVERDUE_OF_ALL -> "";
        };
    }

    private Stream<Named> people() {
        var open = overview().open();
        return open == null
                ? overview().late().stream().map(PeopleOfDeals.Share::person)
                : open.team().people().stream().map(row -> new Named(row.person(), row.name()));
    }

    private String list() {
        return page.list(number, self().value("of"));
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
        page.past().facts(ui()).stream()
                .filter(fact -> !fact.label().equals(ui().t("platform.past.asOf")))
                .forEach(fact -> lines.add(Line.of(fact.label(), fact.value())));
        if (page.past().isPast()) {
            lines.add(Line.of(ui().t("overview.passport.past"), ui().t("overview.past.words")));
        }
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

    private NumberPassport.Members members(ShowOverviewPassport.Members members) {
        var out = members.out().stream()
                .map(left -> new NumberPassport.Row(
                        ui().t("overview.exclusion." + left.why()), page.number(left.deals()), list(left)))
                .toList();
        return new NumberPassport.Members(page.number(members.in()), list(), out, page.number(members.all()));
    }

    /** The deals that one condition keeps out, as they stood then. */
    private static String list(ShowOverviewPassport.Left left) {
        var asOf = left.asOf();
        return new PageLink("/deals", asOf == null ? Map.of() : asOf.parameters())
                .with(ShowOverviewPassport.EXCLUDED, left.key())
                .toString();
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
