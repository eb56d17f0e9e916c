package io.lijevak.catalog;

import io.lijevak.platform.Money;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import io.lijevak.properties.PropertyValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The products' rows; use cases guard what is written. */
@Component
public class Products {
    private final JdbcClient jdbc;

    Products(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Product> find(ProductId id) {
        return jdbc.sql("""
                select p.*, g.name as group_name from product p left join product_group g on g.id = p.group_id
                where p.id = :id""")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The product, or {@link RecordNotFound}. */
    public Product require(ProductId id) {
        return find(id).orElseThrow(() -> new RecordNotFound("product", id));
    }

    /** The folded text in which a product is found. */
    public static String searchText(ProductFields fields) {
        return Stream.of(fields.name(), fields.code(), fields.externalId())
                .filter(Objects::nonNull)
                .map(SearchText::fold)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    ProductId insert(ProductFields fields) {
        return new ProductId(
                jdbc.sql("""
                insert into product (code, name, search_text, group_id, price, currency, external_id, properties)
                values (:code, :name, :search, :group, :price, :currency, :external, cast(:properties as jsonb)) returning id""").params(parameters(fields)).query(Long.class).single());
    }

    void update(ProductId id, int version, ProductFields fields) {
        requireWritten(jdbc.sql("""
                update product set code = :code, name = :name, search_text = :search, group_id = :group,
                  price = :price, currency = :currency, external_id = :external,
                  properties = cast(:properties as jsonb), version = version + 1
                where id = :id and version = :version""")
                .params(parameters(fields))
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    void archive(ProductId id, int version, @Nullable Instant at) {
        requireWritten(jdbc.sql("""
                update product set archived_at = :at, version = version + 1 where id = :id and version = :version""")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("id", id.value())
                .param("version", version)
                .update());
    }

    private static void requireWritten(int rows) {
        if (rows == 0) {
            throw new StaleVersion();
        }
    }

    private static Map<String, @Nullable Object> parameters(ProductFields fields) {
        var price = fields.price();
        var values = new HashMap<String, @Nullable Object>();
        values.put("code", fields.code());
        values.put("name", fields.name());
        values.put("search", searchText(fields));
        values.put("group", fields.groupId());
        values.put("price", price == null ? null : price.value());
        values.put("currency", price == null ? null : price.currency());
        values.put("external", fields.externalId());
        values.put("properties", fields.values().json());
        return values;
    }

    private static Product read(ResultSet row) throws SQLException {
        var price = row.getBigDecimal("price");
        var archived = row.getTimestamp("archived_at");
        return new Product(
                new ProductId(row.getLong("id")),
                row.getInt("version"),
                new ProductFields(
                        row.getString("code"),
                        row.getString("name"),
                        (Long) row.getObject("group_id"),
                        price == null ? null : new Money(price, row.getString("currency")),
                        row.getString("external_id"),
                        PropertyValues.read(row.getString("properties"))),
                row.getString("group_name"),
                row.getTimestamp("created_at").toInstant(),
                archived == null ? null : archived.toInstant());
    }
}
