package io.lijevak.deals;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of warning that comes before a loss, with the share of losses it stands for in the sum that is at risk. */
public enum RiskKind {
    /** The stage lasts longer than its norm. */
    LATE("0.25", "clock"),
    /** Nobody was in touch with the customer for longer than the stage allows. */
    SILENT("0.30", "silence"),
    /** Nothing is planned for a day or more. */
    UNPLANNED("0.20", "nonext"),
    /** The expected close was put off at least twice. */
    POSTPONED("0.25", "calendar"),
    /** The potential fell by more than a tenth of what it was at most. */
    SHRUNK("0.20", "arrow-down"),
    /** A competitor is known to be after it. */
    COMPETITOR("0.30", "people"),
    /** It was sent back to an earlier stage. */
    RETURNED("0.15", "arrow-left"),
    /** It went on although something was missing. */
    OVERRIDDEN("0.10", "unlock");

    private final BigDecimal weight;
    private final String icon;

    RiskKind(String weight, String icon) {
        this.weight = new BigDecimal(weight);
        this.icon = icon;
    }

    public BigDecimal weight() {
        return weight;
    }

    public String icon() {
        return icon;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RiskKind> read(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
