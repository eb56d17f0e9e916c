package io.lijevak.deals;

import io.lijevak.process.StageId;
import org.jspecify.annotations.Nullable;

/** What somebody saw of a deal before deciding to change it; parts that are null are not compared. */
public record Seen(@Nullable Integer version, @Nullable StageId stage) {
    public static final Seen ANYTHING = new Seen(null, null);

    public static Seen version(int version) {
        return new Seen(version, null);
    }

    public static Seen at(StageId stage) {
        return new Seen(null, stage);
    }

    boolean differsFrom(Deal deal) {
        return version != null && version != deal.loaded().version() || stage != null && !stage.equals(deal.stage());
    }
}
