package io.lijevak.deals.web;

import io.lijevak.deals.BoardColumn;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The board of a deal type: its columns with their sums, and the types to switch to. */
public record BoardPage(
        Filters filters,
        List<DealType> types,
        @Nullable DealType type,
        List<BoardColumn> columns,
        @Nullable Refusal refusal) {

    /** Why a deal did not move, told on its card. */
    public record Refusal(long deal, String reason) {}

    public long count() {
        return columns.stream().mapToLong(BoardColumn::total).sum();
    }

    public long stuck() {
        return columns.stream().mapToLong(BoardColumn::stuck).sum();
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
        return type != null && type.isOffered() && ui.may("DEAL.CREATE");
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
