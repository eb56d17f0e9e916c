package io.lijevak.overview;

import io.lijevak.platform.InvalidInput;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of the overview; most are of something: a change, a month, a person. */
public enum OverviewNumber {
    CHANGED,
    CHANGED_SUM,
    CHANGED_BEFORE,
    CHANGED_SUM_BEFORE,
    CHANGED_DIFFERENCE,
    CHANGED_SUM_DIFFERENCE,
    STUCK,
    STUCK_SUM,
    COMING,
    COMING_POTENTIAL,
    COMING_EXPECTED,
    MEETINGS,
    OVERDUE_OF_ALL,
    LATE,
    SILENT,
    UNPLANNED,
    OVERDUE,
    WEEK_AGO;

    /** Its name in addresses and in keys of texts: {@code changedSum}. */
    public String word() {
        var parts = name().toLowerCase(java.util.Locale.ROOT).split("_");
        return Stream.concat(
                        Stream.of(parts[0]),
                        Arrays.stream(parts)
                                .skip(1)
                                .map(part ->
                                        part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1)))
                .collect(Collectors.joining());
    }

    /** Refused at {@code number} when there is none of that name. */
    public static OverviewNumber read(String word) {
        return Arrays.stream(values())
                .filter(number -> number.word().equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("number", "overview.error.number", word));
    }

    /** Whether it is of a set of deals, of which one may ask why a deal is not in it. */
    public boolean isOfDeals() {
        return switch (this) {
            case CHANGED, CHANGED_SUM, CHANGED_BEFORE, CHANGED_SUM_BEFORE, STUCK, STUCK_SUM -> true;
            case COMING, COMING_POTENTIAL, COMING_EXPECTED, LATE, SILENT, UNPLANNED -> true;
            case CHANGED_DIFFERENCE, CHANGED_SUM_DIFFERENCE, MEETINGS, OVERDUE_OF_ALL, OVERDUE, WEEK_AGO -> false;
        };
    }
}
