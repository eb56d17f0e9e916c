package io.lijevak.properties;

import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return new Both(
                DSL.and(sound.stream()
                        .map(one -> condition(one, alias, viewer, false))
                        .toList()),
                DSL.and(sound.stream()
                        .map(one -> condition(one, alias, viewer, true))
                        .toList()));
    }

    /** Sorts out conditions on fields that are gone, or that were typed by hand. */
    public Checked check(RecordKind root, Where where, CurrentUser viewer) {
        var problems = new ArrayList<FieldProblem>();
        var sound = sound(root, where, viewer, problems).stream()
                .map(Sound::condition)
                .toList();
        return new Checked(new Where(sound), problems);
    }

    private List<Sound> sound(RecordKind root, Where where, CurrentUser viewer, List<FieldProblem> problems) {
        var sound = new ArrayList<Sound>();
        for (var condition : where.conditions()) {
            var field = fields.find(root, condition.path(), viewer);
            if (field.isEmpty()) {
                var key = fields.isRetired(root, condition.path())
                        ? "properties.problem.field.retired"
                        : "properties.problem.field";
                problems.add(new FieldProblem(condition.parameter(), key, condition.path()));
                continue;
            }
            var values = FieldValues.read(field.get(), condition, problems);
            if (values != null) {
                sound.add(new Sound(field.get(), condition, values));
            }
        }
        return sound;
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
