package io.lijevak.funnel;

import java.util.List;

/** A number of a funnel that opens its deals: of a stage, or of all stages together. */
public enum Figure {
    ENTERED,
    WON,
    LOST,
    IN_WORK,
    RETURNED,
    /** Won and lost together: what a conversion is a share of. */
    DECIDED,
    /** Deals whose days in the stage are known. */
    TIMED,
    /** Deals that the rule leaves out because the date it asks for is not known. */
    UNDATED;

    /** Outcomes of the visits that the figure counts in a stage. */
    List<String> outcomes() {
        return switch (this) {
            case WON -> List.of("ADVANCED", "WON");
            case LOST -> List.of("LOST");
            case IN_WORK -> List.of("OPEN");
            case RETURNED -> List.of("RETURNED");
            case DECIDED -> List.of("ADVANCED", "WON", "LOST");
            case ENTERED, TIMED, UNDATED -> List.of("ADVANCED", "WON", "LOST", "OPEN", "RETURNED");
        };
    }

    /** States of the deals that the figure counts over all stages. */
    List<String> states() {
        return switch (this) {
            case WON, TIMED -> List.of("WON");
            case LOST -> List.of("LOST");
            case IN_WORK -> List.of("OPEN");
            case DECIDED -> List.of("WON", "LOST");
            case ENTERED, RETURNED, UNDATED -> List.of("WON", "LOST", "OPEN");
        };
    }
}
