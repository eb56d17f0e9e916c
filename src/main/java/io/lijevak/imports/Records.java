package io.lijevak.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rows of one kind become stored records. */
interface Records {
    ImportKind kind();

    /** The column that a new record cannot do without. */
    String required();

    /** Remembers every stored record under its keys. */
    void index(KeyIndex index);

    /** What the row says; the names in it are not yet resolved. */
    Draft draft(RowFields fields, Pass pass);

    /** The stored records, held for the transaction when the pass writes. */
    Map<Long, Current> current(Collection<Long> ids, boolean hold);

    /** Whether nothing in the row says that the found record is another one. */
    boolean agrees(Draft draft, Current current);

    /** Gives each new record its id. */
    List<Long> newIds(int count);

    void insert(List<Decision> decisions, Job job);

    /** Writes changed columns; the rows are whole. */
    void update(List<Map<String, Object>> rows, Job job);

    /** Adds what lists of the records lack, once their rows are written. */
    void attach(List<Decision> decisions, Job job);

    /** Whether a difference in the column makes the row an update. */
    default boolean compares(String column, Draft draft, Current current) {
        return true;
    }

    /** Whether the column tells where the record stands, and changes only together with what is beyond columns. */
    default boolean stands(String column) {
        return false;
    }

    /** What in the row cannot be true beside what is stored, null when nothing is. */
    default @Nullable RowProblem contradiction(Draft draft, Current current) {
        return null;
    }

    /** Whether the row carries on the stored record beyond its columns. */
    default boolean extendsBeyondColumns(Draft draft, Current current) {
        return false;
    }
}
