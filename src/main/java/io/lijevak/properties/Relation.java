package io.lijevak.properties;

/**
 * A way from a record to another. It is a field too: which record it is, and whether there is one.
 *
 * @param key its name in field paths
 * @param labelKey message key of its name
 */
public record Relation(String key, String labelKey, RecordKind target, Link link) {

    /** Where it is written which records belong together: {@code own} holds this record's id, {@code other} the other's. */
    public record Link(String table, String own, String other) {}

    /** A way to at most one record, written in a column of this one. */
    public static Relation to(RecordKind target, String key, String labelKey, String column) {
        return new Relation(key, labelKey, target, new Link("", "id", column));
    }

    /** A way to any number of records, written in the rows of a table. */
    public static Relation many(RecordKind target, String key, String labelKey, Link link) {
        return new Relation(key, labelKey, target, link);
    }

    boolean one() {
        return link.table().isEmpty();
    }
}
