package io.lijevak.funnel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Something that deals are grouped by. Its values are texts that stand in addresses, such as an id or a month; the empty
 * text is the group of those that have none.
 */
public interface Dimension {
    /** The group of deals that have no value. */
    String NONE = "";

    /** Its name in addresses, of small letters and hyphens. */
    String key();

    /** Its name, in the words of the reader. */
    String name(GroupWords words);

    /** Whether it tells stages, so that a deal is counted in each one it entered. */
    boolean ofStages();

    /**
     * The values as rows of one column {@code value}, each once, for the row {@code cell} of {@link FunnelCells} and the
     * row {@code f} of its deal; no row when there is none.
     */
    Table<Record> values(Selection selection);

    /** Whether a deal, or a deal in a stage, never has more than one value. */
    default boolean hasOneValue() {
        return false;
    }

    /** The one value as an expression over {@code cell} and {@code f}, null when there is none; empty when it is none. */
    default Optional<Field<?>> value(Selection selection) {
        return Optional.empty();
    }

    /** What is joined under a name to all rows {@code cell} and {@code f}, so that {@link #value(Name, Selection)} can tell their values. */
    default QueryPart joined(Name name, Selection selection) {
        return value(selection).isPresent()
                ? DSL.sql("")
                : DSL.sql("left join lateral {0} {1} on true", values(selection), name);
    }

    /** The value of a row with what is joined to it under a name. */
    default Field<?> value(Name joined, Selection selection) {
        return value(selection).orElseGet(() -> DSL.field("{0}.value", joined));
    }

    /** The text of a value, which stands in a column of this name. */
    default Field<?> text(Name column, Selection selection) {
        return DSL.field("{0}::text", column);
    }

    /** Told all groups there are before they are ordered and named, so that what that takes is read at once. */
    default void met(Collection<String> groups) {}

    /** The order in which groups are shown; that of deals without a value is last in any case. */
    Comparator<String> order(FunnelReferences known, FunnelType type);

    /** The name of a group, in the formats and words of the reader. */
    String label(String value, FunnelReferences known, GroupWords words);
}
