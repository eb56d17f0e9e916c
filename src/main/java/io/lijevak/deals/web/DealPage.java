package io.lijevak.deals.web;

import io.lijevak.deals.DealOverview;
import io.lijevak.deals.LineItems;
import io.lijevak.deals.VisitHistory.Passage;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.Arrival;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a deal: itself, its way so far and ahead, its lines and history. */
public record DealPage(
        DealOverview deal,
        DealType type,
        List<Passage> visits,
        List<LineItems.Item> items,
        TimelinePage timeline,
        LocalDate today,
        boolean editable,
        Guests guests,
        List<Arrival> open,
        BoardPage.@Nullable Refusal refusal,
        @Nullable ListWalk walk) {

    /** A step on the stepper. */
    public record Mark(Step step, State state, @Nullable Long days, boolean next) {}

    /** Where a step lies, seen from the deal. */
    public enum State {
        PASSED,
        SKIPPED,
        NOW,
        AHEAD
    }

    public List<Mark> marks() {
        var here = here();
        return java.util.stream.IntStream.range(0, type.steps().size())
                .mapToObj(index -> mark(type.steps().get(index), index, here))
                .toList();
    }

    /** Place of the present stage among the steps, from 0; -1 when it is no step any more. */
    public int here() {
        return deal.stage() == null ? -1 : type.indexOf(new StageId(deal.stage().id()));
    }

    public @Nullable Step nextStep() {
        var next = here() + 1;
        return deal.stage() == null || next >= type.steps().size()
                ? null
                : type.steps().get(next);
    }

    /** Whether people move it through its stages by hand. */
    public boolean movedByHand() {
        return editable && deal.isOpen() && deal.mode() == DealMode.MANUAL && deal.stage() != null;
    }

    /** Whether its process can be sent back to an earlier stage. */
    public boolean returnable() {
        return editable && deal.isOpen() && deal.mode() == DealMode.AUTOMATIC && here() > 0;
    }

    public @Nullable Step presentStep() {
        return here() < 0 ? null : type.steps().get(here());
    }

    public @Nullable Passage lastVisit() {
        return visits.isEmpty() ? null : visits.getLast();
    }

    /** Whole days in the present stage, null when unknown. */
    public @Nullable Long daysInStage() {
        var last = lastVisit();
        return last == null ? null : days(last.lasted());
    }

    public @Nullable Money potential(Ui ui) {
        return money(ui, deal.value().potential());
    }

    /** The potential at a visit, in the management currency. */
    public @Nullable Money money(Ui ui, @Nullable BigDecimal value) {
        return value == null ? null : new Money(value, ui.company().currency());
    }

    public @Nullable Integer probability() {
        var step = presentStep();
        return switch (deal.outcome()) {
            case WON -> Integer.valueOf(100);
            case LOST -> Integer.valueOf(0);
            case OPEN -> step == null ? null : step.probability();
        };
    }

    public @Nullable Money expected(Ui ui) {
        var potential = deal.value().potential();
        var percent = probability();
        return potential == null || percent == null
                ? null
                : new Money(
                        potential
                                .multiply(BigDecimal.valueOf(percent))
                                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP),
                        ui.company().currency());
    }

    public BigDecimal itemsTotal() {
        return items.stream().map(LineItems.Item::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String path() {
        return "/deals/" + deal.id();
    }

    /** Days from today to the expected close, without a sign. */
    public long daysToClose() {
        return deal.expectedClose() == null ? 0 : Math.abs(ChronoUnit.DAYS.between(today, deal.expectedClose()));
    }

    public String closeKey() {
        return deal.expectedClose() != null && deal.expectedClose().isBefore(today)
                ? "deals.stat.closeLate"
                : "deals.stat.closeIn";
    }

    /** A duration in whole days, under a day in hours or minutes. */
    public String duration(Ui ui, Duration lasted) {
        if (lasted.toDays() > 0) {
            return ui.t("deals.days.short", lasted.toDays());
        }
        return lasted.toHours() > 0
                ? ui.t("deals.hours.short", lasted.toHours())
                : ui.t("deals.minutes.short", lasted.toMinutes());
    }

    public String quantity(Ui ui, BigDecimal quantity) {
        var bare = quantity.stripTrailingZeros();
        return ui.f().input(bare.scale() < 0 ? bare.setScale(0) : bare);
    }

    public String icon(Passage visit) {
        return switch (visit.outcome()) {
            case OPEN -> "clock";
            case ADVANCED -> "arrow-right";
            case WON -> "won";
            case LOST -> "lost";
            case RETURNED -> "arrow-left";
            case SKIPPED -> "skip";
            case SWITCHED -> "copy";
        };
    }

    public static @Nullable Long days(@Nullable Duration duration) {
        return duration == null ? null : duration.toDays();
    }

    private Mark mark(Step step, int index, int here) {
        var times = visits.stream()
                .filter(visit -> visit.stage().equals(step.stage()))
                .toList();
        var stood = times.stream().anyMatch(Passage::wasStoodIn);
        var state = index == here
                ? State.NOW
                : stood && index < here ? State.PASSED : index < here ? State.SKIPPED : State.AHEAD;
        var known =
                times.stream().filter(Passage::wasStoodIn).map(Passage::lasted).toList();
        var total = known.isEmpty() || known.stream().anyMatch(java.util.Objects::isNull)
                ? null
                : known.stream().reduce(Duration.ZERO, Duration::plus);
        return new Mark(step, state, days(total), index == here + 1);
    }
}
