package io.lijevak.reports;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which indicators a league table shows, and how much each weighs in the score.
 *
 * @param values of the shown ones, 0 to {@link Indicator#HEAVIEST}; 0 = shown, not counted
 */
public record Weights(Map<Indicator, Integer> values) {
    /** In the address: shown, but not counted, is 0; not shown is this word. */
    public static final String HIDDEN = "no";

    public Weights {
        values = new EnumMap<>(values);
    }

    /** Reads the parameters of an address, one by the word of each indicator; what is missing weighs as usual. */
    public static Weights of(Map<String, String> parameters) {
        var values = new EnumMap<Indicator, Integer>(Indicator.class);
        var problems = new ArrayList<FieldProblem>();
        for (var indicator : Indicator.values()) {
            var text = parameters.getOrDefault(indicator.word(), "").strip();
            if (text.isEmpty()) {
                text = usual(indicator);
            }
            if (text.matches("\\d|10")) {
                values.put(indicator, Integer.valueOf(text));
            } else if (!text.equals(HIDDEN)) {
                problems.add(new FieldProblem(indicator.word(), "reports.error.weight", Indicator.HEAVIEST));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Weights(values);
    }

    /** The parameters that make the same weights again, without those that are usual. */
    public Map<String, String> parameters() {
        var parameters = new java.util.LinkedHashMap<String, String>();
        for (var indicator : Indicator.values()) {
            var weight = values.get(indicator);
            var text = weight == null ? HIDDEN : weight.toString();
            if (!text.equals(usual(indicator))) {
                parameters.put(indicator.word(), text);
            }
        }
        return parameters;
    }

    private static String usual(Indicator indicator) {
        return indicator.usuallyShown() ? Integer.toString(indicator.usualWeight()) : HIDDEN;
    }

    public List<Indicator> shown() {
        return List.copyOf(values.keySet());
    }

    public List<Indicator> counted() {
        return shown().stream().filter(indicator -> of(indicator) > 0).toList();
    }

    public int of(Indicator indicator) {
        return values.getOrDefault(indicator, 0);
    }

    public int sum() {
        return values.values().stream().mapToInt(Integer::intValue).sum();
    }
}
