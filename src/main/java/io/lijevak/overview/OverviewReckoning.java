package io.lijevak.overview;

import io.lijevak.overview.WeekChanges.Change;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How each number of the overview came about. */
final class OverviewReckoning {
    private final Overview overview;
    private final OverviewNumber number;
    private final String of;

    private OverviewReckoning(Overview overview, OverviewNumber number, String of) {
        this.overview = overview;
        this.number = number;
        this.of = of;
    }

    /** Refused at {@code of} when the overview has no such change, month or person. */
    static Reckoning of(Overview overview, OverviewNumber number, String of) {
        return new OverviewReckoning(overview, number, of).told();
    }

    private Reckoning told() {
        return switch (number) {
            case CHANGED -> counted(last().deals(), with("changedSum", last().sum()));
            case CHANGED_SUM -> amount(last().sum(), with("changed", last().deals()));
            case CHANGED_BEFORE -> counted(before().deals(), with("changedSumBefore", before().sum()));
            case CHANGED_SUM_BEFORE -> amount(before().sum(), with("changedBefore", before().deals()));
            case CHANGED_DIFFERENCE -> difference();
            case CHANGED_SUM_DIFFERENCE -> sumDifference();
            case STUCK -> counted(stuck().deals(), with("stuckSum", stuck().sum()));
            case STUCK_SUM -> amount(stuck().sum(), with("stuck", stuck().deals()));
            case COMING -> counted(part().deals(), with("comingPotential", part().potential()));
            case COMING_POTENTIAL -> amount(part().potential(), with("coming", part().deals()));
            case COMING_EXPECTED ->
                amount(part().expected(), with("coming", part().deals()), with("comingPotential", part().potential()));
            case MEETINGS -> counted(open().allMeetings());
            case OVERDUE_OF_ALL -> counted(open().team().overdue());
            case LATE ->
                counted(overview.open() == null ? late() : row().needs().late());
            case SILENT -> counted(row().needs().silent());
            case UNPLANNED -> counted(row().needs().unplanned());
            case OVERDUE -> counted(row().needs().overdue());
            case WEEK_AGO -> weekAgo();
        };
    }

    private Reckoning counted(double value, Input... with) {
        return Reckoning.counted(number.word(), value, Unit.COUNT, List.of(with));
    }

    private Reckoning amount(BigDecimal value, Input... with) {
        return Reckoning.counted(number.word(), value.doubleValue(), Unit.AMOUNT, List.of(with));
    }

    private Input with(String other, double deals) {
        return Input.count(other, deals, address(other));
    }

    private Input with(String other, BigDecimal sum) {
        return Input.of(other, sum.doubleValue(), Unit.AMOUNT, address(other));
    }

    private String address(String other) {
        return "number=" + other + (of.isEmpty() ? "" : "&of=" + of);
    }

    private Reckoning difference() {
        return new Reckoning(
                number.word(),
                (double) (last().deals() - before().deals()),
                Unit.COUNT,
                "{changed} − {changedBefore}",
                List.of(with("changed", last().deals()), with("changedBefore", before().deals())));
    }

    private Reckoning sumDifference() {
        return new Reckoning(
                number.word(),
                last().sum().subtract(before().sum()).doubleValue(),
                Unit.AMOUNT,
                "{changedSum} − {changedSumBefore}",
                List.of(with("changedSum", last().sum()), with("changedSumBefore", before().sum())));
    }

    private Reckoning weekAgo() {
        var row = row();
        var needs = row.needs();
        var before = row.before();
        var now = List.of(
                with("overdue", needs.overdue()),
                with("late", needs.late()),
                with("silent", needs.silent()),
                with("unplanned", needs.unplanned()));
        if (before == null) {
            return Reckoning.counted(number.word(), null, Unit.COUNT, now);
        }
        var sum = needs.late() + needs.silent() + needs.unplanned() + needs.overdue();
        var then = before.late() + before.silent() + before.unplanned() + before.overdue();
        return new Reckoning(
                number.word(),
                (double) (sum - then),
                Unit.COUNT,
                "{overdue} + {late} + {silent} + {unplanned} − {then}",
                Stream.concat(now.stream(), Stream.of(Input.count("then", then, "")))
                        .toList());
    }

    private Amount last() {
        return overview.weeks().last(change(of));
    }

    private Amount before() {
        return overview.weeks().before(change(of));
    }

    static Change change(String of) {
        return Arrays.stream(Change.values())
                .filter(change -> change.word().equals(of))
                .findFirst()
                .orElseThrow(() -> unknown(of));
    }

    private Amount stuck() {
        return overview.stuck().all();
    }

    private ComingRevenue.Part part() {
        return overview.coming().stream()
                .filter(part -> part.key().equals(of))
                .findFirst()
                .orElseThrow(() -> unknown(of));
    }

    private Overview.Open open() {
        var open = overview.open();
        if (open == null) {
            throw unknown(of);
        }
        return open;
    }

    private PeopleInNeed.Row row() {
        return open().team().people().stream()
                .filter(row -> Long.toString(row.person()).equals(of))
                .findFirst()
                .orElseThrow(() -> unknown(of));
    }

    /** Of a past day. */
    private long late() {
        return overview.late().stream()
                .filter(share -> Long.toString(share.person().id()).equals(of))
                .findFirst()
                .orElseThrow(() -> unknown(of))
                .deals();
    }

    private static InvalidInput unknown(String of) {
        return InvalidInput.at("of", "overview.error.number", of);
    }
}
