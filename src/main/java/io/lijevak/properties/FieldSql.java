package io.lijevak.properties;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL of conditions at the record that a field belongs to, known by an alias. Names come from declarations and keys of
 * properties, values are bound.
 */
record FieldSql(ZoneId zone, Map<RecordKind, RecordTable> tables, CurrentUser viewer) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What holds for an operator that is not the complement of another. */
    Condition of(TypedField.End end, String alias, Operator operator, List<Object> values) {
        return switch (end) {
            case TypedField.End.Own own -> own(own.field(), alias, operator, values);
            case TypedField.End.Given given -> given(given.property(), alias, operator, values);
            case TypedField.End.Related related -> related(related.relation(), alias, operator, values);
        };
    }

    private Condition own(OwnField own, String alias, Operator operator, List<Object> values) {
        return switch (own.source()) {
            case OwnField.Source.Moment moment ->
                moment(RecordTable.column(alias, moment.name(), OffsetDateTime.class), operator, values);
            case OwnField.Source.Rows rows -> linked(own, rows, alias, operator, values);
            case OwnField.Source.Told told ->
                ordered(told.expression().of(alias, viewer), operator, cast(values, String.class));
            case OwnField.Source.Column column -> column(own, alias, column.name(), operator, values);
        };
    }

    private static Condition column(OwnField own, String alias, String column, Operator operator, List<Object> values) {
        return switch (own.type()) {
            case TEXT -> text(RecordTable.column(alias, column, String.class), operator, values);
            case NUMBER, MONEY ->
                ordered(RecordTable.column(alias, column, BigDecimal.class), operator, cast(values, BigDecimal.class));
            case DATE ->
                ordered(RecordTable.column(alias, column, LocalDate.class), operator, cast(values, LocalDate.class));
            case FLAG ->
                ordered(RecordTable.column(alias, column, Boolean.class), operator, cast(values, Boolean.class));
            case LIST, MULTI_LIST, REFERENCE ->
                operator == Operator.UNDER
                        ? under(own, RecordTable.column(alias, column, Long.class), (Long) values.getFirst())
                        : own.byId()
                                ? ordered(
                                        RecordTable.column(alias, column, Long.class),
                                        operator,
                                        cast(values, Long.class))
                                : ordered(
                                        RecordTable.column(alias, column, String.class),
                                        operator,
                                        cast(values, String.class));
        };
    }

    private static Condition under(OwnField own, Field<Long> column, Long top) {
        var rows = (OwnField.Choices.Rows) own.choices();
        return column.in(below(rows.table(), Objects.requireNonNull(rows.above()), top));
    }

    /** Days of the company as stretches of moments. */
    private Condition moment(Field<OffsetDateTime> column, Operator operator, List<Object> values) {
        var days = cast(values, LocalDate.class);
        return switch (operator) {
            case EQ -> column.ge(start(days.getFirst())).and(column.lt(end(days.getFirst())));
            case IN ->
                or(days.stream()
                        .map(day -> column.ge(start(day)).and(column.lt(end(day))))
                        .toList());
            case GT -> column.ge(end(days.getFirst()));
            case GE -> column.ge(start(days.getFirst()));
            case LT -> column.lt(start(days.getFirst()));
            case LE -> column.lt(end(days.getFirst()));
            case BETWEEN -> column.ge(start(days.getFirst())).and(column.lt(end(days.getLast())));
            case FILLED -> column.isNotNull();
            case NE, NOT_IN, UNDER, CONTAINS, NOT_CONTAINS, EMPTY ->
                throw new IllegalArgumentException(operator.word());
        };
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private OffsetDateTime end(LocalDate day) {
        return start(day.plusDays(1));
    }

    private Condition linked(
            OwnField own, OwnField.Source.Rows rows, String alias, Operator operator, List<Object> values) {
        var link = alias + "_in";
        var linked = select(RecordTable.column(link, rows.own(), Long.class))
                .from(table(name(rows.table())).as(link));
        var value = RecordTable.column(link, rows.value(), Long.class);
        var chosen = operator == Operator.FILLED ? value.isNotNull() : value.eq(any(ids(values)));
        return RecordTable.id(alias).in(linked.where(chosen.and(seen(own.choices(), value))));
    }

    private Condition seen(OwnField.Choices choices, Field<Long> value) {
        if (!(choices instanceof OwnField.Choices.Rows rows) || rows.seen() == null) {
            return DSL.noCondition();
        }
        var alias = rows.table() + "_seen";
        return value.in(select(RecordTable.id(alias))
                .from(table(name(rows.table())).as(alias))
                .where(rows.seen().by(alias, viewer)));
    }

    private Condition given(Property property, String alias, Operator operator, List<Object> values) {
        var key = property.key();
        if (operator == Operator.FILLED) {
            return StoredValue.json(alias, key).isNotNull();
        }
        return switch (property.type()) {
            case TEXT -> text(StoredValue.text(alias, key), operator, values);
            case NUMBER, MONEY ->
                operator == Operator.EQ || operator == Operator.IN
                        ? holds(alias, key, values)
                        : ordered(StoredValue.number(alias, key), operator, cast(values, BigDecimal.class));
            case DATE ->
                operator == Operator.EQ || operator == Operator.IN
                        ? holds(
                                alias,
                                key,
                                values.stream().<Object>map(Object::toString).toList())
                        : ordered(
                                StoredValue.day(alias, key),
                                operator,
                                values.stream().map(Object::toString).toList());
            case REFERENCE ->
                operator == Operator.UNDER
                        ? StoredValue.id(alias, key).in(below(reached(property), (Long) values.getFirst()))
                        : holds(alias, key, values);
            case FLAG, LIST -> holds(alias, key, values);
            case MULTI_LIST ->
                holds(alias, key, values.stream().<Object>map(List::of).toList());
        };
    }

    private RecordTable reached(Property property) {
        return Objects.requireNonNull(tables.get(Objects.requireNonNull(property.target())));
    }

    /** One of the values, found by the index over all properties. */
    private static Condition holds(String alias, String key, List<Object> values) {
        return or(values.stream()
                .map(value -> condition(
                        "{0} @> {1}",
                        StoredValue.all(alias), val(JSONB.valueOf(JSON.writeValueAsString(Map.of(key, value))))))
                .toList());
    }

    private Condition related(Relation relation, String alias, Operator operator, List<Object> values) {
        if (relation.one()) {
            var column = RecordTable.column(alias, relation.link().other(), Long.class);
            return operator == Operator.UNDER
                    ? column.in(below(Objects.requireNonNull(tables.get(relation.target())), (Long) values.getFirst()))
                    : ordered(column, operator, cast(values, Long.class));
        }
        var link = alias + "_to";
        var other = RecordTable.column(link, relation.link().other(), Long.class);
        return RecordTable.id(alias)
                .in(select(RecordTable.column(link, relation.link().own(), Long.class))
                        .from(table(name(relation.link().table())).as(link))
                        .where(operator == Operator.FILLED ? other.isNotNull() : other.eq(any(ids(values)))));
    }

    private static Select<Record1<Long>> below(RecordTable kind, Long top) {
        return below(kind.table(), Objects.requireNonNull(kind.above()), top);
    }

    /** The row and all that lead up to it by a column. */
    private static Select<Record1<Long>> below(String table, String above, Long top) {
        var id = field(name("id"), Long.class);
        var under = name("under").fields("id");
        var parent = RecordTable.column("child", above, Long.class);
        var kind = table(name(table)).as("child");
        var tree = under.as(select(val(top))
                .union(select(RecordTable.column("child", "id", Long.class))
                        .from(kind)
                        .join(table(name("under")))
                        .on(parent.eq(field(name("under", "id"), Long.class)))));
        return DSL.withRecursive(tree).select(id).from(table(name("under")));
    }

    private static Condition text(Field<String> text, Operator operator, List<Object> values) {
        return switch (operator) {
            case EQ, IN ->
                or(values.stream()
                        .map(value -> lower(text).eq(lower(val(value.toString()))))
                        .toList());
            case CONTAINS -> text.containsIgnoreCase(values.getFirst().toString());
            case FILLED -> text.ne(inline(""));
            case NE, NOT_IN, UNDER, GT, GE, LT, LE, BETWEEN, NOT_CONTAINS, EMPTY ->
                throw new IllegalArgumentException(operator.word());
        };
    }

    private static <T> Condition ordered(Field<T> field, Operator operator, List<T> values) {
        return switch (operator) {
            case EQ -> field.eq(values.getFirst());
            case IN -> field.in(values);
            case GT -> field.gt(values.getFirst());
            case GE -> field.ge(values.getFirst());
            case LT -> field.lt(values.getFirst());
            case LE -> field.le(values.getFirst());
            case BETWEEN -> field.between(values.getFirst(), values.getLast());
            case FILLED -> field.isNotNull();
            case NE, NOT_IN, UNDER, CONTAINS, NOT_CONTAINS, EMPTY ->
                throw new IllegalArgumentException(operator.word());
        };
    }

    private static Long[] ids(List<Object> values) {
        return cast(values, Long.class).toArray(Long[]::new);
    }

    private static <T> List<T> cast(List<Object> values, Class<T> type) {
        return values.stream().map(type::cast).toList();
    }

    /**
     * By way of a relation: the record's own reach is asked too, so that a condition tells nothing about a record that the
     * viewer may not see.
     */
    static Condition through(Relation relation, String from, RecordTable target, String to, Condition there) {
        var found = select(RecordTable.id(to)).from(target.as(to)).where(there);
        if (relation.one()) {
            return RecordTable.column(from, relation.link().other(), Long.class).in(found);
        }
        var link = from + "_to";
        return RecordTable.id(from)
                .in(select(RecordTable.column(link, relation.link().own(), Long.class))
                        .from(table(name(relation.link().table())).as(link))
                        .where(RecordTable.column(link, relation.link().other(), Long.class)
                                .in(found)));
    }

    /** The same as it is asked of one record after another: the planner leaves a scalar subquery where it stands. */
    static Condition throughEach(Relation relation, String from, RecordTable target, String to, Condition there) {
        var reached = relation.one()
                ? RecordTable.id(to).eq(RecordTable.column(from, relation.link().other(), Long.class))
                : RecordTable.id(to)
                        .in(select(RecordTable.column(
                                        from + "_to", relation.link().other(), Long.class))
                                .from(table(name(relation.link().table())).as(from + "_to"))
                                .where(RecordTable.column(
                                                from + "_to", relation.link().own(), Long.class)
                                        .eq(RecordTable.id(from))));
        return condition(field(select(inline(true))
                .from(target.as(to))
                .where(and(reached, there))
                .limit(1)));
    }

    /** Exactly where the condition does not hold, also where it is not known. */
    static Condition complement(Condition condition) {
        return not(DSL.coalesce(field(condition), inline(false)).isTrue());
    }
}
