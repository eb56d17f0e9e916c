package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens numbers of the fair comparison. */
@Component
class FairPassports {
    private final ShowFairComparison comparisons;
    private final ReadParts parts;
    private final RecountParts recounts;
    private final CreditReckoning credits;
    private final AskPeople people;

    FairPassports(
            ShowFairComparison comparisons,
            ReadParts parts,
            RecountParts recounts,
            CreditReckoning credits,
            AskPeople people) {
        this.comparisons = comparisons;
        this.parts = parts;
        this.recounts = recounts;
        this.credits = credits;
        this.people = people;
    }

    PeopleNumber.Told of(PeopleQuestion question, PeopleNumber asked, CurrentUser user) {
        var comparison = comparisons.of(question, user);
        var row = comparison.rows().stream()
                .filter(one -> one.id() == asked.person())
                .findFirst()
                .orElseThrow(asked::unknown);
        var eyes = WorkOfReps.everybody(user);
        if (asked.number().equals("credit")) {
            return new PeopleNumber.Told(
                    asked,
                    credits.of(asked, parts.handed(question, eyes), user),
                    null,
                    () -> recounts.of(question, eyes).map(read -> credits.of(asked, read.handed(), user)));
        }
        // what colleagues did in a cell could be told of one of them
        var cells = asked.number().equals("expected") && Crowd.seesAll(user)
                ? cells(parts.parts(question, eyes), asked.person())
                : List.<Input>of();
        return new PeopleNumber.Told(
                asked,
                new FairReckoning(question, asked, comparison.rows(), comparison.ranked()).of(row, cells),
                cell(question, asked),
                () -> recounts.of(question, eyes).map(read -> {
                    var standings = Fairness.of(read.parts());
                    var rows = rows(standings, read, comparison.rows());
                    var own = rows.stream()
                            .filter(one -> one.id() == asked.person())
                            .findFirst()
                            .orElseGet(row::none);
                    return new FairReckoning(question, asked, rows, ShowFairComparison.ranked(standings))
                            .of(
                                    counted(asked, own, read),
                                    cells.isEmpty() ? cells : cells(read.parts(), asked.person()));
                }));
    }

    /** With the interval worked out otherwise, where it is told. */
    private static ShowFairComparison.Row counted(
            PeopleNumber asked, ShowFairComparison.Row row, RecountParts.Read read) {
        return asked.number().equals("ratio") && row.ratio() != null
                ? row.with(RecountRatio.of(read.parts(), asked.person()))
                : row;
    }

    /** The rows that are shown, with what was read. */
    private List<ShowFairComparison.Row> rows(
            List<Fairness.Standing> standings, RecountParts.Read read, List<ShowFairComparison.Row> shown) {
        var ids = shown.stream().map(ShowFairComparison.Row::id).toList();
        var handed = Handed.credits(read.handed());
        return standings.stream()
                .filter(one -> ids.contains(one.person()))
                .map(one -> {
                    var amount = read.amounts().getOrDefault(one.person(), BigDecimal.ZERO);
                    return new ShowFairComparison.Row(
                            one.person(),
                            people.name(one.person()),
                            one.won(),
                            one.decided(),
                            one.expected(),
                            one.ratio(),
                            one.place(),
                            amount,
                            amount.add(handed.getOrDefault(one.person(), BigDecimal.ZERO)));
                })
                .toList();
    }

    private static @Nullable FunnelCell cell(PeopleQuestion question, PeopleNumber asked) {
        return switch (asked.number()) {
            case "expected", "ratio" -> new FunnelCell(question.funnel(asked.person()), null, Figure.DECIDED);
            case "credited" -> new FunnelCell(question.funnel(asked.person()), null, Figure.WON);
            default -> null;
        };
    }

    /** Cells of like deals, as the inputs of the expected wins. */
    private List<Input> cells(Collection<Fairness.Part> parts, long person) {
        var inputs = new ArrayList<Input>();
        for (var cell : Fairness.cells(parts, person)) {
            var note = words(cell) + " · " + cell.deals();
            inputs.add(new Input("cell." + (inputs.size() + 1), cell.deals() * cell.rate(), Unit.RATIO, note, ""));
        }
        return inputs;
    }

    /** The names of the values that the deals of a cell have in common, as far as they have names. */
    private String words(Fairness.Cell cell) {
        return cell.traits().entrySet().stream()
                .map(trait -> people.name(trait.getKey(), trait.getValue()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
