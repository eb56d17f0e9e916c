package io.lijevak.funnel;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a number of a funnel is made of.
 *
 * @param funnel the answer that the number stands in
 * @param counted the number and its amount, as the funnel counted them
 * @param days of the deals, where the number is one of days
 * @param excluded deals that are not in it, by the first condition that keeps them out
 */
public record Passport(FunnelCell cell, Funnel funnel, Tally counted, Days days, Map<Exclusion, Long> excluded) {
    /** The parameter of {@code /deals} that lists the excluded ones. */
    public static final String EXCLUDED = "notInFunnel";

    public Passport {
        excluded = new TreeMap<>(excluded);
    }

    /** The number as the ledger tells it, and whether that is the same. */
    public record Recount(Tally tally, Days days, boolean equal) {}

    /** The list of the deals that the condition keeps out, as the value of {@link #EXCLUDED}. */
    public String key(Exclusion why) {
        return cell.text() + ",why:" + FunnelWords.word(why);
    }

    /** All deals that the asking person may see. */
    public long deals() {
        return counted.count()
                + excluded.values().stream().mapToLong(Long::longValue).sum();
    }
}
