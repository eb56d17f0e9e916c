package io.lijevak.reports;

import io.lijevak.funnel.FunnelCell;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Reckoning;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A number of a report on people, as its address names it.
 *
 * @param report the word of its tab, such as {@code league}
 * @param number which of the report's numbers, such as {@code score}
 * @param of what it is of: an indicator, a stage, a kind of customer
 * @param person 0 = all together
 */
public record PeopleNumber(String report, String number, String of, long person) {
    /** Reads the parameters of an address. */
    public static PeopleNumber read(Map<String, String> parameters) {
        var person = parameters.getOrDefault("person", "");
        return new PeopleNumber(
                parameters.getOrDefault("report", ""),
                parameters.getOrDefault("number", ""),
                parameters.getOrDefault("of", ""),
                person.matches("\\d{1,18}") ? Long.parseLong(person) : 0);
    }

    /** The parameters that name it. */
    public static String address(String report, String number, String of, long person) {
        return "report=" + report + "&number=" + number + "&of=" + of + "&person=" + person;
    }

    String other(String number) {
        return address(report, number, of, person);
    }

    String other(String number, String of) {
        return address(report, number, of, person);
    }

    InvalidInput unknown() {
        return InvalidInput.at("number", "funnel.error.unknown", number + " " + of);
    }

    /**
     * The number with what it is made of.
     *
     * @param cell the deals that it is of; null where it is of none
     * @param ledger the same from what was written down; empty when there is too much to read
     * @param hidden whether it is measured by those shown alone, as the company's average would tell of colleagues
     */
    public record Told(
            PeopleNumber asked,
            Reckoning reckoning,
            @Nullable FunnelCell cell,
            Supplier<Optional<Reckoning>> ledger,
            boolean hidden) {
        Told(PeopleNumber asked, Reckoning reckoning, @Nullable FunnelCell cell, Supplier<Optional<Reckoning>> ledger) {
            this(asked, reckoning, cell, ledger, false);
        }

        /** Counts the number again. */
        public Optional<Reckoning.Again> again() {
            return ledger.get().map(reckoning::against);
        }
    }
}
