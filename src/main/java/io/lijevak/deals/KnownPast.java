package io.lijevak.deals;

import io.lijevak.process.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known from elsewhere of the way a deal has gone. What is not known stays unknown: no time is invented.
 *
 * @param stages the stages of its type up to the one it reached
 * @param entered known times of entering a stage, by its place from 0; they never run backwards
 * @param closed when it was won or lost, if known
 * @param potential what it was worth when it closed, in the management currency
 */
public record KnownPast(
        int stepsVersion,
        List<StageId> stages,
        SortedMap<Integer, Instant> entered,
        DealOutcome outcome,
        @Nullable Instant closed,
        @Nullable BigDecimal potential,
        @Nullable Long responsible) {

    /** The visits from the given place on; the time of entering a stage is also that of leaving the one before. */
    List<Visit> visitsFrom(int place, int firstSeq) {
        var visits = new ArrayList<Visit>();
        for (int i = place; i < stages.size(); i++) {
            var isLast = i == stages.size() - 1;
            visits.add(new Visit(
                    firstSeq + i - place,
                    stepsVersion,
                    stages.get(i),
                    entered.get(i),
                    leftAt(i),
                    isLast ? lastOutcome() : VisitOutcome.ADVANCED,
                    null,
                    isLast && outcome != DealOutcome.OPEN ? potential : null,
                    responsible,
                    VisitCause.IMPORTED));
        }
        return visits;
    }

    /** When the stage was left, null while the deal stands there or when it is not known. */
    @Nullable
    Instant leftAt(int place) {
        return place == stages.size() - 1 ? closed : entered.get(place + 1);
    }

    VisitOutcome lastOutcome() {
        return switch (outcome) {
            case OPEN -> VisitOutcome.OPEN;
            case WON -> VisitOutcome.WON;
            case LOST -> VisitOutcome.LOST;
        };
    }
}
