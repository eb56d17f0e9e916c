package io.lijevak.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way through stages that the deals of a file have gone, by the folded name of their type ("" where none is given). */
record StagePlan(Map<String, Route> routes) {
    /** A deal type with its stages in order; ids are negative while the type is only proposed. */
    record Route(String name, long type, int stepsVersion, List<Stop> stops) {
        /** Place of the stage among the stops from 0, -1 when it is none of them. */
        int indexOf(String stage) {
            var folded = Headings.fold(stage);
            for (int i = 0; i < stops.size(); i++) {
                if (stops.get(i).folded().equals(folded)) {
                    return i;
                }
            }
            return -1;
        }

        boolean isNew() {
            return type < 0;
        }
    }

    record Stop(long stage, String name, String folded) {}

    @Nullable
    Route route(@Nullable String typeName) {
        return routes.get(typeName == null ? "" : Headings.fold(typeName));
    }
}
