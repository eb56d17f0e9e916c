package io.lijevak.overview.web;

import io.lijevak.overview.Amount;
import io.lijevak.overview.ComingRevenue;
import io.lijevak.overview.Overview;
import io.lijevak.overview.OverviewKey;
import io.lijevak.overview.OverviewNumber;
import io.lijevak.overview.PeopleInNeed;
import io.lijevak.overview.ShowOverview;
import io.lijevak.overview.StuckDeals;
import io.lijevak.overview.WeekChanges;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The overview as its page shows it.
 *
 * @param revision of the business data that the answer was computed from
 */
public record OverviewPage(Ui ui, Overview overview, PastDay past, long revision) {
    /** Its parts, whose meaning is told below them. */
    public static final List<String> PARTS = List.of("changes", "stuck", "coming", "meetings", "people");

    private static final int LAST = 6;

    /** The page itself. */
    public PageLink link() {
        return past.link();
    }

    public String number(long value) {
        return ui.f().number(value);
    }

    public String amount(@Nullable BigDecimal amount) {
        return amount == null ? "–" : ui.f().decimal(amount, 0);
    }

    public String money(@Nullable BigDecimal amount) {
        return amount == null ? "–" : amount(amount) + "\u00a0" + ui.company().currency();
    }

    /** A month in words, or what is past, later or without a day. */
    public String coming(ComingRevenue.Part part) {
        return part.key().matches("\\d.*")
                ? ui.f().month(YearMonth.parse(part.key()))
                : ui.t("overview.coming." + part.key());
    }

    /** What a number opens: its list, or its passport where that is asked for or the number has no list. */
    public String opens(OverviewNumber number, Object of) {
        var list = list(number, of.toString());
        return list.isEmpty() || NumberPassport.isAsked(link())
                ? OverviewPassportPage.of(number, of, overview.asOf()).toString()
                : list;
    }

    public String opens(OverviewNumber number, WeekChanges.Change change) {
        return opens(number, change.word());
    }

    /** The list behind a number of a change, a month or a person; empty for one that is none of records. */
    String list(OverviewNumber number, String of) {
        var open = overview.open();
        return switch (number) {
            case CHANGED -> deals(of, overview.today());
            case CHANGED_BEFORE, CHANGED_DIFFERENCE ->
                deals(of, overview.today().minusDays(LAST + 1L));
            case STUCK -> stuck();
            case COMING -> list(Map.of("overview", OverviewKey.text("coming:" + of, overview.asOf())));
            case MEETINGS -> open == null ? "" : meetings(open);
            case OVERDUE_OF_ALL -> "/tasks?whose=team&when=overdue";
            case LATE, SILENT, UNPLANNED -> open == null ? stuck(of) : marked(of, number.word());
            case OVERDUE -> "/tasks?whose=team&when=overdue&person=" + of;
            case CHANGED_SUM, CHANGED_SUM_BEFORE, CHANGED_SUM_DIFFERENCE -> "";
            case STUCK_SUM, COMING_POTENTIAL, COMING_EXPECTED, WEEK_AGO -> "";
        };
    }

    private String deals(String change, LocalDate to) {
        var from = to.minusDays(LAST);
        return list(
                switch (change) {
                    case "opened" -> Map.of("openedFrom", from.toString(), "openedTo", to.toString());
                    case "returned" ->
                        Map.of("overview", OverviewKey.text("returned:" + from + ":" + to, overview.asOf()));
                    default -> Map.of("outcome", change, "closedFrom", from.toString(), "closedTo", to.toString());
                });
    }

    public String title(WeekChanges.Change change) {
        return ui.t("overview.change." + change.word());
    }

    /** By how many deals the week differs from the one before, in words. */
    public String difference(WeekChanges.Change change) {
        var last = overview.weeks().last(change);
        var before = overview.weeks().before(change);
        return difference(last.deals() - before.deals());
    }

    /** By how much money, with its sign; empty when by none. */
    public String moneyDifference(WeekChanges.Change change) {
        Amount last = overview.weeks().last(change);
        var difference = last.sum().subtract(overview.weeks().before(change).sum());
        return difference.signum() == 0 ? "" : (difference.signum() > 0 ? "+" : "−") + money(difference.abs());
    }

    public String difference(long difference) {
        var size = Math.abs(difference);
        return difference == 0
                ? ui.t("overview.difference.none")
                : ui.t(difference > 0 ? "overview.difference.more" : "overview.difference.fewer", number(size));
    }

    /** All needs of a person against a week ago, in words. */
    public String difference(PeopleInNeed.Row row) {
        var before = row.before();
        return before == null ? ui.t("overview.difference.unknown") : difference((long) sum(row.needs()) - sum(before));
    }

    private static int sum(PeopleInNeed.Needs needs) {
        return needs.late() + needs.silent() + needs.unplanned() + needs.overdue();
    }

    /** Where the deal stood, whose it is, and since when it has been past the norm, as far as that is known. */
    public String about(StuckDeals.Deal deal) {
        var since = deal.since();
        return Stream.of(
                        deal.stage(),
                        deal.person(),
                        since == null
                                ? null
                                : ui.t("overview.stuck.since", ui.f().date(since)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** The list of the deals past the norm. */
    public String stuck() {
        return new PageLink("/deals", StuckDeals.list(overview.asOf())).toString();
    }

    /** The same of a person. */
    private String stuck(String person) {
        return new PageLink("/deals", StuckDeals.list(overview.asOf()))
                .with("responsible", person)
                .toString();
    }

    /** The page of the bottlenecks, of the same day. */
    public String bottlenecks() {
        return new PageLink("/funnel/bottlenecks", new TreeMap<>(asOf()))
                .with(NumberPassport.NUMBERS, link().value(NumberPassport.NUMBERS))
                .toString();
    }

    /** What is live is of now alone. */
    public @Nullable String live() {
        return past.isPast() ? null : Long.toString(revision);
    }

    /** The deals of a filter as they stand on the day. */
    private String list(Map<String, String> filter) {
        var parameters = new TreeMap<>(filter);
        parameters.putAll(asOf());
        return new PageLink("/deals", parameters).toString();
    }

    private Map<String, String> asOf() {
        var asOf = overview.asOf();
        return asOf == null ? Map.of() : asOf.parameters();
    }

    private static String marked(String person, String mark) {
        return new PageLink("/deals", Map.of())
                .with("outcome", "open")
                .with("responsible", person)
                .with("mark", mark)
                .toString();
    }

    public String meetings(Overview.Open open) {
        return new PageLink("/interactions", ShowOverview.meetings(overview.today(), open.endOfWeek())).toString();
    }
}
