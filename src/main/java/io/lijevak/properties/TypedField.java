package io.lijevak.properties;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field as it is reached from a listed record.
 *
 * @param way the relations that lead to the record it belongs to
 * @param end what it is there
 * @param label its name with the names of the relations before it, for readers of a language
 */
public record TypedField(String path, List<Relation> way, End end, String label) {
    public TypedField {
        way = List.copyOf(way);
    }

    /** What a field is at the record it belongs to. */
    public sealed interface End {
        record Own(OwnField field) implements End {}

        /** @param hierarchical whether it names records that stand above each other */
        record Given(Property property, boolean hierarchical) implements End {}

        /** Which record a relation leads to. */
        record Related(Relation relation, boolean hierarchical) implements End {}
    }

    public PropertyType type() {
        return switch (end) {
            case End.Own own -> own.field().type();
            case End.Given given -> given.property().type();
            case End.Related related -> PropertyType.REFERENCE;
        };
    }

    /** The kind of record that a reference names, null for other types. */
    public @Nullable RecordKind target() {
        return switch (end) {
            case End.Own own -> null;
            case End.Given given -> given.property().target();
            case End.Related related -> related.relation().target();
        };
    }

    public Set<Operator> operators() {
        return Operator.of(
                type(),
                switch (end) {
                    case End.Own own -> own.field().isHierarchical();
                    case End.Given given -> given.hierarchical();
                    case End.Related related -> related.hierarchical();
                });
    }

    public @Nullable String currency() {
        return end instanceof End.Given given ? given.property().currency() : null;
    }
}
