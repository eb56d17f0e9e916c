package io.lijevak.funnel;

import io.lijevak.deals.CountedEvents.Kind;
import io.lijevak.platform.web.PageLink;
import java.math.BigDecimal;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How many events of a kind all deals of a cell have together; two are equal when their answers are. */
public final class EventMeasure implements Indicator {
    static final String PREFIX = "events-";
    private final Kind kind;

    EventMeasure(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** What the keys of its texts begin with. */
    public String texts() {
        return kind.texts();
    }

    /** The message key of its name. */
    public String labelKey() {
        return kind.texts() + kind.key();
    }

    @Override
    public String key() {
        return PREFIX + kind.key();
    }

    @Override
    public Figure figure() {
        return Figure.ENTERED;
    }

    @Override
    public boolean timed() {
        return false;
    }

    /** Null where events are not known of the past moment. */
    @Override
    public @Nullable BigDecimal of(Figures figures) {
        var events = figures.events().get(key());
        return events == null ? null : BigDecimal.valueOf(events);
    }

    /** The list of the events of a cell's deals, up to its past day. */
    public PageLink list(FunnelCell cell) {
        var list = kind.list().with("funnel", cell.of(Figure.ENTERED).text());
        return cell.query().asOf() == null
                ? list
                : list.with("until", cell.query().asOf());
    }

    private String identity() {
        return key() + DSL.using(SQLDialect.POSTGRES).renderInlined(kind.rows());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventMeasure another && another.identity().equals(identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }
}
