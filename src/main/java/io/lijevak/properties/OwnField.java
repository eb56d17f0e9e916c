package io.lijevak.properties;

import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field that a kind of record has by itself.
 *
 * @param key its name in field paths
 * @param labelKey message key of its name
 */
public record OwnField(String key, String labelKey, PropertyType type, Source source, Choices choices) {

    /** Where its value is stored. */
    public sealed interface Source {
        /** A column: of texts, of numbers, of days, of ids. */
        record Column(String name) implements Source {}

        /** A column of moments, compared by the company's days. */
        record Moment(String name) implements Source {}

        /** Rows of another table: {@code own} holds the record's id, {@code value} a value. */
        record Rows(String table, String own, String value) implements Source {}

        /** Told of the record by other tables: a text. */
        record Told(Expression expression) implements Source {}
    }

    /** The text of the record known by an alias, null where it has none, from what the viewer may see alone. */
    @FunctionalInterface
    public interface Expression {
        Field<String> of(String alias, CurrentUser viewer);
    }

    /** What it may be. */
    public sealed interface Choices {
        /** Anything of its type. */
        record Free() implements Choices {}

        /** Constants, each with a message key made of the prefix and its name, in lower case where {@code lower}. */
        record Words(String prefix, boolean lower, List<String> constants) implements Choices {
            public String key(String constant) {
                return prefix + (lower ? constant.toLowerCase(Locale.ROOT) : constant);
            }
        }

        /**
         * The rows of a table: their ids, and their names in the column {@code name}.
         *
         * @param seen which of them a viewer may see, the others count as if they were not; null = all
         * @param above the column that holds the row above one in their hierarchy; null = they have none
         */
        record Rows(
                String table, @Nullable Seen seen, @Nullable String above) implements Choices {}
    }

    /** Which rows, known by an alias, a viewer may see. */
    @FunctionalInterface
    public interface Seen {
        Condition by(String alias, CurrentUser viewer);
    }

    public static OwnField text(String key, String labelKey, String column) {
        return new OwnField(key, labelKey, PropertyType.TEXT, new Source.Column(column), new Choices.Free());
    }

    public static OwnField money(String key, String labelKey, String column) {
        return new OwnField(key, labelKey, PropertyType.MONEY, new Source.Column(column), new Choices.Free());
    }

    public static OwnField day(String key, String labelKey, String column) {
        return new OwnField(key, labelKey, PropertyType.DATE, new Source.Column(column), new Choices.Free());
    }

    public static OwnField moment(String key, String labelKey, String column) {
        return new OwnField(key, labelKey, PropertyType.DATE, new Source.Moment(column), new Choices.Free());
    }

    /** One of the constants of an enumeration, whose texts stand under the prefix. */
    public static OwnField words(String key, String labelKey, String column, String prefix, Enum<?>[] constants) {
        var names = Stream.of(constants).map(Enum::name).toList();
        var words = new Choices.Words(prefix, false, names);
        return new OwnField(key, labelKey, PropertyType.LIST, new Source.Column(column), words);
    }

    /** The same with texts in lower case. */
    public static OwnField lowerWords(String key, String labelKey, String column, String prefix, Enum<?>[] constants) {
        var names = Stream.of(constants).map(Enum::name).toList();
        var words = new Choices.Words(prefix, true, names);
        return new OwnField(key, labelKey, PropertyType.LIST, new Source.Column(column), words);
    }

    /** One of the constants, told of the record by other tables; texts in lower case where {@code lower}. */
    public static OwnField told(String key, String labelKey, Choices.Words words, Expression expression) {
        return new OwnField(key, labelKey, PropertyType.LIST, new Source.Told(expression), words);
    }

    /** One of the rows of a table. */
    public static OwnField row(String key, String labelKey, String column, String table) {
        return new OwnField(
                key, labelKey, PropertyType.LIST, new Source.Column(column), new Choices.Rows(table, null, null));
    }

    /** One of the rows of a table that stand above each other by one of its columns. */
    public static OwnField tree(String key, String labelKey, String column, String table, String above) {
        var rows = new Choices.Rows(table, null, above);
        return new OwnField(key, labelKey, PropertyType.LIST, new Source.Column(column), rows);
    }

    /** Any of the rows of a table, linked by another one. */
    public static OwnField rows(String key, String labelKey, Source.Rows link, String table) {
        return new OwnField(key, labelKey, PropertyType.MULTI_LIST, link, new Choices.Rows(table, null, null));
    }

    /** The same of rows of which a viewer may see some. */
    public static OwnField rows(String key, String labelKey, Source.Rows link, String table, Seen seen) {
        return new OwnField(key, labelKey, PropertyType.MULTI_LIST, link, new Choices.Rows(table, seen, null));
    }

    /** Whether its values stand above each other. */
    boolean isHierarchical() {
        return choices instanceof Choices.Rows rows && rows.above() != null;
    }

    /** Whether its values are ids. */
    boolean byId() {
        return choices instanceof Choices.Rows;
    }
}
