package io.lijevak.funnel.web;

import io.lijevak.funnel.EventMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The events of the deals of each stage, a table for each source of events. */
public record StageEvents(MatrixPage matrix, List<Topic> topics) {
    /**
     * Kinds of events that stand in one table.
     *
     * @param texts what the keys of its texts begin with
     * @param first the place of its first measure among all
     */
    public record Topic(String texts, int first, List<EventMeasure> measures) {
        /** Its measures as addresses name them. */
        public String keys() {
            return measures.stream().map(EventMeasure::key).collect(Collectors.joining(","));
        }
    }

    /** Those of one source stand together. */
    static StageEvents of(MatrixPage matrix) {
        var measures = matrix.measures().stream().map(EventMeasure.class::cast).toList();
        var bySource = new LinkedHashMap<String, List<Integer>>();
        IntStream.range(0, measures.size())
                .forEach(place -> bySource.computeIfAbsent(measures.get(place).texts(), texts -> new ArrayList<>())
                        .add(place));
        return new StageEvents(
                matrix,
                bySource.entrySet().stream()
                        .map(source -> new Topic(
                                source.getKey(),
                                source.getValue().getFirst(),
                                source.getValue().stream().map(measures::get).toList()))
                        .toList());
    }

    /** Whether the deals have any of the topic. */
    public boolean has(Topic topic) {
        return topic.measures().stream().anyMatch(matrix::has);
    }

    public List<MatrixPage.Number> numbers(Topic topic, MatrixPage.Head row, MatrixPage.Head column) {
        return matrix.cell(row, column)
                .subList(topic.first(), topic.first() + topic.measures().size());
    }
}
