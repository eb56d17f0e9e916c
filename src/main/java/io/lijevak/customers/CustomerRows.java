package io.lijevak.customers;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.lijevak.properties.PropertyValues;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** The columns of a customer list and how a record of them is read. */
final class CustomerRows {
    static final Table<Record> CUSTOMERS = table(name("customer")).as("c");
    static final Table<Record> PEOPLE = table(name("person")).as("p");
    static final Table<Record> SOURCES = table(name("customer_source")).as("s");
    static final Condition ITS_PERSON =
            field(name("p", "id"), Long.class).eq(field(name("c", "responsible_id"), Long.class));
    static final Condition ITS_SOURCE =
            field(name("s", "id"), Long.class).eq(field(name("c", "source_id"), Long.class));
    private static final Field<Long> ID = field(name("c", "id"), Long.class);
    private static final Field<String> KIND = column("kind");
    private static final Field<String> NAME = column("name");
    private static final Field<String> LIFECYCLE = column("lifecycle");
    private static final Field<String> TAX_NUMBER = column("tax_number");
    private static final Field<String> CITY = column("city");
    private static final Field<String> COUNTRY = column("country");
    private static final Field<OffsetDateTime> CREATED = moment("created_at");
    private static final Field<OffsetDateTime> CHANGED = moment("changed_at");
    private static final Field<OffsetDateTime> ARCHIVED = moment("archived_at");
    private static final Field<OffsetDateTime> CONTACT = moment("last_contact_at");
    private static final Field<String> RESPONSIBLE =
            field(name("p", "name"), String.class).as("responsible");
    private static final Field<String> SOURCE =
            field(name("s", "name"), String.class).as("source");
    private static final Field<String[]> CATEGORIES = array(categories()).as("categories");
    private static final Field<String[]> PHONES = array(points("PHONE")).as("phones");
    private static final Field<String[]> EMAILS = array(points("EMAIL")).as("emails");
    private static final Field<JSONB> PROPERTIES = field(name("c", "properties"), JSONB.class);
    static final List<Field<?>> COLUMNS = List.of(
            ID,
            KIND,
            NAME,
            LIFECYCLE,
            TAX_NUMBER,
            CITY,
            COUNTRY,
            CREATED,
            CHANGED,
            ARCHIVED,
            CONTACT,
            RESPONSIBLE,
            SOURCE,
            CATEGORIES,
            PHONES,
            EMAILS,
            PROPERTIES);

    private CustomerRows() {}

    static CustomerRow read(Record found) {
        var archived = found.get(ARCHIVED);
        var contact = found.get(CONTACT);
        return new CustomerRow(
                found.get(ID),
                CustomerKind.valueOf(found.get(KIND)),
                found.get(NAME),
                Lifecycle.valueOf(found.get(LIFECYCLE)),
                found.get(TAX_NUMBER),
                found.get(CITY),
                found.get(COUNTRY),
                found.get(SOURCE),
                found.get(RESPONSIBLE),
                List.of(found.get(CATEGORIES)),
                List.of(found.get(PHONES)),
                List.of(found.get(EMAILS)),
                found.get(CREATED).toInstant(),
                found.get(CHANGED).toInstant(),
                archived == null ? null : archived.toInstant(),
                contact == null ? null : contact.toInstant(),
                properties(found));
    }

    static PropertyValues properties(Record found) {
        return PropertyValues.read(found.get(PROPERTIES).data());
    }

    private static Field<String> column(String column) {
        return field(name("c", column), String.class);
    }

    private static Field<OffsetDateTime> moment(String column) {
        return field(name("c", column), OffsetDateTime.class);
    }

    static Select<Record1<Long>> members(long team) {
        return select(field(name("id"), Long.class))
                .from(table(name("person")))
                .where(field(name("team_id"), Long.class).eq(team));
    }

    static Select<Record1<Long>> inCategory(long category) {
        return select(field(name("customer_id"), Long.class))
                .from(table(name("customer_in_category")))
                .where(field(name("category_id"), Long.class).eq(category));
    }

    /** The same of one customer. The planner leaves a scalar subquery where it stands. */
    static Condition isInCategory(long category) {
        return condition(field(select(inline(true))
                .from(table(name("customer_in_category")).as("i"))
                .where(field(name("i", "customer_id"), Long.class).eq(ID))
                .and(field(name("i", "category_id"), Long.class).eq(category))));
    }

    private static Select<Record1<String>> categories() {
        return select(field(name("k", "name"), String.class))
                .from(table(name("customer_in_category")).as("i"))
                .join(table(name("customer_category")).as("k"))
                .on(field(name("k", "id"), Long.class).eq(field(name("i", "category_id"), Long.class)))
                .where(field(name("i", "customer_id"), Long.class).eq(ID))
                .orderBy(field(name("k", "name")));
    }

    private static Select<Record1<String>> points(String kind) {
        return select(field(name("x", "value"), String.class))
                .from(table(name("contact_point")).as("x"))
                .where(field(name("x", "customer_id"), Long.class).eq(ID))
                .and(field(name("x", "contact_person_id"), Long.class).isNull())
                .and(field(name("x", "kind"), String.class).eq(kind))
                .orderBy(field(name("x", "position")), field(name("x", "id")));
    }
}
