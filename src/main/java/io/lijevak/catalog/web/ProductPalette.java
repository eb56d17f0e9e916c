package io.lijevak.catalog.web;

import io.lijevak.catalog.ProductFilter;
import io.lijevak.catalog.ProductList;
import io.lijevak.platform.CommandPaletteSource;
import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.Viewer;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Products in the rail and in the command palette. */
@Configuration(proxyBeanMethods = false)
class ProductPalette {
    @Bean
    Navigation productsEntry() {
        return new Navigation(50, "catalog.nav", "box", "/products", viewer -> viewer.may("PRODUCT.VIEW"));
    }

    @Bean
    FieldList productList() {
        return new FieldList(
                "products",
                RecordKind.PRODUCT,
                "/products",
                "catalog.list.title",
                viewer -> viewer.may("PRODUCT.VIEW"));
    }

    @Bean
    QuickAction newProductAction() {
        return new QuickAction(50, "catalog.list.new", "box", "/products/new", viewer -> viewer.may("PRODUCT.CREATE"));
    }

    @Bean
    @Order(50)
    CommandPaletteSource productSource(ProductList list) {
        return (term, viewer, limit) -> find(list, term, viewer, limit);
    }

    private static List<CommandPaletteSource.Hit> find(ProductList list, String term, Viewer viewer, int limit) {
        if (!(viewer instanceof CurrentUser user) || term.isBlank() || !viewer.may("PRODUCT.VIEW")) {
            return List.of();
        }
        return list.page(ProductFilter.of(Map.of("q", term)), user, null, limit).items().stream()
                .map(row -> new CommandPaletteSource.Hit(
                        "box",
                        row.name(),
                        Stream.of(row.code(), row.group())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · ")),
                        "/products/" + row.id()))
                .toList();
    }

    @Bean
    ViewExport productListExport(ProductDownload products) {
        return new ViewExport(
                "/products",
                "PRODUCT.EXPORT",
                (parameters, ui, viewer) ->
                        Optional.of(products.answer(parameters.toSingleValueMap(), ui, (CurrentUser) viewer)));
    }

    @Bean
    ViewPage productListView() {
        return new ViewPage("/products", "catalog.nav", "box", viewer -> viewer.may("PRODUCT.VIEW"));
    }
}
