package io.lijevak.overview;

import io.lijevak.deals.PeopleOfDeals;
import io.lijevak.interactions.Importance;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionFilter;
import io.lijevak.interactions.Interactions;
import io.lijevak.overview.WeekChanges.Change;
import io.lijevak.platform.Companies;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts the overview together again from deals, tasks and meetings read one by one, without the statements it was counted by. */
@Component
class RecountOverview {
    private static final int AT_ONCE = 200;
    private final ReadWritten written;
    private final Interactions interactions;
    private final Companies companies;

    RecountOverview(ReadWritten written, Interactions interactions, Companies companies) {
        this.written = written;
        this.interactions = interactions;
        this.companies = companies;
    }

    boolean isPossible(CurrentUser user) {
        return written.isPossible(user);
    }

    OverviewMoment moment(Overview told) {
        return OverviewMoment.of(told.today(), told.asOf(), told.at(), zone());
    }

    private ZoneId zone() {
        return companies.current().timeZone();
    }

    /** How the needs of a week ago stood is kept, and is taken as it was told. */
    Overview of(Overview told, CurrentUser user) {
        var moment = moment(told);
        var sums = new Sums(told, new OverviewInclusion(moment));
        written.deals(moment, user, sums::add);
        return new Overview(
                told.today(),
                told.at(),
                told.asOf(),
                new StuckDeals.Stuck(sums.stuck, told.stuck().greatest()),
                sums.coming(),
                new WeekChanges.Weeks(sums.last, sums.before),
                told.open() == null ? null : open(told.open(), told, sums, user),
                sums.late());
    }

    private Overview.Open open(Overview.Open open, Overview told, Sums sums, CurrentUser user) {
        var overdue = overdue(told.at(), user);
        return new Overview.Open(
                open.endOfWeek(),
                open.meetings(),
                meetings(open, told, user),
                new PeopleInNeed.Team(
                        open.team().people().stream()
                                .map(row -> new PeopleInNeed.Row(
                                        row.person(),
                                        row.name(),
                                        sums.needs(row.person(), overdue.getOrDefault(row.person(), 0)),
                                        row.before()))
                                .toList(),
                        overdue.values().stream().mapToLong(Integer::longValue).sum()));
    }

    private Map<Long, Integer> overdue(Instant now, CurrentUser user) {
        var overdue = new HashMap<Long, Integer>();
        written.tasks(user, task -> {
            var due = task.dueOrder();
            if (task.state().equals("OPEN") && due != null && due.isBefore(now)) {
                overdue.merge(task.executorId(), 1, Integer::sum);
            }
        });
        return overdue;
    }

    private int meetings(Overview.Open open, Overview told, CurrentUser user) {
        var planned = InteractionFilter.of(Map.of("kind", "meeting", "state", "planned"));
        var found = 0;
        var next = "";
        do {
            var slice = interactions.page(planned, next.isEmpty() ? null : next, AT_ONCE, user);
            found += (int) slice.items().stream()
                    .filter(meeting -> isCounted(meeting, open, told))
                    .count();
            next = Objects.requireNonNullElse(slice.next(), "");
        } while (!next.isEmpty());
        return found;
    }

    private boolean isCounted(Interaction meeting, Overview.Open open, Overview told) {
        var day = meeting.at().atZone(zone()).toLocalDate();
        return meeting.isPlanned()
                && meeting.fields().importance() == Importance.HIGH
                && !day.isBefore(told.today())
                && !day.isAfter(open.endOfWeek());
    }

    /** What the deals add up to. */
    private static final class Sums {
        private final Overview told;
        private final OverviewInclusion inclusion;
        private final Map<Change, Amount> last = new EnumMap<>(Change.class);
        private final Map<Change, Amount> before = new EnumMap<>(Change.class);
        private final Map<String, Amount> coming = new HashMap<>();
        private final Map<String, BigDecimal> expected = new HashMap<>();
        private final Map<String, Integer> needs = new HashMap<>();
        private Amount stuck = Amount.NONE;

        Sums(Overview told, OverviewInclusion inclusion) {
            this.told = told;
            this.inclusion = inclusion;
        }

        void add(WrittenDeal deal) {
            var row = deal.row();
            var one = new Amount(1, row.potential() == null ? BigDecimal.ZERO : row.potential());
            for (var change : Change.values()) {
                var word = change.word();
                if (inclusion.of(OverviewNumber.CHANGED, word, deal) == null) {
                    last.merge(change, one, Amount::plus);
                }
                if (inclusion.of(OverviewNumber.CHANGED_BEFORE, word, deal) == null) {
                    before.merge(change, one, Amount::plus);
                }
            }
            if (inclusion.of(OverviewNumber.STUCK, "", deal) == null) {
                stuck = stuck.plus(one);
            }
            if (row.isOpen()) {
                var key = inclusion.month(row);
                coming.merge(key, one, Amount::plus);
                var percent = row.probability() == null ? 0 : row.probability();
                expected.merge(key, one.sum().multiply(BigDecimal.valueOf(percent)), BigDecimal::add);
            }
            for (var need : List.of(OverviewNumber.LATE, OverviewNumber.SILENT, OverviewNumber.UNPLANNED)) {
                var person = String.valueOf(row.responsibleId());
                if (inclusion.of(need, person, deal) == null) {
                    needs.merge(need + person, 1, Integer::sum);
                }
            }
        }

        List<ComingRevenue.Part> coming() {
            return told.coming().stream()
                    .map(part -> {
                        var sum = coming.getOrDefault(part.key(), Amount.NONE);
                        var percent = expected.getOrDefault(part.key(), BigDecimal.ZERO);
                        return new ComingRevenue.Part(
                                part.key(),
                                sum.deals(),
                                sum.sum(),
                                percent.movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
                    })
                    .toList();
        }

        /** Of those that were told. */
        List<PeopleOfDeals.Share> late() {
            return told.late().stream()
                    .map(share -> new PeopleOfDeals.Share(
                            share.person(),
                            needs.getOrDefault(
                                    OverviewNumber.LATE.toString()
                                            + share.person().id(),
                                    0)))
                    .toList();
        }

        PeopleInNeed.Needs needs(long person, int overdue) {
            return new PeopleInNeed.Needs(
                    needs.getOrDefault(OverviewNumber.LATE.toString() + person, 0),
                    needs.getOrDefault(OverviewNumber.SILENT.toString() + person, 0),
                    needs.getOrDefault(OverviewNumber.UNPLANNED.toString() + person, 0),
                    overdue);
        }
    }
}
