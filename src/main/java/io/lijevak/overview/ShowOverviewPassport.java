package io.lijevak.overview;

import io.lijevak.platform.Reckoning;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a number of the overview: how it came about, why a deal is not in it, and what a second count says. */
@Component
public class ShowOverviewPassport {
    /** More rows are not counted again while somebody waits. */
    public static final long MOST_RECOUNTED = ReadWritten.MOST;

    private final RecountOverview recounts;
    private final ReadWritten written;

    /**
     * A second count.
     *
     * @param out deals that are not in the number, by the word of the first condition that keeps them out
     */
    public record Recounted(Reckoning.Again again, long in, Map<String, Long> out) {}

    /** Of a deal; {@code out} is the word of the first condition that keeps it out, empty when it is in. */
    public record Verdict(long id, String title, Optional<String> out) {}

    ShowOverviewPassport(RecountOverview recounts, ReadWritten written) {
        this.recounts = recounts;
        this.written = written;
    }

    /** Refused at {@code of} when the number is of no such change, month or person. */
    public Reckoning of(Overview overview, OverviewNumber number, String of, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        return OverviewReckoning.of(overview, number, of);
    }

    /** Empty when there are too many rows to wait for. */
    public Optional<Recounted> recount(Overview overview, OverviewNumber number, String of, CurrentUser user) {
        if (!recounts.isPossible(user)) {
            return Optional.empty();
        }
        var again =
                of(overview, number, of, user).against(OverviewReckoning.of(recounts.of(overview, user), number, of));
        var out = new EnumMap<OverviewInclusion.Out, Long>(OverviewInclusion.Out.class);
        var in = new long[1];
        if (number.isOfDeals()) {
            var inclusion = recounts.inclusion(overview);
            written.deals(user, deal -> {
                var why = inclusion.of(number, of, deal);
                if (why == null) {
                    in[0]++;
                } else {
                    out.merge(why, 1L, Long::sum);
                }
            });
        }
        var words = new java.util.LinkedHashMap<String, Long>();
        out.forEach((why, deals) -> words.put(word(why), deals));
        return Optional.of(new Recounted(again, in[0], words));
    }

    /** Empty when the person may not see the deal. */
    public Optional<Verdict> whyNot(Overview overview, OverviewNumber number, String of, long deal, CurrentUser user) {
        var inclusion = recounts.inclusion(overview);
        return written.deal(deal, user)
                .map(read -> new Verdict(
                        deal,
                        read.row().title(),
                        Optional.ofNullable(inclusion.of(number, of, read)).map(ShowOverviewPassport::word)));
    }

    private static String word(OverviewInclusion.Out out) {
        return out.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
