package io.lijevak.funnel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a funnel may be asked about: deal types with their steps, all stages, the values of each filter, own statistics. */
public record FunnelReferences(
        List<FunnelType> types,
        Map<Long, FunnelStage> stages,
        Map<String, List<Choice>> choices,
        OwnStatistics statistics) {
    public static final String OWNER = "owner";
    public static final String TEAM = "team";
    public static final String SOURCE = "source";
    public static final String CATEGORY = "category";
    public static final String PRODUCT_GROUP = "productGroup";

    /** A value of a filter; {@code team} is the team of a person. */
    public record Choice(long id, String name, @Nullable Long team) {}

    /** One row of the statement that reads them all. */
    record Row(
            String kind,
            long id,
            String name,
            @Nullable String mode,
            @Nullable Long owner,
            @Nullable Integer probability,
            @Nullable Integer norm,
            @Nullable Long person,
            @Nullable Long passed,
            @Nullable Long lost,
            @Nullable Double winGood,
            @Nullable Double winAll,
            @Nullable Instant countedAt) {
        OwnStatistics.Row statistic() {
            return new OwnStatistics.Row(
                    Objects.requireNonNull(owner),
                    id == OwnStatistics.WHOLE ? null : id,
                    person,
                    Objects.requireNonNull(passed),
                    Objects.requireNonNull(lost),
                    Objects.requireNonNull(winGood),
                    Objects.requireNonNull(winAll),
                    Objects.requireNonNull(countedAt));
        }
    }

    public List<Choice> of(String filter) {
        return choices.getOrDefault(filter, List.of());
    }

    public Optional<FunnelType> type(long id) {
        return types.stream().filter(type -> type.id() == id).findFirst();
    }

    static FunnelReferences of(List<Row> rows) {
        var steps = new LinkedHashMap<Long, List<FunnelStage>>();
        var stages = new LinkedHashMap<Long, FunnelStage>();
        var choices = new LinkedHashMap<String, List<Choice>>();
        var statistics = new ArrayList<OwnStatistics.Row>();
        for (var row : rows) {
            switch (row.kind()) {
                case "step" ->
                    steps.computeIfAbsent(Objects.requireNonNull(row.owner()), id -> new ArrayList<>())
                            .add(new FunnelStage(row.id(), row.name(), row.probability(), row.norm()));
                case "stage" -> stages.put(row.id(), new FunnelStage(row.id(), row.name(), null, null));
                case "type" -> {}
                case "statistic" -> statistics.add(row.statistic());
                default ->
                    choices.computeIfAbsent(row.kind(), kind -> new ArrayList<>())
                            .add(new Choice(row.id(), row.name(), row.owner()));
            }
        }
        var types = rows.stream()
                .filter(row -> row.kind().equals("type"))
                .map(row -> new FunnelType(
                        row.id(),
                        row.name(),
                        !"NON_PROCESS".equals(row.mode()),
                        steps.getOrDefault(row.id(), List.of())))
                .toList();
        return new FunnelReferences(types, stages, choices, new OwnStatistics(statistics));
    }
}
