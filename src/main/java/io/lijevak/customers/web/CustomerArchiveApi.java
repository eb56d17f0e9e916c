package io.lijevak.customers.web;

import io.lijevak.customers.ArchiveCustomer;
import io.lijevak.customers.CustomerId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The archive of customers over the API: {@code POST} puts one in, {@code DELETE} takes it out. */
@RestController
@RequestMapping("/api/v1/customers/{id}/archive")
class CustomerArchiveApi {
    private final ArchiveCustomer archive;
    private final CustomerAnswers answers;

    CustomerArchiveApi(ArchiveCustomer archive, CustomerAnswers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    @PostMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.ARCHIVE)
    CustomerJson archive(@PathVariable CustomerId id, CurrentUser user) {
        return answers.of(archive.archive(id, user), user);
    }

    @DeleteMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.ARCHIVE)
    CustomerJson restore(@PathVariable CustomerId id, CurrentUser user) {
        return answers.of(archive.restore(id, user), user);
    }
}
