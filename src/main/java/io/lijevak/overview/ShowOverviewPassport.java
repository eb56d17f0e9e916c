package io.lijevak.overview;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.overview.OverviewExcluded.Asked;
import io.lijevak.overview.OverviewInclusion.Out;
import io.lijevak.platform.Reckoning;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a number of the overview: how it came about, which deals are not in it and why, and what a second count says. */
@Component
public class ShowOverviewPassport {
    /** More rows are not counted again while somebody waits. */
    public static final long MOST_RECOUNTED = ReadWritten.MOST;

    /** The parameter of {@code /deals} that lists the deals left out by one condition. */
    public static final String EXCLUDED = "notInOverview";

    private final RecountOverview recounts;
    private final ReadWritten written;
    private final OverviewExcluded excluded;
    private final DSLContext sql;

    /**
     * Deals that one condition keeps out.
     *
     * @param why the word of the condition
     * @param key their list, as the value of {@link #EXCLUDED}
     * @param asOf the day that the list looks at, null = now
     */
    public record Left(
            String why, long deals, String key, @Nullable AsOf asOf) {}

    /** The deals in a number of deals, and those that are not by the first condition that keeps them out. */
    public record Members(long in, List<Left> out) {
        public long all() {
            return in + out.stream().mapToLong(Left::deals).sum();
        }
    }

    /** Of a deal; {@code out} is the word of the first condition that keeps it out, empty when it is in. */
    public record Verdict(long id, String title, Optional<String> out) {}

    ShowOverviewPassport(RecountOverview recounts, ReadWritten written, OverviewExcluded excluded, DSLContext sql) {
        this.recounts = recounts;
        this.written = written;
        this.excluded = excluded;
        this.sql = sql;
    }

    /** Refused at {@code of} when the number is of no such change, month or person. */
    public Reckoning of(Overview overview, OverviewNumber number, String of, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        return OverviewReckoning.of(overview, number, of);
    }

    /** Of a number of deals; empty of another. */
    public Optional<Members> members(Overview overview, OverviewNumber number, String of, CurrentUser user) {
        if (!number.isOfDeals()) {
            return Optional.empty();
        }
        var asked = new Asked(number, of, recounts.moment(overview));
        var out = new EnumMap<Out, Long>(Out.class);
        var in = 0L;
        for (var row :
                sql.fetch("select out.why, count(*) as deals from {0} group by out.why", excluded.of(asked, user))) {
            var why = row.get("why", String.class);
            if (why == null) {
                in = row.get("deals", Long.class);
            } else {
                out.put(Out.valueOf(why), row.get("deals", Long.class));
            }
        }
        return Optional.of(new Members(
                in,
                out.entrySet().stream()
                        .map(left -> left(asked, left.getKey(), left.getValue()))
                        .toList()));
    }

    /** What did not exist yet on the day stands in the list of now alone. */
    private static Left left(Asked asked, Out why, long deals) {
        return new Left(
                why.word(), deals, ExcludedFromOverview.key(asked, why), why == Out.NOT_YET ? null : asked.asOf());
    }

    /** Empty when there are too many rows to wait for. */
    public Optional<Reckoning.Again> recount(Overview overview, OverviewNumber number, String of, CurrentUser user) {
        return recounts.isPossible(user)
                ? Optional.of(of(overview, number, of, user)
                        .against(OverviewReckoning.of(recounts.of(overview, user), number, of)))
                : Optional.empty();
    }

    /** Empty when the person may not see the deal; {@code title} is what is said of one that did not exist yet. */
    public Optional<Verdict> whyNot(
            Overview overview, OverviewNumber number, String of, long deal, String title, CurrentUser user) {
        var moment = recounts.moment(overview);
        var inclusion = new OverviewInclusion(moment);
        var read = written.deal(deal, moment, user);
        if (read.isEmpty() && moment.asOf() != null) {
            return Optional.of(new Verdict(deal, title, Optional.of(Out.NOT_YET.word())));
        }
        return read.map(one -> new Verdict(
                deal,
                one.row().title(),
                Optional.ofNullable(inclusion.of(number, of, one)).map(Out::word)));
    }
}
