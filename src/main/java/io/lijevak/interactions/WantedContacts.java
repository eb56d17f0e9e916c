package io.lijevak.interactions;

import io.lijevak.platform.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of a requirement ask for.
 *
 * @param kind any contact when null
 * @param sinceEntry whether only those count that took place, or were planned, since the present stage was entered
 */
record WantedContacts(@Nullable InteractionKind kind, InteractionState state, int count, boolean sinceEntry) {
    static final String KIND = "contact";
    static final String STATE = "state";
    static final String COUNT = "count";
    static final String SINCE = "since";
    static final String ENTRY = "stage";
    static final int MOST = 20;

    static WantedContacts of(Map<String, String> settings) {
        return new WantedContacts(
                kind(settings.getOrDefault(KIND, "")),
                settings.getOrDefault(STATE, "").equals("planned") ? InteractionState.PLANNED : InteractionState.HELD,
                count(settings),
                settings.getOrDefault(SINCE, "").equals(ENTRY));
    }

    static List<FieldProblem> problems(Map<String, String> settings) {
        var problems = new ArrayList<FieldProblem>();
        var kind = settings.getOrDefault(KIND, "any");
        if (!kind.isEmpty() && !kind.equals("any") && kind(kind) == null) {
            problems.add(new FieldProblem(KIND, "platform.problem.choice", kind));
        }
        var state = settings.getOrDefault(STATE, "");
        if (!List.of("", "held", "planned").contains(state)) {
            problems.add(new FieldProblem(STATE, "platform.problem.choice", state));
        }
        var count = settings.getOrDefault(COUNT, "").strip();
        if (!count.isEmpty() && (!count.matches("\\d{1,2}") || count(settings) < 1 || count(settings) > MOST)) {
            problems.add(new FieldProblem(COUNT, "interactions.error.count", MOST));
        }
        return problems;
    }

    private static int count(Map<String, String> settings) {
        var typed = settings.getOrDefault(COUNT, "").strip();
        return typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : 1;
    }

    private static @Nullable InteractionKind kind(String word) {
        return Stream.of(InteractionKind.values())
                .filter(kind -> kind.isContact() && kind.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
