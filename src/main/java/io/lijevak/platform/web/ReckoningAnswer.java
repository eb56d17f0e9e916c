package io.lijevak.platform.web;

import io.lijevak.platform.Company;
import io.lijevak.platform.Reckoning;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The passport of a number as JSON.
 *
 * @param value null = there is none; shares are of one, amounts in the company's currency
 * @param formula the codes of inputs in braces; empty = it was counted
 * @param asked the parameters of the report
 * @param timeZone of all days
 * @param members null = it is of no set of deals
 * @param recount null = not asked for, or too much to read
 */
public record ReckoningAnswer(
        String number,
        @Nullable Double value,
        String unit,
        String formula,
        List<Input> inputs,
        Map<String, String> asked,
        String timeZone,
        @Nullable Members members,
        @Nullable Recount recount) {
    /** What the number was calculated from; {@code address} is that of its list or passport, null = neither. */
    public record Input(
            String code,
            @Nullable Double value,
            String unit,
            String note,
            @Nullable String address) {}

    /** How many deals the number is of, how many each condition keeps out by its word, and how many they are together. */
    public record Members(long count, Map<String, Long> excluded, long deals) {}

    /** What the ledger tells, and the codes of the inputs that it tells otherwise. */
    public record Recount(@Nullable Double value, boolean equal, List<String> differing) {}

    public static ReckoningAnswer of(
            Reckoning told, PageLink self, Company company, @Nullable Members members, SecondCount again) {
        var words = new ReckoningAddresses(self);
        return new ReckoningAnswer(
                told.number(),
                told.value(),
                word(told.unit()),
                told.formula(),
                told.inputs().stream().map(input -> input(input, words)).toList(),
                self.parameters(),
                company.timeZone().getId(),
                members,
                again.again()
                        .map(one -> new Recount(one.told().value(), one.equal(), told.differing(one.told())))
                        .orElse(null));
    }

    private static Input input(Reckoning.Input input, ReckoningAddresses addresses) {
        var address = addresses.of(input.address());
        return new Input(
                input.code(), input.value(), word(input.unit()), input.note(), address.isEmpty() ? null : address);
    }

    private static String word(Reckoning.Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
