package io.lijevak.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages that the deals of one type mention, and what tells their order: deals further on have more dates. */
final class StageStatistics {
    private final String typeName;
    private final Map<String, Seen> stages = new LinkedHashMap<>();

    private static final class Seen {
        private final String name;
        private final int order;
        private int rows;
        private int dates;

        Seen(String name, int order) {
            this.name = name;
            this.order = order;
        }

        double datesKnown() {
            return rows == 0 ? Double.MAX_VALUE : (double) dates / rows;
        }
    }

    StageStatistics(String typeName) {
        this.typeName = typeName;
    }

    String typeName() {
        return typeName;
    }

    /** A stage of which dates are known, whether or not a deal stands in it. */
    void mention(String stage) {
        stages.computeIfAbsent(Headings.fold(stage), folded -> new Seen(stage, stages.size()));
    }

    void add(String stage, int datesKnown) {
        mention(stage);
        var seen = stages.get(Headings.fold(stage));
        if (seen != null) {
            seen.rows++;
            seen.dates += datesKnown;
        }
    }

    List<String> folded() {
        return List.copyOf(stages.keySet());
    }

    /** Stage names in their order: by the company's own order where it knows them all, else by the dates known. */
    List<String> inOrder(Map<String, Integer> known) {
        var byReference = !stages.isEmpty() && known.keySet().containsAll(stages.keySet());
        var entries = new ArrayList<>(stages.entrySet());
        entries.sort(
                byReference
                        ? Comparator.comparing(entry -> known.getOrDefault(entry.getKey(), 0))
                        : Comparator.comparingDouble((Map.Entry<String, Seen> entry) ->
                                        entry.getValue().datesKnown())
                                .thenComparingInt(entry -> entry.getValue().order));
        return entries.stream().map(entry -> entry.getValue().name).toList();
    }
}
