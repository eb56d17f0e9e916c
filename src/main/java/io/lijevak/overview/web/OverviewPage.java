package io.lijevak.overview.web;

import io.lijevak.overview.Amount;
import io.lijevak.overview.ComingRevenue;
import io.lijevak.overview.Overview;
import io.lijevak.overview.PeopleInNeed;
import io.lijevak.overview.ShowOverview;
import io.lijevak.overview.WeekChanges;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The overview as its page shows it.
 *
 * @param revision of the business data that the answer was computed from
 */
public record OverviewPage(Ui ui, Overview overview, long revision) {
    private static final int LAST = 6;

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

    public String deals(ComingRevenue.Part part) {
        return new PageLink("/deals", Map.of("overview", "coming:" + part.key())).toString();
    }

    /** The list of what happened to deals in the last seven days. */
    public String deals(WeekChanges.Change change) {
        return deals(change, overview.today());
    }

    /** The same of the seven days before. */
    public String dealsBefore(WeekChanges.Change change) {
        return deals(change, overview.today().minusDays(LAST + 1L));
    }

    private static String deals(WeekChanges.Change change, LocalDate to) {
        var from = to.minusDays(LAST);
        var list = new PageLink("/deals", Map.of());
        return switch (change) {
            case WON, LOST ->
                list.with("outcome", word(change))
                        .with("closedFrom", from)
                        .with("closedTo", to)
                        .toString();
            case OPENED -> list.with("openedFrom", from).with("openedTo", to).toString();
            case RETURNED ->
                list.with("overview", "returned:" + from + ":" + to).toString();
        };
    }

    public String title(WeekChanges.Change change) {
        return ui.t("overview.change." + word(change));
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

    public String marked(PeopleInNeed.Row row, String mark) {
        return new PageLink("/deals", Map.of())
                .with("outcome", "open")
                .with("responsible", row.person())
                .with("mark", mark)
                .toString();
    }

    public String overdue(PeopleInNeed.Row row) {
        return "/tasks?whose=team&when=overdue&person=" + row.person();
    }

    public String meetings() {
        return new PageLink("/interactions", ShowOverview.meetings(overview.today(), overview.endOfWeek())).toString();
    }

    private static String word(WeekChanges.Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
