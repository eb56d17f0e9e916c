package io.lijevak.operations;

import io.lijevak.platform.SearchText;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the demo company sells: gear for boats in five groups. */
@Component
class DemoCatalog {
    private static final List<Double> EUROS = List.of(
            1890.0, 145.0, 32.0, 6.8, 4200.0, 310.0, 9800.0, 14500.0, 2350.0, 5600.0, 1240.0, 420.0, 3100.0, 1750.0,
            390.0, 640.0, 2890.0, 520.0, 2150.0, 95.0, 460.0, 74.0, 850.0, 640.0, 1900.0);
    private static final List<Integer> FIRST_OF_GROUP = List.of(0, 6, 12, 18, 22);
    private final DemoRows rows;

    DemoCatalog(DemoRows rows) {
        this.rows = rows;
    }

    record Product(long id, String name, BigDecimal price, double euros) {}

    List<Product> write(DemoSetting setting) {
        var groups = rows.reserve("product_group", FIRST_OF_GROUP.size());
        rows.write(
                "insert into product_group (id, name) overriding system value values (?, ?)",
                DemoRows.upTo(groups.size()).stream()
                        .map(group ->
                                new Object[] {groups.get(group), setting.words().pick("groups", group)})
                        .toList());
        var ids = rows.reserve("product", EUROS.size());
        var products = DemoRows.upTo(ids.size()).stream()
                .map(index -> new Product(
                        ids.get(index),
                        setting.words().pick("products", index),
                        setting.price(EUROS.get(index)),
                        EUROS.get(index)))
                .toList();
        rows.write(
                """
                insert into product (id, code, name, search_text, group_id, price, currency)
                overriding system value values (?, ?, ?, ?, ?, ?, ?)""",
                DemoRows.upTo(ids.size()).stream()
                        .map(index -> {
                            var product = products.get(index);
                            var code = "LO-" + (100 + index);
                            return new Object[] {
                                product.id(),
                                code,
                                product.name(),
                                SearchText.fold(product.name() + " " + code),
                                groups.get(groupOf(index)),
                                product.price(),
                                setting.company().currency()
                            };
                        })
                        .toList());
        return products;
    }

    private static int groupOf(int index) {
        return (int) FIRST_OF_GROUP.stream().filter(first -> first <= index).count() - 1;
    }
}
