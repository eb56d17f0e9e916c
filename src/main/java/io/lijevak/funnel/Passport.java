package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a number of a funnel or a matrix is made of.
 *
 * @param found the number, and the groups that its cell is of
 * @param indicator what is told of the deals; null = how many they are
 * @param funnel the same deals without stages and groups
 * @param figures what was counted of the cell
 * @param excluded deals that are not in it, by the first condition that keeps them out
 * @param rates what the number is the whole of, where it is one of decided deals
 */
public record Passport(
        ReadCells.Found found,
        @Nullable Indicator indicator,
        Funnel funnel,
        Figures figures,
        Map<Exclusion, Long> excluded,
        CellRates rates) {
    /** The parameter of {@code /deals} that lists the excluded ones. */
    public static final String EXCLUDED = "notInFunnel";

    public Passport {
        excluded = new TreeMap<>(excluded);
    }

    /** The number as the ledger tells it, and whether that is the same. */
    public record Recount(Figures figures, Tally tally, Days days, CellRates rates, boolean equal) {}

    public FunnelCell cell() {
        return found.cell();
    }

    public Map<Dimension, String> groups() {
        return found.groups();
    }

    /** The number and its amount, as they were counted. */
    public Tally counted() {
        return cell().figure() == Figure.UNDATED ? Tally.ofDeals(funnel.totals().undated()) : tally(figures);
    }

    /** Days of the deals, where the number is one of days. */
    public Days days() {
        return days(figures);
    }

    /** The number that the indicator tells; null when there is none, or no indicator. */
    public @Nullable BigDecimal value() {
        return indicator == null ? null : indicator.of(figures);
    }

    Recount recount(Figures ledger, long undated, CellRates again) {
        var tally = cell().figure() == Figure.UNDATED ? Tally.ofDeals(undated) : tally(ledger);
        var told = indicator == null ? null : indicator.of(ledger);
        var value = value();
        var equal = tally.equals(counted())
                && days(ledger).equals(days())
                && rates.equal(again)
                && (value == null ? told == null : told != null && value.compareTo(told) == 0);
        return new Recount(ledger, tally, days(ledger), again, equal);
    }

    private Tally tally(Figures of) {
        return switch (cell().figure()) {
            case WON -> of.won();
            case LOST -> of.lost();
            case IN_WORK -> of.inWork();
            case RETURNED -> cell().stage() == null ? of.entered() : of.returned();
            case DECIDED -> of.won().plus(of.lost());
            case ENTERED, UNDATED -> of.entered();
            case TIMED -> Tally.ofDeals(days(of).known());
        };
    }

    private Days days(Figures of) {
        if (cell().figure() != Figure.TIMED) {
            return Days.NONE;
        }
        return cell().stage() == null ? of.daysToWin() : of.days();
    }

    /** The list of the deals that the condition keeps out, as the value of {@link #EXCLUDED}. */
    public String key(Exclusion why) {
        return cell().text() + ",why:" + FunnelWords.word(why);
    }

    /** All deals that the asking person may see. */
    public long deals() {
        return counted().count()
                + excluded.values().stream().mapToLong(Long::longValue).sum();
    }
}
