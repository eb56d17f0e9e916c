package io.lijevak.properties;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The registry of typed fields: those that records have by themselves, those that the company added, and those of the
 * records they lead to. Lists and reports are narrowed by nothing else.
 */
@Component
public class Fields {
    /** What stands before the key of a property in a path. */
    static final String PROPERTY = "property";

    /** So many relations a path may go through. */
    static final int DEEPEST = 5;

    private static final String ARROW = " › ";
    private final Map<RecordKind, RecordTable> tables;
    private final List<FurtherFields> further;
    private final Properties properties;
    private final Texts texts;

    Fields(List<RecordTable> tables, List<FurtherFields> further, Properties properties, Texts texts) {
        this.further = List.copyOf(further);
        this.tables = tables.stream().collect(Collectors.toMap(RecordTable::kind, Function.identity()));
        this.properties = properties;
        this.texts = texts;
    }

    /** A relation that leads on to the fields of another record. */
    public record Branch(String path, String label) {}

    /** The fields and the relations of the record that a path of relations leads to. */
    public record Level(List<TypedField> fields, List<Branch> branches) {}

    /** What may be chosen after a path of relations, at first the empty one; or {@link InvalidInput}. */
    public Level level(RecordKind root, String path, CurrentUser viewer) {
        var way = way(root, path.isEmpty() ? List.of() : List.of(path.split("\\.", -1)))
                .orElseThrow(() -> InvalidInput.at(FieldCondition.PREFIX + path, "properties.problem.field", path));
        var at = way.isEmpty() ? root : way.getLast().target();
        var before = path.isEmpty() ? "" : path + ".";
        var table = tables.get(at);
        var relations = table == null ? List.<Relation>of() : table.relations();
        var fields = Stream.of(
                        own(at).map(field -> field.key()),
                        relations.stream().map(Relation::key),
                        properties.seen(at, viewer).stream().map(property -> PROPERTY + "." + property.key()))
                .flatMap(keys -> keys)
                .flatMap(key -> find(root, before + key, viewer).stream())
                .toList();
        var branches = way.size() >= DEEPEST
                ? List.<Branch>of()
                : relations.stream()
                        .filter(relation -> tables.containsKey(relation.target()))
                        .map(relation -> new Branch(
                                before + relation.key(), label(way, text(relation.labelKey(), viewer), viewer)))
                        .toList();
        return new Level(fields, branches);
    }

    /** The field of a path, empty when there is none that the viewer may see. */
    public Optional<TypedField> find(RecordKind root, String path, CurrentUser viewer) {
        var steps = List.of(path.split("\\.", -1));
        var given = steps.size() >= 2 && steps.get(steps.size() - 2).equals(PROPERTY);
        return way(root, steps.subList(0, steps.size() - (given ? 2 : 1))).flatMap(way -> {
            var at = way.isEmpty() ? root : way.getLast().target();
            var end = given ? property(at, steps.getLast(), viewer) : other(at, steps.getLast());
            return end.map(found -> new TypedField(path, way, found, label(way, name(found, viewer), viewer)));
        });
    }

    /** Whether the path names a property that is not in use any more, rather than nothing at all. */
    boolean isRetired(RecordKind root, String path) {
        var steps = List.of(path.split("\\.", -1));
        if (steps.size() < 2 || !steps.get(steps.size() - 2).equals(PROPERTY)) {
            return false;
        }
        return way(root, steps.subList(0, steps.size() - 2))
                .map(way -> way.isEmpty() ? root : way.getLast().target())
                .flatMap(at -> properties.find(at, steps.getLast()))
                .filter(Property::retired)
                .isPresent();
    }

    private Optional<TypedField.End> property(RecordKind at, String key, CurrentUser viewer) {
        return properties
                .find(at, key)
                .filter(property -> !property.retired() && property.visibleTo(viewer))
                .map(property -> new TypedField.End.Given(
                        property, property.target() != null && isHierarchical(property.target())));
    }

    private Optional<TypedField.End> other(RecordKind at, String key) {
        var field = own(at).filter(one -> one.key().equals(key)).findFirst();
        if (field.isPresent()) {
            return field.map(TypedField.End.Own::new);
        }
        return relation(at, key)
                .map(relation ->
                        new TypedField.End.Related(relation, relation.one() && isHierarchical(relation.target())));
    }

    private boolean isHierarchical(RecordKind kind) {
        var table = tables.get(kind);
        return table != null && table.above() != null;
    }

    private Optional<List<Relation>> way(RecordKind root, List<String> steps) {
        if (steps.size() > DEEPEST) {
            return Optional.empty();
        }
        var way = new ArrayList<Relation>();
        var at = root;
        for (var step : steps) {
            var relation = relation(at, step);
            if (relation.isEmpty()) {
                return Optional.empty();
            }
            way.add(relation.get());
            at = relation.get().target();
        }
        return Optional.of(way);
    }

    private Stream<OwnField> own(RecordKind at) {
        var table = tables.get(at);
        return table == null ? Stream.of() : Stream.concat(table.fields().stream(), told(at));
    }

    private Stream<OwnField> told(RecordKind at) {
        return further.stream().filter(one -> one.kind() == at).flatMap(one -> one.fields().stream());
    }

    private Optional<Relation> relation(RecordKind at, String key) {
        var table = tables.get(at);
        return table == null
                ? Optional.empty()
                : table.relations().stream()
                        .filter(relation -> relation.key().equals(key))
                        .findFirst();
    }

    private String name(TypedField.End end, CurrentUser viewer) {
        return switch (end) {
            case TypedField.End.Own own -> text(own.field().labelKey(), viewer);
            case TypedField.End.Given given -> given.property().name(viewer.language());
            case TypedField.End.Related related -> text(related.relation().labelKey(), viewer);
        };
    }

    private String label(List<Relation> way, String name, CurrentUser viewer) {
        return Stream.concat(way.stream().map(relation -> text(relation.labelKey(), viewer)), Stream.of(name))
                .collect(Collectors.joining(ARROW));
    }

    private String text(String key, CurrentUser viewer) {
        return texts.get(viewer.language(), key);
    }
}
