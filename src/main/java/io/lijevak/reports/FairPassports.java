package io.lijevak.reports;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens numbers of the fair comparison. */
@Component
class FairPassports {
    private final ShowFairComparison comparisons;
    private final ReadParts parts;
    private final RecountParts recounts;
    private final AskPeople people;

    FairPassports(ShowFairComparison comparisons, ReadParts parts, RecountParts recounts, AskPeople people) {
        this.comparisons = comparisons;
        this.parts = parts;
        this.recounts = recounts;
        this.people = people;
    }

    PeopleNumber.Told of(PeopleQuestion question, PeopleNumber asked, CurrentUser user) {
        var comparison = comparisons.of(question, user);
        var row = comparison.rows().stream()
                .filter(one -> one.id() == asked.person())
                .findFirst()
                .orElseThrow(asked::unknown);
        var eyes = WorkOfReps.everybody(user);
        // what colleagues did in a cell could be told of one of them
        var cells = asked.number().equals("expected") && Crowd.seesAll(user)
                ? Fairness.cells(parts.parts(question, eyes), asked.person())
                : List.<Fairness.Cell>of();
        return new PeopleNumber.Told(
                asked,
                told(question, asked, row, comparison.rows(), cells),
                cell(question, asked),
                () -> recounts.of(question, eyes).map(read -> {
                    var rows = rows(read, comparison.rows());
                    var own = rows.stream()
                            .filter(one -> one.id() == asked.person())
                            .findFirst()
                            .orElse(row);
                    var again = cells.isEmpty() ? cells : Fairness.cells(read.parts(), asked.person());
                    return told(question, asked, own, rows, again);
                }));
    }

    /** The rows that are shown, with what was read. */
    private List<ShowFairComparison.Row> rows(RecountParts.Read read, List<ShowFairComparison.Row> shown) {
        var ids = shown.stream().map(ShowFairComparison.Row::id).toList();
        return Fairness.of(read.parts()).stream()
                .filter(one -> ids.contains(one.person()))
                .map(one -> {
                    var amount = read.amounts().getOrDefault(one.person(), BigDecimal.ZERO);
                    var credit = read.credits().getOrDefault(one.person(), BigDecimal.ZERO);
                    return new ShowFairComparison.Row(
                            one.person(),
                            people.name(one.person()),
                            one.won(),
                            one.decided(),
                            one.expected(),
                            one.ratio(),
                            one.place(),
                            amount,
                            amount.add(credit));
                })
                .toList();
    }

    private Reckoning told(
            PeopleQuestion question,
            PeopleNumber asked,
            ShowFairComparison.Row row,
            Collection<ShowFairComparison.Row> rows,
            List<Fairness.Cell> cells) {
        return switch (asked.number()) {
            case "expected" -> expected(asked, row, cells);
            case "ratio" -> ratio(question, asked, row);
            case "place" -> place(asked, row, rows);
            case "lastPlace" -> lastPlace(asked, row, rows);
            case "credited" -> credited(question, asked, row);
            default -> throw asked.unknown();
        };
    }

    private static @Nullable FunnelCell cell(PeopleQuestion question, PeopleNumber asked) {
        return switch (asked.number()) {
            case "expected", "ratio" -> new FunnelCell(question.funnel(asked.person()), null, Figure.DECIDED);
            case "credited" -> new FunnelCell(question.funnel(asked.person()), null, Figure.WON);
            default -> null;
        };
    }

    /** The sum over the cells of like deals; where these are not shown, as it was counted. */
    private Reckoning expected(PeopleNumber asked, ShowFairComparison.Row row, List<Fairness.Cell> cells) {
        var inputs = new ArrayList<Input>();
        for (var cell : cells) {
            var note = words(cell) + " · " + cell.deals();
            inputs.add(new Input("cell." + (inputs.size() + 1), cell.deals() * cell.rate(), Unit.RATIO, note, ""));
        }
        var formula = java.util.stream.IntStream.rangeClosed(1, cells.size())
                .mapToObj(code -> "{cell." + code + "}")
                .collect(Collectors.joining(" + "));
        return new Reckoning(asked.number(), row.expected(), Unit.RATIO, formula, inputs);
    }

    /** The names of the values that the deals of a cell have in common, as far as they have names. */
    private String words(Fairness.Cell cell) {
        return cell.traits().entrySet().stream()
                .map(trait -> people.name(trait.getKey(), trait.getValue()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Reckoning ratio(PeopleQuestion question, PeopleNumber asked, ShowFairComparison.Row row) {
        var ratio = row.ratio();
        return new Reckoning(
                asked.number(),
                ratio == null ? null : ratio.value(),
                Unit.RATIO,
                "{won} / {expected}",
                List.of(
                        Input.count(
                                "won",
                                row.won(),
                                LeagueReckoning.passport(
                                        new FunnelCell(question.funnel(asked.person()), null, Figure.WON))),
                        Input.of("expected", row.expected(), Unit.RATIO, asked.other("expected"))));
    }

    private static List<ShowFairComparison.Row> ranked(Collection<ShowFairComparison.Row> rows) {
        return rows.stream().filter(row -> row.place() != null).toList();
    }

    private static Reckoning place(
            PeopleNumber asked, ShowFairComparison.Row row, Collection<ShowFairComparison.Row> rows) {
        return place(asked, row, rows, true);
    }

    private static Reckoning lastPlace(
            PeopleNumber asked, ShowFairComparison.Row row, Collection<ShowFairComparison.Row> rows) {
        return place(asked, row, rows, false);
    }

    /** Those whom one may not see take places too: then only how many they are is told. */
    private static Reckoning place(
            PeopleNumber asked, ShowFairComparison.Row row, Collection<ShowFairComparison.Row> rows, boolean best) {
        var place = row.place();
        var own = row.ratio();
        if (place == null || own == null) {
            return new Reckoning(asked.number(), null, Unit.COUNT, "", List.of());
        }
        var others = ranked(rows).stream()
                .filter(other -> {
                    var ratio = Objects.requireNonNull(other.ratio());
                    return best ? ratio.surelyAbove(own) : own.surelyAbove(ratio);
                })
                .map(ShowFairComparison.Row::name)
                .collect(Collectors.joining(", "));
        var ratio = Input.of("ratio", own.value(), Unit.RATIO, asked.other("ratio"));
        return best
                ? new Reckoning(
                        asked.number(),
                        (double) place.best(),
                        Unit.COUNT,
                        "1 + {above}",
                        List.of(
                                new Input("above", place.best() - 1.0, Unit.COUNT, others, ""),
                                Input.count("lastPlace", place.worst(), asked.other("lastPlace")),
                                ratio))
                : new Reckoning(
                        asked.number(),
                        (double) place.worst(),
                        Unit.COUNT,
                        "",
                        List.of(new Input("below", null, Unit.COUNT, others, ""), ratio));
    }

    private static Reckoning credited(PeopleQuestion question, PeopleNumber asked, ShowFairComparison.Row row) {
        return new Reckoning(
                asked.number(),
                row.credited().doubleValue(),
                Unit.AMOUNT,
                "{amount} + {credit}",
                List.of(
                        Input.of(
                                "amount",
                                row.amount().doubleValue(),
                                Unit.AMOUNT,
                                LeagueReckoning.passport(
                                        new FunnelCell(question.funnel(asked.person()), null, Figure.WON))),
                        Input.of("credit", row.credited().subtract(row.amount()).doubleValue(), Unit.AMOUNT, "")));
    }
}
