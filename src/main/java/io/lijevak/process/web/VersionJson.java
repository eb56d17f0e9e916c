package io.lijevak.process.web;

import io.lijevak.process.RouteModel;
import io.lijevak.process.TypeVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a deal type as the API answers it.
 *
 * @param steps with all they say; left out in lists
 * @param route points, choices and ways; left out in lists and for a type without steps
 * @param bpmn where the route is as a BPMN 2.0 file
 */
record VersionJson(
        int version,
        boolean present,
        @Nullable Instant madeAt,
        TypeVersion.@Nullable Author madeBy,
        int openDeals,
        List<ChangeJson> changes,
        @Nullable List<StepJson> steps,
        @Nullable RouteModel route,
        @Nullable String bpmn) {

    /** One difference from the version before. */
    record ChangeJson(
            String what,
            @Nullable String stage,
            @Nullable Integer before,
            @Nullable Integer after) {}

    static VersionJson of(TypeVersion version, int present) {
        return new VersionJson(
                version.version(),
                version.version() == present,
                version.madeAt(),
                version.madeBy(),
                version.running(),
                version.changes().stream()
                        .map(change ->
                                new ChangeJson(change.what().word(), change.stage(), change.before(), change.after()))
                        .toList(),
                null,
                null,
                null);
    }

    VersionJson with(List<StepJson> all, @Nullable RouteModel model, @Nullable String file) {
        return new VersionJson(version, present, madeAt, madeBy, openDeals, changes, all, model, file);
    }
}
