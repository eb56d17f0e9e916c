package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.process.RouteMap.State;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteStatesTests {
    /** Decide, then by a choice: repair to the end "settled", or at once, by a second choice, to one of two more ends. */
    private static final RouteModel ROUTE = new RouteModel(
            List.of(
                    node("start", Kind.START),
                    node("decide", Kind.POINT),
                    node("choice", Kind.CHOICE),
                    node("repair", Kind.POINT),
                    node("settled", Kind.SUCCESS),
                    node("second", Kind.CHOICE),
                    node("rejected", Kind.FAILURE),
                    node("withdrawn", Kind.FAILURE)),
            List.of(
                    way("start", "decide"),
                    way("decide", "choice"),
                    way("choice", "repair"),
                    way("choice", "second"),
                    way("repair", "settled"),
                    way("second", "rejected"),
                    way("second", "withdrawn")));

    @Test
    void whatWasNotChosenIsSkippedWhileTheRunGoesOn() {
        var states = states(Map.of("decide", State.PASSED, "repair", State.CURRENT), false, null);

        assertThat(states)
                .containsEntry("choice", State.PASSED)
                .containsEntry("settled", State.FUTURE)
                .containsEntry("second", State.SKIPPED)
                .containsEntry("rejected", State.SKIPPED)
                .containsEntry("withdrawn", State.SKIPPED);
    }

    @Test
    void onlyTheEndThatWasComeToIsPassed() {
        var states = states(Map.of("decide", State.PASSED), true, "withdrawn");

        assertThat(states)
                .containsEntry("second", State.PASSED)
                .containsEntry("withdrawn", State.PASSED)
                .containsEntry("rejected", State.SKIPPED)
                .containsEntry("repair", State.SKIPPED)
                .containsEntry("settled", State.SKIPPED);
    }

    @Test
    void everythingLiesAheadAtTheBeginning() {
        var states = states(Map.of("decide", State.CURRENT), false, null);

        assertThat(states)
                .containsEntry("choice", State.FUTURE)
                .containsEntry("second", State.FUTURE)
                .containsEntry("withdrawn", State.FUTURE);
    }

    @Test
    void aRunThatEndedBeforeCameToNoEnd() {
        var states = states(Map.of("decide", State.PASSED), true, "");

        assertThat(states).containsEntry("withdrawn", State.SKIPPED).containsEntry("rejected", State.SKIPPED);
    }

    private static Map<String, State> states(Map<String, State> marks, boolean over, @Nullable String end) {
        var run = new Run(1, new Subject("complaint", 1), 1, null, over, end);
        return new RouteStates(ROUTE, marks, marks.keySet(), run).all();
    }

    private static Node node(String id, Kind kind) {
        return Node.of(id, kind, id);
    }

    private static Flow way(String from, String to) {
        return new Flow(from + "-" + to, from, to, null);
    }
}
