package io.lijevak.customers.web;

import io.lijevak.customers.ChangeCustomer;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.CustomerList;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.JsonPatches;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
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

/** Customers over the API. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomersApi {
    private final CustomerList list;
    private final CustomerAnswers answers;
    private final CreateCustomer create;
    private final ChangeCustomer change;
    private final JsonPatches patches;

    CustomersApi(
            CustomerList list,
            CustomerAnswers answers,
            CreateCustomer create,
            ChangeCustomer change,
            JsonPatches patches) {
        this.list = list;
        this.answers = answers;
        this.create = create;
        this.change = change;
        this.patches = patches;
    }

    @GetMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    Slice<CustomerJson.Line> list(
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "50") int limit,
            CurrentUser user) {
        CustomerFilters.checkFilters(answers.withoutOwnOrder(parameters, user));
        var page = list.page(CustomerFilter.of(parameters), user, parameters.get("next"), Limits.sound(limit));
        return new Slice<>(
                page.items().stream().map(row -> answers.of(row, user)).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    CustomerJson get(@PathVariable CustomerId id, CurrentUser user) {
        return answers.of(answers.stored(id, user), user);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.CUSTOMER, action = Action.CREATE)
    CustomerJson create(@RequestBody CustomerPatch body, CurrentUser user) {
        return answers.of(create.from(body.fields(), user), user);
    }

    /** Changes the fields that are sent; {@code version} is that of the customer as it was read. */
    @PatchMapping("/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    CustomerJson change(@PathVariable CustomerId id, @RequestBody JsonNode body, CurrentUser user) {
        var stored = CustomerPatch.of(answers.stored(id, user).fields());
        var patched = patches.apply(stored, body, CustomerPatch.class);
        return answers.of(change.by(user, id, patched.requiredVersion(), now -> patched.fields()), user);
    }

    /** Replaces all fields: those that are not sent become empty. */
    @PutMapping("/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    CustomerJson replace(@PathVariable CustomerId id, @RequestBody CustomerPatch body, CurrentUser user) {
        return answers.of(change.by(user, id, body.requiredVersion(), now -> body.fields()), user);
    }
}
