package io.lijevak.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.SchemaOwner;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The index of an order by a property is the one that its list reads; orders that are gone have none. */
@LijevakTest
class PropertyIndexesTests {
    private static final int ANY = -1;

    @Autowired
    World world;

    @Autowired
    KeepProperties keep;

    @Autowired
    KeepChoices choices;

    @Autowired
    Properties properties;

    @Autowired
    PropertyIndexes indexes;

    @Autowired
    SchemaOwner owner;

    @Autowired
    DSLContext database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private CurrentUser administrator;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
    }

    /** The tables are those of all tests. */
    @AfterEach
    void removeAll() {
        owner.work(sql -> there().forEach(index -> sql.execute("drop index {0}", name(index))));
    }

    @Test
    void aListReadsItsPageFromTheIndexOfItsOrder() {
        for (var type : PropertyType.values()) {
            var customers = add(RecordKind.CUSTOMER, type);
            if (PropertyOrder.sorts(customers)) {
                var order = order(customers, "hr");
                indexes.make(order, ANY);
                assertThat(plan("customer", field("not x.archived", Boolean.class), order))
                        .as("%s", type)
                        .contains("property_order_" + customers.id())
                        .doesNotContain("Sort");
            }
        }
        var deals = order(add(RecordKind.DEAL, PropertyType.NUMBER), "ru");
        indexes.make(deals, ANY);
        assertThat(plan("deal", DSL.val(true), deals))
                .contains("property_order_")
                .doesNotContain("Sort");
    }

    @Test
    void whatNoOrderNeedsIsRemoved() {
        var property = add(RecordKind.CUSTOMER, PropertyType.LIST);
        indexes.make(order(property, "en"), Integer.MAX_VALUE);
        assertThat(there()).isEmpty();
        indexes.make(order(property, "en"), ANY);
        var first = there();
        indexes.make(order(property, "hr"), ANY);
        assertThat(there()).isEqualTo(first).hasSize(1);

        choices.move(property.id(), property.choices().getFirst().id(), 1, administrator);
        indexes.make(order(properties.require(property.id()), "en"), ANY);
        assertThat(there()).hasSize(1).doesNotContainAnyElementsOf(first);

        keep.retire(property.id(), true, administrator);
        indexes.make(order(add(RecordKind.CUSTOMER, PropertyType.TEXT), "en"), ANY);
        assertThat(there()).hasSize(1).allMatch(index -> !index.startsWith("property_order_" + property.id() + "_"));
    }

    private String plan(String table, org.jooq.Field<Boolean> within, PropertyOrder order) {
        var value = order.field("x");
        var query = database.select(field(name("x", "id")))
                .from(DSL.table(name(table)).as("x"))
                .where(DSL.condition(within).and(value.isNotNull()))
                .and(order.beyond("x", "1", 7, true))
                .orderBy(value, field(name("x", "id")))
                .limit(51);
        return transaction.execute(status -> {
            database.execute("set local enable_seqscan = off");
            database.execute("set local enable_sort = off");
            return database.explain(query).plan();
        });
    }

    private List<String> there() {
        return jdbc.sql("select indexname from pg_indexes where indexname like 'property_order_%'")
                .query(String.class)
                .list();
    }

    private Property add(RecordKind kind, PropertyType type) {
        var listed = type.listed() ? List.of("North", "South") : List.<String>of();
        var target = type == PropertyType.REFERENCE ? RecordKind.PERSON : null;
        var currency = type == PropertyType.MONEY ? "EUR" : null;
        return keep.add(
                new NewProperty(kind, type, null, target, currency, listed, PropertyDraft.named("P " + type)),
                administrator);
    }

    private static PropertyOrder order(Property property, String language) {
        return new PropertyOrder(property, false, language);
    }
}
