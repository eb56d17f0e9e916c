package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import io.lijevak.platform.OrderedSearch;
import io.lijevak.properties.ConditionTree;
import io.lijevak.properties.FieldCondition;
import io.lijevak.properties.FieldConditions;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Operator;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyOrder;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.Where;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random conditions on random properties list, page by page, what a naive reader of the values would keep. */
@Tag("external")
@LijevakTest
class FieldOracleTests {
    /** More than is gathered, so that pages are also found by walking. */
    private static final int CUSTOMERS = OrderedSearch.GATHERED + 500;

    private static final List<String> TEXTS = List.of("Alfa", "alfa beta", "100%", "a_b", "O'Neil \"x\" \\", "Žuto");

    @Autowired
    World world;

    @Autowired
    KeepProperties keep;

    @Autowired
    CustomerList list;

    @Autowired
    FieldConditions conditions;

    @Autowired
    DSLContext sql;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    private final Random dice = new Random(20261128);
    private CurrentUser administrator;
    private List<Property> properties = List.of();
    private final List<Row> rows = new ArrayList<>();

    private record Row(long id, String name, long parent, Map<String, Object> values) {}

    @BeforeEach
    void fill() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        var made = new ArrayList<Property>();
        for (var type : PropertyType.values()) {
            made.add(property(type));
        }
        properties = made;
        for (int n = 0; n < CUSTOMERS; n++) {
            var parent = n > 10 && n % 3 == 0 ? 1L + dice.nextInt(n) : 0L;
            rows.add(new Row(n + 1L, "Kupac " + dice.nextInt(500), parent, values()));
        }
        jdbc.sql("""
                insert into customer (id, kind, name, search_text, parent_id, properties) overriding system value
                select id, 'COMPANY', name, lower(name), nullif(parent, 0), cast(properties as jsonb)
                from unnest(cast(:ids as bigint[]), cast(:names as text[]), cast(:parents as bigint[]),
                  cast(:properties as text[])) t (id, name, parent, properties)""")
                .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                .param("names", rows.stream().map(Row::name).toArray(String[]::new))
                .param("parents", rows.stream().map(Row::parent).toArray(Long[]::new))
                .param(
                        "properties",
                        rows.stream()
                                .map(row -> PropertyValues.of(row.values()).json())
                                .toArray(String[]::new))
                .update();
        jdbc.sql("analyze customer").update();
    }

    @Test
    void listsWhatANaiveReaderWould() {
        for (int round = 0; round < 250; round++) {
            var conditions = new ArrayList<FieldCondition>();
            for (int n = 0; n <= dice.nextInt(2); n++) {
                conditions.add(condition());
            }
            var parameters = new HashMap<String, String>();
            conditions.forEach(each -> parameters.put(each.parameter(), each.written()));
            var order = order();
            parameters.put("sort", order);
            var filter = CustomerFilter.of(parameters);
            var expected = naive(filter.where().conditions(), order);
            var limit = Math.max(1, expected.size() / 3 + dice.nextInt(30));

            assertThat(paged(filter, limit)).as("%s by %d", parameters, limit).isEqualTo(expected);
            if (round % 3 == 0) {
                walk(filter, expected);
            }
            assertThat(list.count(filter, administrator, true))
                    .as("%s", parameters)
                    .isEqualTo(expected.size());
        }
    }

    /** Many trees are asked of few customers in one statement. */
    @Test
    void aTreeHoldsWhereANaiveReaderSaysSo() {
        var asked = rows.subList(0, 60);
        for (int round = 0; round < 50; round++) {
            var trees = IntStream.range(0, 40).mapToObj(n -> tree(3)).toList();
            var holding = trees.stream()
                    .map(tree -> conditions.of(
                            RecordKind.CUSTOMER, "c", new Where(List.of(), tree.toString()), administrator))
                    .map(both -> dice.nextBoolean() ? both.found() : both.walked())
                    .map(condition -> DSL.coalesce(DSL.field(condition), DSL.inline(false)))
                    .toList();
            var told = sql.select(holding)
                    .from(DSL.table("customer c"))
                    .where(DSL.condition("c.id <= 60"))
                    .orderBy(DSL.field("c.id"))
                    .fetch();
            for (int row = 0; row < asked.size(); row++) {
                for (int n = 0; n < trees.size(); n++) {
                    assertThat(told.get(row).get(n))
                            .as("%s of %s", trees.get(n), asked.get(row))
                            .isEqualTo(holds(asked.get(row), trees.get(n)));
                }
            }
        }
    }

    private ConditionTree.Group tree(int depth) {
        return new ConditionTree.Group(
                ConditionTree.Mode.values()[dice.nextInt(3)],
                IntStream.rangeClosed(0, dice.nextInt(3))
                        .<ConditionTree>mapToObj(n -> depth > 1 && dice.nextInt(3) == 0
                                ? tree(depth - 1)
                                : new ConditionTree.Leaf(condition()))
                        .toList());
    }

    private boolean holds(Row row, ConditionTree tree) {
        return switch (tree) {
            case ConditionTree.Leaf leaf -> holds(row, leaf.condition());
            case ConditionTree.Group group ->
                switch (group.mode()) {
                    case ALL -> group.parts().stream().allMatch(part -> holds(row, part));
                    case ANY -> group.parts().stream().anyMatch(part -> holds(row, part));
                    case NONE -> group.parts().stream().noneMatch(part -> holds(row, part));
                };
        };
    }

    @Test
    void refusesWhatCannotBeAtItsParameter() {
        refused("where", "any(city=Split");
        refused("where", "any(city=Split;none(property.number=many))");
        refused("where.property.number", "many");
        refused("where.property.number.contains", "1");
        refused("where.property.number.between", "9..1");
        refused("where.property.number.between", "9");
        refused("where.property.list", "Atlantis");
        refused("where.property.date", "31.12.2026");
        refused("where.property.nothing", "1");
        refused("where.nothing", "1");
        refused("where.parent.parent.parent.parent.parent.parent.name", "x");
        refused("where.property.text'); drop table customer; --", "1");
        refused("where.property.text", "x".repeat(10_000));
        refused("where.property.text", "a\0b");
    }

    private void refused(String parameter, String value) {
        var filter = CustomerFilter.of(Map.of(parameter, value));
        assertThatThrownBy(() -> list.page(filter, administrator, null, 10))
                .as(parameter)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).startsWith("where")));
    }

    private FieldCondition condition() {
        var property = properties.get(dice.nextInt(properties.size()));
        var viaParent = dice.nextInt(4) == 0;
        var operators = List.copyOf(Operator.of(property.type(), false));
        var operator = operators.get(dice.nextInt(operators.size()));
        var values = new ArrayList<String>();
        for (int n = 0; n < operator.values(1 + dice.nextInt(3)); n++) {
            values.add(written(Objects.requireNonNull(value(property))));
        }
        if (operator == Operator.BETWEEN) {
            values.sort(
                    property.type() == PropertyType.DATE
                            ? Comparator.naturalOrder()
                            : Comparator.comparing((String text) -> new BigDecimal(text)));
        }
        return new FieldCondition((viaParent ? "parent." : "") + "property." + property.key(), operator, values);
    }

    private static String written(Object value) {
        return value instanceof Collection<?> many
                ? many.iterator().next().toString()
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private void walk(CustomerFilter filter, List<Long> expected) {
        if (!expected.isEmpty()) {
            var place = dice.nextInt(expected.size());
            var at = customers.require(new CustomerId(expected.get(place)));
            assertThat(list.beside(at, filter, false, administrator))
                    .isEqualTo(place + 1 < expected.size() ? new CustomerId(expected.get(place + 1)) : null);
            assertThat(list.beside(at, filter, true, administrator))
                    .isEqualTo(place > 0 ? new CustomerId(expected.get(place - 1)) : null);
        }
    }

    private String order() {
        var sorted = properties.stream().filter(PropertyOrder::sorts).toList();
        var key = "property." + sorted.get(dice.nextInt(sorted.size())).key();
        return dice.nextBoolean() ? "" : (dice.nextBoolean() ? "-" : "") + key;
    }

    private Comparator<Row> comparing(String order) {
        var byName = Comparator.comparing(Row::name, Languages.order(administrator.language()))
                .thenComparing(Row::id);
        if (order.isEmpty()) {
            return byName;
        }
        var key = order.replaceFirst("-?property[.]", "");
        var property = properties.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        var up = Comparator.comparing(
                        (Row row) -> row.values().get(key), (one, other) -> compared(property, one, other))
                .thenComparing(Row::id);
        var filled = order.startsWith("-") ? up.reversed() : up;
        return (one, other) -> {
            var has = one.values().containsKey(key);
            return has == other.values().containsKey(key) ? (has ? filled : byName).compare(one, other) : has ? -1 : 1;
        };
    }

    private int compared(Property property, Object one, Object other) {
        return switch (property.type()) {
            case LIST -> Integer.compare(place(property, one), place(property, other));
            case NUMBER, MONEY -> ((BigDecimal) one).compareTo((BigDecimal) other);
            case TEXT -> Languages.order(administrator.language()).compare(one.toString(), other.toString());
            case DATE, FLAG, MULTI_LIST, REFERENCE -> one.toString().compareTo(other.toString());
        };
    }

    private static int place(Property property, Object value) {
        return property.choices().indexOf(property.choice(value.toString()).orElseThrow());
    }

    private List<Long> naive(List<FieldCondition> conditions, String order) {
        return rows.stream()
                .filter(row -> conditions.stream().allMatch(each -> holds(row, each)))
                .sorted(comparing(order))
                .map(Row::id)
                .toList();
    }

    private boolean holds(Row row, FieldCondition condition) {
        var viaParent = condition.path().startsWith("parent.");
        var at = viaParent ? row.parent() == 0 ? null : rows.get((int) row.parent() - 1) : row;
        var key = condition.path().substring(condition.path().lastIndexOf('.') + 1);
        var value = at == null ? null : at.values().get(key);
        var wanted = condition.values();
        return switch (condition.operator()) {
            case EQ, IN -> wanted.stream().anyMatch(each -> same(value, each));
            case NE, NOT_IN -> wanted.stream().noneMatch(each -> same(value, each));
            case FILLED -> value != null;
            case EMPTY -> value == null;
            case CONTAINS -> contains(value, wanted.getFirst());
            case NOT_CONTAINS -> !contains(value, wanted.getFirst());
            case GT -> value != null && compare(value, wanted.getFirst()) > 0;
            case GE -> value != null && compare(value, wanted.getFirst()) >= 0;
            case LT -> value != null && compare(value, wanted.getFirst()) < 0;
            case LE -> value != null && compare(value, wanted.getFirst()) <= 0;
            case BETWEEN ->
                value != null && compare(value, wanted.getFirst()) >= 0 && compare(value, wanted.getLast()) <= 0;
            case UNDER -> throw new IllegalStateException();
        };
    }

    private static boolean same(@Nullable Object value, String wanted) {
        return switch (value) {
            case Collection<?> many ->
                many.stream().anyMatch(one -> one.toString().equals(wanted));
            case BigDecimal number -> number.compareTo(new BigDecimal(wanted)) == 0;
            case null -> false;
            default -> value.toString().equalsIgnoreCase(wanted);
        };
    }

    private static boolean contains(@Nullable Object value, String wanted) {
        return value != null && value.toString().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static int compare(Object value, String wanted) {
        return value instanceof BigDecimal number
                ? number.compareTo(new BigDecimal(wanted))
                : value.toString().compareTo(wanted);
    }

    private List<Long> paged(CustomerFilter filter, int limit) {
        var seen = new ArrayList<Long>();
        @Nullable String next = null;
        do {
            var page = list.page(filter, administrator, next, limit);
            page.items().forEach(row -> seen.add(row.id()));
            next = page.next();
        } while (next != null);
        return seen;
    }

    private Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        for (var property : properties) {
            var value = dice.nextInt(3) == 0 ? null : value(property);
            if (value != null) {
                values.put(property.key(), value);
            }
        }
        return values;
    }

    private @Nullable Object value(Property property) {
        return switch (property.type()) {
            case TEXT -> TEXTS.get(dice.nextInt(TEXTS.size()));
            case NUMBER, MONEY -> new BigDecimal(dice.nextInt(40) - 10).movePointLeft(1);
            case DATE -> LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(30)).toString();
            case FLAG -> dice.nextBoolean();
            case LIST -> choice(property);
            case MULTI_LIST -> List.of(choice(property), choice(property));
            case REFERENCE -> BigDecimal.valueOf(1 + dice.nextInt(20));
        };
    }

    private BigDecimal choice(Property property) {
        var choices = property.choices();
        return BigDecimal.valueOf(choices.get(dice.nextInt(choices.size())).id());
    }

    private Property property(PropertyType type) {
        var choices = type.listed() ? List.of("Sjever", "Jug", "Istok", "O'Zapad") : List.<String>of();
        var target = type == PropertyType.REFERENCE ? RecordKind.CUSTOMER : null;
        var draft = PropertyDraft.named(type.name());
        return keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER, type, type.name().toLowerCase(Locale.ROOT), target, null, choices, draft),
                administrator);
    }
}
