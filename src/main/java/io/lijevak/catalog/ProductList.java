package io.lijevak.catalog;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import io.lijevak.platform.Money;
import io.lijevak.platform.SearchTerm;
import io.lijevak.platform.Slice;
import io.lijevak.properties.FieldConditions;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectSeekStep2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, counts and streams products by name in the order of the viewer's language; every viewer sees all of them. */
@Component
public class ProductList {
    private static final int FETCH = 500;
    private static final Field<Long> ID = field(name("p", "id"), Long.class);
    private static final Field<String> CODE = field(name("p", "code"), String.class);
    private static final Field<String> NAME = field(name("p", "name"), String.class);
    private static final Field<Long> GROUP_ID = field(name("p", "group_id"), Long.class);
    private static final Field<String> SEARCH = field(name("p", "search_text"), String.class);
    private static final Field<BigDecimal> PRICE = field(name("p", "price"), BigDecimal.class);
    private static final Field<String> CURRENCY = field(name("p", "currency"), String.class);
    private static final Field<OffsetDateTime> ARCHIVED = field(name("p", "archived_at"), OffsetDateTime.class);
    private static final Field<JSONB> PROPERTIES = field(name("p", "properties"), JSONB.class);
    private static final Field<String> GROUP =
            field(name("g", "name"), String.class).as("group_name");
    private static final Condition ITS_GROUP =
            field(name("g", "id"), Long.class).eq(GROUP_ID);
    private final DSLContext sql;
    private final FieldConditions fields;

    ProductList(DSLContext sql, FieldConditions fields) {
        this.sql = sql;
        this.fields = fields;
    }

    /** The keyset page that begins after the cursor, the first one without any. */
    public Slice<ProductRow> page(ProductFilter filter, CurrentUser viewer, @Nullable String next, int limit) {
        viewer.require(Resource.PRODUCT, Action.VIEW);
        var found = select(condition(filter, viewer).and(beyond(viewer, next)), viewer)
                .limit(limit + 1)
                .fetch(ProductList::read);
        var items = found.subList(0, Math.min(limit, found.size()));
        return new Slice<>(
                items,
                found.size() <= limit
                        ? null
                        : Cursor.of(items.getLast().name(), items.getLast().id()));
    }

    public int count(ProductFilter filter, CurrentUser viewer) {
        return sql.fetchCount(selectOne().from(table(name("product")).as("p")).where(condition(filter, viewer)));
    }

    /** Hands over every product of the filter in its order, without holding them all. */
    @Transactional
    public void forEach(ProductFilter filter, CurrentUser viewer, Consumer<ProductRow> consumer) {
        viewer.require(Resource.PRODUCT, Action.EXPORT);
        try (var rows =
                select(condition(filter, viewer), viewer).fetchSize(FETCH).fetchLazy()) {
            for (Record found : rows) {
                consumer.accept(read(found));
            }
        }
    }

    private SelectSeekStep2<?, String, Long> select(Condition condition, CurrentUser viewer) {
        return sql.select(ID, CODE, NAME, GROUP, PRICE, CURRENCY, ARCHIVED, PROPERTIES)
                .from(table(name("product")).as("p"))
                .leftJoin(table(name("product_group")).as("g"))
                .on(ITS_GROUP)
                .where(condition)
                .orderBy(sorted(viewer), ID);
    }

    private Condition condition(ProductFilter filter, CurrentUser viewer) {
        return new SearchTerm(filter.term())
                .on(SEARCH)
                .and(filter.group() == null ? noCondition() : GROUP_ID.eq(filter.group()))
                .and(filter.archived() ? ARCHIVED.isNotNull() : ARCHIVED.isNull())
                .and(fields.of(RecordKind.PRODUCT, "p", filter.where(), viewer).found());
    }

    private static Condition beyond(CurrentUser viewer, @Nullable String next) {
        var last = Cursor.read(next, 2);
        if (last.isEmpty()) {
            return noCondition();
        }
        try {
            return row(sorted(viewer), ID).gt(last.getFirst(), Long.parseLong(last.get(1)));
        } catch (NumberFormatException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }

    private static Field<String> sorted(CurrentUser viewer) {
        return NAME.collate(name(Languages.collation(viewer.language())));
    }

    private static ProductRow read(Record found) {
        var price = found.get(PRICE);
        return new ProductRow(
                found.get(ID),
                found.get(CODE),
                found.get(NAME),
                found.get(GROUP),
                price == null ? null : new Money(price, found.get(CURRENCY)),
                found.get(ARCHIVED) != null,
                PropertyValues.read(found.get(PROPERTIES).data()));
    }
}
