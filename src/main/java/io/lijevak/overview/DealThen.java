package io.lijevak.overview;

import io.lijevak.overview.OverviewInclusion.Out;
import io.lijevak.worktime.WorkingTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides from a deal, its visits and its former values how it stood at the end of a past day, without the statement that
 * lists ask.
 *
 * @param visits in their order
 * @param kept its former values; none where only what had been recorded by then is read
 */
record DealThen(Deal deal, List<Visit> visits, List<Kept> kept, OverviewMoment moment) {
    private static final String OPEN = "OPEN";

    /** A deal; {@code knownSince}: since when its present values are known, null = since its creation. */
    record Deal(
            long id,
            String title,
            long typeId,
            int stepsVersion,
            @Nullable Long stageId,
            String outcome,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            Instant createdAt,
            @Nullable BigDecimal potential,
            @Nullable LocalDate expectedClose,
            @Nullable Instant knownSince,
            @Nullable Long responsibleId) {}

    record Visit(
            long dealId,
            long stageId,
            @Nullable Integer stepsVersion,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            String outcome,
            @Nullable BigDecimal entryPotential,
            Instant recordedAt,
            @Nullable Instant leftRecordedAt) {
        Instant knownFrom() {
            return enteredAt != null ? enteredAt : leftAt != null ? leftAt : recordedAt;
        }

        /** When it was left, as far as that is known. */
        @Nullable
        Instant until() {
            return leftAt != null ? leftAt : leftRecordedAt;
        }
    }

    /** Values that held until a moment. */
    record Kept(
            long dealId,
            long typeId,
            @Nullable BigDecimal potential,
            @Nullable LocalDate expectedClose,
            Instant knownFrom,
            Instant knownUntil) {}

    /** A stage of a version of a type. */
    record Place(long dealTypeId, int stepsVersion, long stageId) {}

    record Step(@Nullable Integer probability, @Nullable Integer normDays) {
        static final Step NONE = new Step(null, null);
    }

    /** Empty when there was no such deal yet. */
    Optional<WrittenDeal> written(Map<Place, Step> steps, WorkingTime time) {
        var last = last();
        if (!moment.then() && !existed(last)) {
            return Optional.empty();
        }
        var outcome = moment.then() ? deal.outcome() : outcome(last);
        var stage = moment.then() ? deal.stageId() : last == null ? null : Long.valueOf(last.stageId());
        var value = value(last);
        var row = new WrittenDeal.Row(
                deal.id(),
                deal.title(),
                outcome,
                deal.openedAt(),
                moment.then() ? deal.closedAt() : closed(outcome, last),
                value.potential(),
                value.expectedClose(),
                null,
                null,
                null,
                deal.responsibleId(),
                step(deal.typeId(), deal.stepsVersion(), stage, steps).probability());
        return Optional.of(new WrittenDeal(row, returned(), late(last, value.typeId(), steps, time)));
    }

    private @Nullable Visit last() {
        return visits.stream()
                .filter(visit -> visit.knownFrom().isBefore(moment.instant()))
                .reduce((one, next) -> next)
                .orElse(null);
    }

    private boolean existed(@Nullable Visit last) {
        var opened = deal.openedAt();
        var closed = deal.closedAt();
        var from = opened != null ? opened : closed != null ? closed : deal.createdAt();
        return last != null || visits.isEmpty() && from.isBefore(moment.instant());
    }

    private String outcome(@Nullable Visit last) {
        if (last == null) {
            var closed = Objects.requireNonNullElse(deal.closedAt(), deal.createdAt());
            return closed.isBefore(moment.instant()) ? deal.outcome() : OPEN;
        }
        var until = last.until();
        var over = until != null && until.isBefore(moment.instant());
        return over && (last.outcome().equals("WON") || last.outcome().equals("LOST")) ? last.outcome() : OPEN;
    }

    private @Nullable Instant closed(String outcome, @Nullable Visit last) {
        if (outcome.equals(OPEN)) {
            return null;
        }
        return last != null && last.leftAt() != null ? last.leftAt() : deal.closedAt();
    }

    /** The earliest of those that held until the moment or longer, else the present ones. */
    private Kept value(@Nullable Visit last) {
        var present = deal.knownSince() == null && last != null && last.entryPotential() != null && !moment.then()
                ? last.entryPotential()
                : deal.potential();
        return kept.stream()
                .filter(one -> !one.knownUntil().isBefore(moment.instant()))
                .min(Comparator.comparing(Kept::knownFrom))
                .orElseGet(() ->
                        new Kept(deal.id(), deal.typeId(), present, deal.expectedClose(), Instant.MIN, Instant.MAX));
    }

    private List<Instant> returned() {
        return visits.stream()
                .filter(visit -> visit.outcome().equals("RETURNED"))
                .map(Visit::leftAt)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Step step(long type, int version, @Nullable Long stage, Map<Place, Step> steps) {
        return stage == null ? Step.NONE : steps.getOrDefault(new Place(type, version, stage), Step.NONE);
    }

    /** By the norm of the type of then and of the version of steps that the visit went by. A norm is over when as many working days passed after the day of the entry, the last one included. */
    private @Nullable Out late(@Nullable Visit last, long type, Map<Place, Step> steps, WorkingTime time) {
        var until = last == null ? null : last.until();
        var stands =
                last != null && (last.outcome().equals(OPEN) || until == null || !until.isBefore(moment.instant()));
        var version = last == null ? null : last.stepsVersion();
        var norm = last == null || !stands
                ? null
                : step(type, version == null ? deal.stepsVersion() : version, last.stageId(), steps)
                        .normDays();
        if (last == null || norm == null) {
            return Out.NO_NORM;
        }
        var entered = last.enteredAt();
        if (entered == null) {
            return Out.DAY_UNKNOWN;
        }
        return time.workingDaysBetween(entered, moment.instant().minusNanos(1)) >= norm ? null : Out.WITHIN_NORM;
    }
}
