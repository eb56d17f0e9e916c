package io.lijevak.overview;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.DealsOfDay;
import io.lijevak.overview.OverviewInclusion.Out;
import io.lijevak.overview.WeekChanges.Change;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every deal that one may see with the first condition that keeps it out of a number of the overview, null for those in it. */
@Component
class OverviewExcluded {
    private static final String MONTH = """
            case when d.expected_close is null then 'none' when d.expected_close < {0} then 'past'
              when d.expected_close >= {1} then 'later' else to_char(d.expected_close, 'YYYY-MM') end = {2}""";

    private final DealsOfDay days;

    /** A number of deals as of a moment. */
    record Asked(OverviewNumber number, String of, OverviewMoment moment) {
        @Nullable
        AsOf asOf() {
            return moment.asOf();
        }

        boolean before() {
            return number == OverviewNumber.CHANGED_BEFORE || number == OverviewNumber.CHANGED_SUM_BEFORE;
        }
    }

    OverviewExcluded(DealsOfDay days) {
        this.days = days;
    }

    /** Rows {@code out.id, out.why}; deals of now that did not exist on a past day are among them. */
    Table<Record> of(Asked asked, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        var existing = days.of(asked.asOf(), false);
        Table<Record> stood = table(
                "select d.id, {0} as why from {1} where {2}",
                why(conditions(asked)), existing, reach.condition(DSL.field("d.responsible_id", Long.class)));
        return asked.asOf() == null
                ? table("({0}) out", stood)
                : table(
                        "({0} union all select x.id, {1} from deal x where {2} and not exists (select from {3} where d.id = x.id)) out",
                        stood,
                        inline(Out.NOT_YET.name()),
                        reach.condition(DSL.field("x.responsible_id", Long.class)),
                        existing);
    }

    private static Field<String> why(Map<Out, Condition> passes) {
        Field<String> why = inline((String) null);
        for (var passed : passes.entrySet().stream().toList().reversed()) {
            why = DSL.when(
                            not(condition("coalesce({0}, false)", passed.getValue())),
                            inline(passed.getKey().name()))
                    .otherwise(why);
        }
        return why;
    }

    /** What a deal in the number passes, in the order of {@link OverviewInclusion}. */
    private Map<Out, Condition> conditions(Asked asked) {
        var passes = new LinkedHashMap<Out, Condition>();
        switch (asked.number()) {
            case CHANGED, CHANGED_SUM, CHANGED_BEFORE, CHANGED_SUM_BEFORE -> changed(asked, passes);
            case STUCK, STUCK_SUM -> {
                passes.put(Out.CLOSED, open());
                late(asked, passes);
            }
            case COMING, COMING_POTENTIAL, COMING_EXPECTED -> {
                passes.put(Out.CLOSED, open());
                var today = asked.moment().today();
                passes.put(
                        Out.OTHER_MONTH, condition(MONTH, val(today), val(OverviewKey.later(today)), val(asked.of())));
            }
            case LATE, SILENT, UNPLANNED -> needs(asked, passes);
            default -> throw new IllegalArgumentException(asked.number().word());
        }
        return passes;
    }

    private static Condition open() {
        return condition("d.outcome = 'OPEN'");
    }

    private void changed(Asked asked, Map<Out, Condition> passes) {
        var change = OverviewReckoning.change(asked.of());
        if (change == Change.RETURNED) {
            passes.put(Out.NEVER_RETURNED, returned(asked, condition("true")));
            passes.put(Out.OTHER_DAYS, returned(asked, within("v.left_at", asked)));
            return;
        }
        if (change != Change.OPENED) {
            passes.put(Out.OPEN, condition("d.outcome <> 'OPEN'"));
            passes.put(Out.OTHER_OUTCOME, condition("d.outcome = {0}", val(change.name())));
        }
        var column = change == Change.OPENED ? "d.opened_at" : "d.closed_at";
        passes.put(Out.DAY_UNKNOWN, condition(column + " is not null"));
        passes.put(Out.OTHER_DAYS, within(column, asked));
    }

    private Condition returned(Asked asked, Condition on) {
        return condition(
                "exists (select from {0} where v.deal_id = d.id and v.outcome = 'RETURNED' and v.left_at is not null and {1})",
                days.visits(asked.asOf()), on);
    }

    private static Condition within(String column, Asked asked) {
        var moment = asked.moment();
        var first = moment.firstDay(asked.before());
        return condition(
                column + " >= {0} and " + column + " < {1}",
                val(moment.start(first)),
                val(moment.start(first.plusDays(WeekChanges.WEEK))));
    }

    private void late(Asked asked, Map<Out, Condition> passes) {
        var asOf = asked.asOf();
        var at = val(asked.moment().at());
        if (asOf == null) {
            passes.put(Out.NO_NORM, condition("d.stage_due_at is not null"));
            passes.put(Out.WITHIN_NORM, condition("d.stage_due_at < {0}", at));
            return;
        }
        passes.put(Out.NO_NORM, days.normed(asOf, false));
        passes.put(Out.DAY_UNKNOWN, days.normed(asOf, true));
        passes.put(Out.WITHIN_NORM, days.late(asOf));
    }

    private void needs(Asked asked, Map<Out, Condition> passes) {
        passes.put(Out.OTHER_PERSON, condition("cast(d.responsible_id as text) = {0}", val(asked.of())));
        passes.put(Out.CLOSED, open());
        switch (asked.number()) {
            case LATE -> late(asked, passes);
            case SILENT ->
                passes.put(
                        Out.NOT_SILENT,
                        condition("d.silent_from < {0}", val(asked.moment().at())));
            default -> passes.put(Out.PLANNED, condition("d.next_step_at is null"));
        }
    }
}
