package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Deals that the database counted together.
 *
 * @param outcome what became of them in a stage; neither this nor the state = won deals by their time to win
 * @param state of the deals that stand there, or stood when they were closed
 * @param stands the stage where they stand now
 * @param tenths of a day that they stayed, or took to be won; null = not known, or not asked for
 * @param amount of those whose amount is known
 */
record CountedRow(
        @Nullable String outcome,
        @Nullable String state,
        @Nullable Long stands,
        @Nullable Long tenths,
        long deals,
        @Nullable BigDecimal amount,
        long known,
        @Nullable BigDecimal seconds) {
    private static final String OPEN = "OPEN";
    private static final Map<Character, String> OUTCOMES =
            Map.of('A', "ADVANCED", 'W', "WON", 'L', "LOST", 'O', OPEN, 'R', "RETURNED");

    static CountedRow of(Record row) {
        return new CountedRow(
                (String) row.get("outcome"),
                (String) row.get("state"),
                (Long) row.get("stands"),
                (Long) row.get("tenths"),
                (Long) Objects.requireNonNull(row.get("deals")),
                (BigDecimal) row.get("amount"),
                Objects.requireNonNullElse((Long) row.get("known"), 0L),
                (BigDecimal) row.get("seconds"));
    }

    /**
     * The same deals in each stage of the way they went: stages parted by blanks, each followed by the first letter of its
     * outcome, which is small where the deals stand.
     */
    Map<String, CountedRow> stages(String path) {
        var stages = new LinkedHashMap<String, CountedRow>();
        for (var part : path.split(" ")) {
            var stage = part.substring(0, part.length() - 1);
            var letter = part.charAt(part.length() - 1);
            var came = Objects.requireNonNull(OUTCOMES.get(
                    Character.toString(letter).toUpperCase(Locale.ROOT).charAt(0)));
            stages.put(
                    stage,
                    new CountedRow(
                            came,
                            Character.isLowerCase(letter) ? state : null,
                            came.equals(OPEN) ? Long.valueOf(stage) : null,
                            null,
                            deals,
                            amount,
                            known,
                            null));
        }
        return stages;
    }
}
