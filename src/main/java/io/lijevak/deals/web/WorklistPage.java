package io.lijevak.deals.web;

import io.lijevak.deals.RiskKind;
import io.lijevak.deals.RiskSignal;
import io.lijevak.deals.Worklist;
import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the deals at risk.
 *
 * @param keptSince when the first warning was kept, told of past days alone
 */
public record WorklistPage(
        PageLink link,
        Filters filters,
        Slice<Worklist.Endangered> slice,
        Worklist.Totals totals,
        PastDay past,
        @Nullable Instant keptSince) {

    public @Nullable String next() {
        return slice.next() == null ? null : link.with("next", slice.next()).toString();
    }

    /** The address of this list, where acting returns to. */
    public String here() {
        return link.without("next").toString();
    }

    /** Whether one may act on the deals: never on those of a past day. */
    public boolean acts(Ui ui) {
        return !past.isPast() && ui.may("DEAL.EDIT");
    }

    /** The same day without any filter. */
    public String cleared() {
        var none = new PageLink(link.path(), Map.of());
        return past.isPast()
                ? none.with(PastDay.AS_OF, link.value(PastDay.AS_OF))
                        .with(PastDay.KNOWN, link.parameters().get(PastDay.KNOWN))
                        .toString()
                : none.toString();
    }

    /** Whether no warning had been kept yet when the day ended. */
    public boolean isBeforeWarnings(Ui ui) {
        return past.isPast() && (keptSince == null || !keptSince.isBefore(past.moment(ui)));
    }

    /** What is told of a past day, and what is not. */
    public String words(Ui ui) {
        if (keptSince == null || isBeforeWarnings(ui)) {
            return keptSince == null
                    ? ui.t("deals.worklist.past.never")
                    : ui.t("deals.worklist.past.before", ui.f().date(keptSince));
        }
        return ui.t("deals.worklist.past.words", ui.f().date(keptSince));
    }

    public Money money(Ui ui, BigDecimal value) {
        return new Money(value, ui.company().currency());
    }

    /** How many there are and the money at risk; empty of a day of which no warnings are kept. */
    public String sum(Ui ui) {
        return isBeforeWarnings(ui)
                ? ""
                : ui.t("deals.worklist.sum", totals.deals(), ui.f().money(money(ui, totals.atRisk())));
    }

    /** The list as a file; {@code rows} hands over all of its deals. */
    Export export(Ui ui, Consumer<Consumer<Worklist.Endangered>> rows) {
        var title = ui.t("deals.worklist.title");
        var words = new Export.Words(title, title, sum(ui), facts(ui), past.moment(ui));
        return Export.ofRows(
                ui, words, new TableDownload<>(title, ui.f().region(), ui.f().zone(), columns(ui)), rows);
    }

    private List<Export.Fact> facts(Ui ui) {
        var facts = new ArrayList<>(filters.facts(ui));
        facts.addAll(past.facts(ui));
        if (past.isPast()) {
            facts.add(new Export.Fact(ui.t("deals.risks.title"), words(ui)));
        }
        return facts;
    }

    private static List<Column<Worklist.Endangered>> columns(Ui ui) {
        return List.of(
                new Column<>(ui.t("deals.field.id"), Worklist.Endangered::id),
                new Column<>(ui.t("deals.field.title"), Worklist.Endangered::title),
                new Column<>(ui.t("deals.field.customer"), deal -> name(deal.customer())),
                new Column<>(ui.t("deals.field.stage"), deal -> name(deal.stage())),
                new Column<>(
                        ui.t("deals.risks.title"),
                        deal -> deal.signals().stream()
                                .map(signal ->
                                        ui.t("deals.risk." + signal.kind().word()) + ": " + why(ui, signal))
                                .collect(Collectors.joining("; "))),
                new Column<>(ui.t("deals.field.responsible"), deal -> name(deal.responsible())),
                new Column<>(ui.t("deals.field.potential", ui.company().currency()), Worklist.Endangered::potential),
                new Column<>(ui.t("deals.worklist.risk"), Worklist.Endangered::risk),
                new Column<>(ui.t("deals.worklist.atRisk"), Worklist.Endangered::atRisk));
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }

    /** The kinds of warnings to narrow the list to. */
    public List<Option> kinds(Ui ui) {
        return Stream.of(RiskKind.values())
                .map(kind -> new Option(kind.word(), ui.t("deals.risk." + kind.word())))
                .toList();
    }

    /** Why there is a warning, in words. */
    public static String why(Ui ui, RiskSignal signal) {
        return ui.t(
                "deals.risk.why." + signal.kind().word(),
                ui.f().date(signal.since()),
                signal.number() == null ? 0 : signal.number(),
                signal.name() == null ? "" : signal.name());
    }
}
