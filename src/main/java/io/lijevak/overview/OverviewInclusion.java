package io.lijevak.overview;

import io.lijevak.overview.WeekChanges.Change;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides of one deal whether it is in a number of the overview, without the statements that count the number. */
final class OverviewInclusion {
    /** The first condition that keeps a deal out. */
    enum Out {
        NOT_YET,
        CLOSED,
        OPEN,
        OTHER_OUTCOME,
        NEVER_RETURNED,
        DAY_UNKNOWN,
        OTHER_DAYS,
        OTHER_PERSON,
        OTHER_MONTH,
        NO_NORM,
        WITHIN_NORM,
        NOT_SILENT,
        PLANNED;

        /** Its name in addresses and in keys of texts. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final OverviewMoment moment;

    OverviewInclusion(OverviewMoment moment) {
        this.moment = moment;
    }

    /** Null = it is in. */
    @Nullable
    Out of(OverviewNumber number, String of, WrittenDeal deal) {
        var row = deal.row();
        return switch (number) {
            case CHANGED, CHANGED_SUM -> changed(OverviewReckoning.change(of), false, deal);
            case CHANGED_BEFORE, CHANGED_SUM_BEFORE -> changed(OverviewReckoning.change(of), true, deal);
            case STUCK, STUCK_SUM -> row.isOpen() ? deal.late() : Out.CLOSED;
            case COMING, COMING_POTENTIAL, COMING_EXPECTED ->
                !row.isOpen() ? Out.CLOSED : month(row).equals(of) ? null : Out.OTHER_MONTH;
            case LATE, SILENT, UNPLANNED -> needs(number, of, deal);
            default -> throw new IllegalArgumentException(number.word());
        };
    }

    /** The part of what is coming that an open deal is of. */
    String month(WrittenDeal.Row row) {
        var day = row.expectedClose();
        if (day == null) {
            return "none";
        }
        var today = moment.today();
        if (day.isBefore(today)) {
            return "past";
        }
        var month = YearMonth.from(day);
        return month.isBefore(YearMonth.from(today).plusMonths(OverviewKey.MONTHS)) ? month.toString() : "later";
    }

    private @Nullable Out changed(Change change, boolean before, WrittenDeal deal) {
        var row = deal.row();
        if (change == Change.RETURNED) {
            return deal.returned().isEmpty()
                    ? Out.NEVER_RETURNED
                    : deal.returned().stream().anyMatch(at -> within(at, before)) ? null : Out.OTHER_DAYS;
        }
        if (change != Change.OPENED && row.isOpen()) {
            return Out.OPEN;
        }
        if (change != Change.OPENED && !row.outcome().equals(change.name())) {
            return Out.OTHER_OUTCOME;
        }
        var at = change == Change.OPENED ? row.openedAt() : row.closedAt();
        return at == null ? Out.DAY_UNKNOWN : within(at, before) ? null : Out.OTHER_DAYS;
    }

    /** Whether the day is one of the last seven, or of the seven before. */
    private boolean within(Instant at, boolean before) {
        var last = before ? moment.today().minusDays(WeekChanges.WEEK) : moment.today();
        var day = at.atZone(moment.zone()).toLocalDate();
        return !day.isAfter(last) && day.isAfter(last.minusDays(WeekChanges.WEEK));
    }

    private @Nullable Out needs(OverviewNumber number, String of, WrittenDeal deal) {
        var row = deal.row();
        var person = row.responsibleId();
        if (person == null || !person.toString().equals(of)) {
            return Out.OTHER_PERSON;
        }
        if (!row.isOpen()) {
            return Out.CLOSED;
        }
        return switch (number) {
            case LATE -> deal.late();
            case SILENT -> {
                var from = row.silentFrom();
                yield from != null && from.isBefore(moment.instant()) ? null : Out.NOT_SILENT;
            }
            default -> row.nextStepAt() == null ? null : Out.PLANNED;
        };
    }
}
