package io.lijevak.catalog.web;

import io.lijevak.catalog.ChangeProduct;
import io.lijevak.catalog.CreateProduct;
import io.lijevak.catalog.Product;
import io.lijevak.catalog.ProductFields;
import io.lijevak.catalog.ProductFilter;
import io.lijevak.catalog.ProductId;
import io.lijevak.catalog.ProductList;
import io.lijevak.catalog.ProductRow;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Money;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.FilterCheck;
import io.lijevak.platform.web.JsonPatches;
import io.lijevak.properties.PropertyValues;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Products over the API. */
@RestController
@RequestMapping("/api/v1/products")
class ProductsApi {
    private static final int MOST = 200;
    private final ProductList list;
    private final ProductAnswers products;
    private final CreateProduct create;
    private final ChangeProduct change;
    private final JsonPatches patches;

    ProductsApi(
            ProductList list,
            ProductAnswers products,
            CreateProduct create,
            ChangeProduct change,
            JsonPatches patches) {
        this.list = list;
        this.products = products;
        this.create = create;
        this.change = change;
        this.patches = patches;
    }

    /** A product as the API shows it. */
    record ProductJson(
            ProductId id,
            int version,
            @Nullable String code,
            String name,
            @Nullable Long groupId,
            @Nullable String group,
            @Nullable Money price,
            @Nullable String externalId,
            Map<String, Object> properties,
            boolean archived) {
        static ProductJson of(Product product, Map<String, Object> properties) {
            var fields = product.fields();
            return new ProductJson(
                    product.id(),
                    product.version(),
                    fields.code(),
                    fields.name(),
                    fields.groupId(),
                    product.group(),
                    fields.price(),
                    fields.externalId(),
                    properties,
                    product.archived());
        }
    }

    /** Fields as the API takes them; {@code version} is that of the product as it was read. */
    record ProductPatch(
            @Nullable Integer version,
            @Nullable String code,
            @Nullable String name,
            @Nullable Long groupId,
            @Nullable Money price,
            @Nullable String externalId,
            @Nullable JsonNode properties) {
        static ProductPatch of(ProductFields stored) {
            return new ProductPatch(
                    null,
                    stored.code(),
                    stored.name(),
                    stored.groupId(),
                    stored.price(),
                    stored.externalId(),
                    stored.values().tree());
        }

        int requiredVersion() {
            if (version == null) {
                throw InvalidInput.at("version", "platform.problem.required");
            }
            return version;
        }

        ProductFields fields() {
            return new ProductFields(
                    code,
                    name == null ? "" : name,
                    groupId,
                    price,
                    externalId,
                    properties == null ? null : PropertyValues.of(properties));
        }
    }

    @GetMapping
    @Allow(resource = Resource.PRODUCT, action = Action.VIEW)
    Slice<ProductRow> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        if (limit < 1 || limit > MOST) {
            throw InvalidInput.at("limit", "catalog.problem.limit", MOST);
        }
        FilterCheck.of(parameters).id("group").flag("archived").check();
        return list.page(ProductFilter.of(parameters), user, parameters.get("next"), limit);
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.VIEW)
    ProductJson get(@PathVariable ProductId id, CurrentUser user) {
        return json(products.require(id), user);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.PRODUCT, action = Action.CREATE)
    ProductJson create(@RequestBody ProductPatch body, CurrentUser user) {
        return json(create.from(body.fields(), user), user);
    }

    /** Changes the fields that are sent; {@code version} is that of the product as it was read. */
    @PatchMapping("/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    ProductJson change(@PathVariable ProductId id, @RequestBody JsonNode body, CurrentUser user) {
        var stored = ProductPatch.of(products.require(id).fields());
        var patched = patches.apply(stored, body, ProductPatch.class);
        return json(change.to(patched.fields(), id, patched.requiredVersion(), user), user);
    }

    /** Replaces all fields: those that are not sent become empty. */
    @PutMapping("/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    ProductJson replace(@PathVariable ProductId id, @RequestBody ProductPatch body, CurrentUser user) {
        return json(change.to(body.fields(), id, body.requiredVersion(), user), user);
    }

    private ProductJson json(Product product, CurrentUser user) {
        return products.of(product, user);
    }
}
