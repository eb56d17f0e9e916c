package io.lijevak.catalog.web;

import io.lijevak.catalog.ArchiveProduct;
import io.lijevak.catalog.ProductId;
import io.lijevak.catalog.web.ProductsApi.ProductJson;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The archive of products over the API: {@code POST} puts one in, {@code DELETE} takes it out. */
@RestController
@RequestMapping("/api/v1/products/{id}/archive")
class ProductArchiveApi {
    private final ArchiveProduct archive;
    private final ProductAnswers answers;

    ProductArchiveApi(ArchiveProduct archive, ProductAnswers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    @PostMapping
    @Allow(resource = Resource.PRODUCT, action = Action.ARCHIVE)
    ProductJson archive(@PathVariable ProductId id, CurrentUser user) {
        return answers.of(archive.archive(id, user), user);
    }

    @DeleteMapping
    @Allow(resource = Resource.PRODUCT, action = Action.ARCHIVE)
    ProductJson restore(@PathVariable ProductId id, CurrentUser user) {
        return answers.of(archive.restore(id, user), user);
    }
}
