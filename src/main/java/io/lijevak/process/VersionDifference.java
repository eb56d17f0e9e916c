package io.lijevak.process;

import io.lijevak.process.TypeVersion.Change;
import io.lijevak.process.TypeVersion.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells two versions of the steps of a deal type apart. */
final class VersionDifference {
    private VersionDifference() {}

    /** A step with all it says; what is only compared stands as it is written. */
    record Stated(
            long stage,
            String name,
            @Nullable Integer norm,
            @Nullable Integer probability,
            @Nullable String addressee,
            @Nullable String instruction,
            String files,
            String requirements,
            String events) {}

    /** A version: its steps in order, and its route where it does not go straight. */
    record Whole(List<Stated> steps, @Nullable RouteModel route) {}

    static List<Change> between(@Nullable Whole before, Whole after) {
        if (before == null) {
            return List.of(Change.of(What.FIRST, null));
        }
        var changes = new ArrayList<Change>();
        var old = byStage(before);
        var now = byStage(after);
        after.steps().stream()
                .filter(step -> !old.containsKey(step.stage()))
                .forEach(step -> changes.add(Change.of(What.ADDED, step.name())));
        before.steps().stream()
                .filter(step -> !now.containsKey(step.stage()))
                .forEach(step -> changes.add(Change.of(What.REMOVED, step.name())));
        if (!common(before, now).equals(common(after, old))) {
            changes.add(Change.of(What.ORDER, null));
        }
        for (var step : after.steps()) {
            var earlier = old.get(step.stage());
            if (earlier != null) {
                compare(earlier, step, changes);
            }
        }
        if (!Objects.equals(before.route(), after.route())) {
            changes.add(Change.of(What.ROUTE, null));
        }
        return changes.isEmpty() ? List.of(Change.of(What.NOTHING, null)) : changes;
    }

    private static void compare(Stated before, Stated after, List<Change> changes) {
        if (!Objects.equals(before.norm(), after.norm())) {
            changes.add(new Change(What.NORM, after.name(), before.norm(), after.norm()));
        }
        if (!Objects.equals(before.probability(), after.probability())) {
            changes.add(new Change(What.PROBABILITY, after.name(), before.probability(), after.probability()));
        }
        said(What.ADDRESSEE, before.addressee(), after.addressee(), after, changes);
        said(What.INSTRUCTION, before.instruction(), after.instruction(), after, changes);
        said(What.FILES, before.files(), after.files(), after, changes);
        said(What.REQUIREMENTS, before.requirements(), after.requirements(), after, changes);
        said(What.EVENTS, before.events(), after.events(), after, changes);
    }

    private static void said(
            What what, @Nullable String before, @Nullable String after, Stated step, List<Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.add(Change.of(what, step.name()));
        }
    }

    private static Map<Long, Stated> byStage(Whole version) {
        var steps = new HashMap<Long, Stated>();
        version.steps().forEach(step -> steps.put(step.stage(), step));
        return steps;
    }

    private static List<Long> common(Whole version, Map<Long, Stated> other) {
        return version.steps().stream()
                .map(Stated::stage)
                .filter(other::containsKey)
                .toList();
    }
}
