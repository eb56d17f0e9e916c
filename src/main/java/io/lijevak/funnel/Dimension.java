package io.lijevak.funnel;

import java.util.Comparator;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Something that deals are grouped by. Its values are texts that stand in addresses, such as an id or a month; the empty
 * text is the group of those that have none.
 */
public interface Dimension {
    /** The group of deals that have no value. */
    String NONE = "";

    /** Its name in addresses, of small letters and hyphens. */
    String key();

    /** The text key of its name. */
    String textKey();

    /** Whether it tells stages, so that a deal is counted in each one it entered. */
    boolean ofStages();

    /**
     * The values as rows of one column {@code value}, each once, for the row {@code cell} of {@link FunnelCells} and the
     * row {@code f} of its deal; no row when there is none.
     */
    Table<Record> values(Selection selection);

    /** The order in which groups are shown; that of deals without a value is last in any case. */
    Comparator<String> order(FunnelReferences known, FunnelType type);

    /** The name of a group, in the formats and words of the reader. */
    String label(String value, FunnelReferences known, GroupWords words);
}
