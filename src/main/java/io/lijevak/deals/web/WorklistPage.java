package io.lijevak.deals.web;

import io.lijevak.deals.RiskKind;
import io.lijevak.deals.RiskSignal;
import io.lijevak.deals.Worklist;
import io.lijevak.platform.Money;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of the deals at risk. */
public record WorklistPage(PageLink link, Filters filters, Slice<Worklist.Endangered> slice, Worklist.Totals totals) {

    public @Nullable String next() {
        return slice.next() == null ? null : link.with("next", slice.next()).toString();
    }

    /** The address of this list, where acting returns to. */
    public String here() {
        return link.without("next").toString();
    }

    public Money money(Ui ui, BigDecimal value) {
        return new Money(value, ui.company().currency());
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
