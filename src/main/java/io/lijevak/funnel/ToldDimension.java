package io.lijevak.funnel;

import io.lijevak.properties.ToldGroups.Told;
import java.util.Comparator;
import java.util.List;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What other tables tell of a deal, such as how the first contact came about; two are equal when their answers are. */
final class ToldDimension implements Dimension {
    private final Told told;

    ToldDimension(Told told) {
        this.told = told;
    }

    /** What tells answers apart. */
    private record Identity(String key, String label, String sql) {}

    @Override
    public String key() {
        return told.key();
    }

    @Override
    public String name(GroupWords words) {
        return told.label();
    }

    @Override
    public boolean ofStages() {
        return false;
    }

    @Override
    public Table<Record> values(Selection selection) {
        return told.values();
    }

    @Override
    public boolean hasOneValue() {
        return true;
    }

    @Override
    public Comparator<String> order(FunnelReferences known, FunnelType type) {
        return Comparator.comparingInt(List.copyOf(told.names().keySet())::indexOf);
    }

    @Override
    public String label(String value, FunnelReferences known, GroupWords words) {
        return value.equals(NONE)
                ? words.text("funnel.by.told.none")
                : told.names().getOrDefault(value, value);
    }

    private Identity identity() {
        return new Identity(
                told.key(), told.label(), DSL.using(SQLDialect.POSTGRES).renderInlined(told.values()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ToldDimension another && another.identity().equals(identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }
}
