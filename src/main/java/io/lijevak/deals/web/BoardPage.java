package io.lijevak.deals.web;

import io.lijevak.deals.BoardColumn;
import io.lijevak.deals.DealMark;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board of a deal type: its columns with their sums, and the types to switch to.
 *
 * @param numbered of how many deals the number consists that led here, null when none did
 */
public record BoardPage(
        Filters filters,
        List<DealType> types,
        @Nullable DealType type,
        List<BoardColumn> columns,
        @Nullable Refusal refusal,
        PastDay past,
        @Nullable Long numbered) {

    /** The marks that call for attention. */
    static final List<DealMark> ATTENTION = List.of(DealMark.LATE, DealMark.SILENT, DealMark.UNPLANNED);

    /** Why a deal did not move, told on its card. */
    public record Refusal(long deal, String reason) {}

    public long count() {
        return columns.stream().mapToLong(BoardColumn::total).sum();
    }

    /** How many deals of the number are not here, as they are closed or of another type. */
    public long elsewhere() {
        return numbered == null ? 0 : Math.max(0, numbered - count());
    }

    /** The list of all deals of the number. */
    public String list() {
        return new PageLink("/deals", filters.link().without("quick", "type").parameters()).toString();
    }

    /** How many open deals of the board bear a mark. */
    public record Count(DealMark mark, String icon, long deals) {}

    public List<Count> attention() {
        return List.of(
                count(DealMark.LATE, "clock"), count(DealMark.SILENT, "silence"), count(DealMark.UNPLANNED, "nonext"));
    }

    /** The list of the board's deals that bear a mark. */
    public String marked(DealMark mark) {
        return new PageLink("/deals", filters.link().parameters())
                .without("quick")
                .with("type", type == null ? null : type.id())
                .with("outcome", "open")
                .with("mark", mark.word())
                .toString();
    }

    private Count count(DealMark mark, String icon) {
        return new Count(
                mark,
                icon,
                columns.stream().mapToLong(column -> column.marked(mark)).sum());
    }

    public Money potential(Ui ui) {
        return sum(ui, columns.stream().map(BoardColumn::potential).toList());
    }

    public Money weighted(Ui ui) {
        return sum(ui, columns.stream().map(BoardColumn::weighted).toList());
    }

    public Money money(Ui ui, BigDecimal value) {
        return new Money(value, ui.company().currency());
    }

    /** The address of this very board, where moves return to. */
    public String here() {
        return filters.link().without("quick").toString();
    }

    /** The address whose file holds this board. */
    public PageLink export() {
        return filters.link().without("quick");
    }

    /** The board with 20 more cards in a column. */
    public String more(BoardColumn column) {
        var name = "shown-" + column.step().stage();
        return filters.link()
                .without("quick")
                .with(name, column.cards().size() + 20)
                .toString();
    }

    public String of(DealType other) {
        return filters.link().without("stage", "shown").with("type", other.id()).toString();
    }

    public @Nullable String refusalOf(long deal) {
        return refusal != null && refusal.deal() == deal ? refusal.reason() : null;
    }

    /** Whether the quick form stands open in a stage, after it was just used. */
    public boolean isQuick(long stage) {
        return filters.link().value("quick").equals(Long.toString(stage));
    }

    /** Whether the quick form stands open in any of the stages. */
    public boolean isQuick() {
        return columns.stream().anyMatch(column -> isQuick(column.step().stage().value()));
    }

    public boolean mayCreate(Ui ui) {
        return !past.isPast() && type != null && type.isOffered() && ui.may("DEAL.CREATE");
    }

    /** This board with the quick form of a stage open. */
    public String quick(long stage) {
        return filters.link().with("quick", stage).toString();
    }

    private static Money sum(Ui ui, List<BigDecimal> values) {
        return new Money(
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                ui.company().currency());
    }
}
