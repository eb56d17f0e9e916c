package io.lijevak.catalog.web;

import io.lijevak.catalog.Product;
import io.lijevak.catalog.ProductId;
import io.lijevak.catalog.Products;
import io.lijevak.catalog.web.ProductsApi.ProductJson;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import org.springframework.stereotype.Component;

/** Products for the API, with the properties that the caller may see. */
@Component
class ProductAnswers {
    private final Products products;
    private final PropertyWords words;

    ProductAnswers(Products products, PropertyWords words) {
        this.products = products;
        this.words = words;
    }

    Product require(ProductId id) {
        return products.require(id);
    }

    ProductJson of(Product product, CurrentUser user) {
        return ProductJson.of(
                product, words.plain(RecordKind.PRODUCT, product.fields().values(), user));
    }
}
