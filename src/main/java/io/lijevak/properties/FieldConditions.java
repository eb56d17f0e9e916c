package io.lijevak.properties;

import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Turns the conditions of an address into a condition over a listed record. */
@Component
public class FieldConditions {
    private final Fields fields;
    private final Map<RecordKind, RecordTable> tables;
    private final Companies companies;

    FieldConditions(Fields fields, List<RecordTable> tables, Companies companies) {
        this.fields = fields;
        this.tables = tables.stream().collect(Collectors.toMap(RecordTable::kind, Function.identity()));
        this.companies = companies;
    }

    /**
     * The same condition twice.
     *
     * @param found as it finds its records
     * @param walked as it is asked of one record after another
     */
    public record Both(Condition found, Condition walked) {
        public static final Both ANYTHING = new Both(DSL.noCondition(), DSL.noCondition());
    }

    /** A condition that can be used, and the field it names. */
    record Sound(TypedField field, FieldCondition condition, List<Object> values) {}

    /** A tree whose conditions can be used. */
    private sealed interface SoundTree {
        SoundTree NOTHING = new Several(ConditionTree.Mode.ALL, List.of());

        /** The same as it is written. */
        ConditionTree.Group written();

        record One(Sound sound) implements SoundTree {
            @Override
            public ConditionTree.Group written() {
                return ConditionTree.Group.EMPTY.and(new ConditionTree.Leaf(sound.condition()));
            }
        }

        record Several(ConditionTree.Mode mode, List<SoundTree> parts) implements SoundTree {
            @Override
            public ConditionTree.Group written() {
                return new ConditionTree.Group(
                        mode,
                        parts.stream()
                                .<ConditionTree>map(part -> part instanceof One one
                                        ? new ConditionTree.Leaf(one.sound().condition())
                                        : part.written())
                                .toList());
            }
        }
    }

    /** What of an address can be used, and what is wrong with the rest, each at its parameter. */
    public record Checked(Where sound, List<FieldProblem> problems) {}

    /** What holds for the record known by an alias; {@link InvalidInput} tells every condition that cannot be. */
    public Both of(RecordKind root, String alias, Where where, CurrentUser viewer) {
        if (where.isEmpty()) {
            return Both.ANYTHING;
        }
        var problems = new ArrayList<FieldProblem>();
        var sound = sound(root, where, viewer, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Both(condition(sound, alias, viewer, false), condition(sound, alias, viewer, true));
    }

    /** Sorts out conditions on fields that are gone, or that were typed by hand. */
    public Checked check(RecordKind root, Where where, CurrentUser viewer) {
        var problems = new ArrayList<FieldProblem>();
        var sound = sound(root, where, viewer, problems);
        var conditions = sound.parts().subList(0, sound.parts().size() - 1).stream()
                .flatMap(part -> part.written().conditions().stream())
                .toList();
        var tree = sound.parts().getLast().written();
        return new Checked(new Where(conditions, tree.text()), problems);
    }

    /** The conditions of an address and then its tree, all of which must hold. */
    private SoundTree.Several sound(RecordKind root, Where where, CurrentUser viewer, List<FieldProblem> problems) {
        var parts = new ArrayList<SoundTree>();
        for (var condition : where.conditions()) {
            sound(root, condition, condition.parameter(), viewer, problems)
                    .ifPresent(one -> parts.add(new SoundTree.One(one)));
        }
        try {
            parts.add(sound(root, ConditionTree.read(where.tree()), "", viewer, problems));
        } catch (InvalidInput unreadable) {
            problems.addAll(unreadable.problems());
            parts.add(SoundTree.NOTHING);
        }
        return new SoundTree.Several(ConditionTree.Mode.ALL, parts);
    }

    private SoundTree.Several sound(
            RecordKind root, ConditionTree.Group group, String place, CurrentUser viewer, List<FieldProblem> problems) {
        var parts = new ArrayList<SoundTree>();
        for (var i = 0; i < group.parts().size(); i++) {
            var at = place + (place.isEmpty() ? "" : ".") + (i + 1);
            switch (group.parts().get(i)) {
                case ConditionTree.Leaf leaf ->
                    sound(root, leaf.condition(), ConditionTree.field(at), viewer, problems)
                            .ifPresent(one -> parts.add(new SoundTree.One(one)));
                case ConditionTree.Group inner -> parts.add(sound(root, inner, at, viewer, problems));
            }
        }
        return new SoundTree.Several(group.mode(), parts);
    }

    private Optional<Sound> sound(
            RecordKind root, FieldCondition condition, String at, CurrentUser viewer, List<FieldProblem> problems) {
        var field = fields.find(root, condition.path(), viewer);
        if (field.isEmpty()) {
            var key = fields.isRetired(root, condition.path())
                    ? "properties.problem.field.retired"
                    : "properties.problem.field";
            problems.add(new FieldProblem(at, key, condition.path()));
            return Optional.empty();
        }
        return Optional.ofNullable(FieldValues.read(field.get(), condition, at, problems))
                .map(values -> new Sound(field.get(), condition, values));
    }

    private Condition condition(SoundTree tree, String alias, CurrentUser viewer, boolean walking) {
        return switch (tree) {
            case SoundTree.One one -> condition(one.sound(), alias, viewer, walking);
            case SoundTree.Several several -> {
                var parts = several.parts().stream()
                        .filter(part -> !part.written().text().isEmpty())
                        .map(part -> condition(part, alias, viewer, walking))
                        .toList();
                yield switch (several.mode()) {
                    case ALL -> DSL.and(parts);
                    case ANY -> DSL.or(parts);
                    case NONE ->
                        DSL.and(parts.stream().map(FieldSql::complement).toList());
                };
            }
        };
    }

    private Condition condition(Sound sound, String alias, CurrentUser viewer, boolean walking) {
        var operator = sound.condition().operator();
        var holds = along(sound, sound.field().way(), alias, viewer, walking);
        return operator.negative() ? FieldSql.complement(holds) : holds;
    }

    private Condition along(Sound sound, List<Relation> way, String alias, CurrentUser viewer, boolean walking) {
        if (way.isEmpty()) {
            var sql = new FieldSql(companies.current().timeZone(), tables, viewer);
            return sql.of(
                    sound.field().end(), alias, sound.condition().operator().positive(), sound.values());
        }
        var relation = way.getFirst();
        var target = Objects.requireNonNull(tables.get(relation.target()));
        var next = alias + "_r";
        var there = target.seen(next, viewer).and(along(sound, way.subList(1, way.size()), next, viewer, walking));
        return walking
                ? FieldSql.throughEach(relation, alias, target, next, there)
                : FieldSql.through(relation, alias, target, next, there);
    }
}
