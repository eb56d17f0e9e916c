package io.lijevak.customers.web;

import io.lijevak.customers.ContactPeople;
import io.lijevak.customers.ContactPerson;
import io.lijevak.customers.ContactPersonId;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.customers.KeepContactPerson;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.JsonPatches;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The contact persons of a customer over the API. */
@RestController
@RequestMapping("/api/v1/customers/{id}/contacts")
class ContactsApi {
    private final Customers customers;
    private final ContactPeople people;
    private final KeepContactPerson keep;
    private final JsonPatches patches;
    private final PropertyWords words;

    ContactsApi(
            Customers customers,
            ContactPeople people,
            KeepContactPerson keep,
            JsonPatches patches,
            PropertyWords words) {
        this.customers = customers;
        this.people = people;
        this.keep = keep;
        this.patches = patches;
        this.words = words;
    }

    /** All contact persons of a customer, which are few. */
    record ContactList(List<ContactJson> items) {}

    /** A contact person as the API shows it. */
    record ContactJson(
            ContactPersonId id,
            CustomerId customer,
            int version,
            String name,
            @Nullable String role,
            @Nullable String note,
            List<String> phones,
            List<String> emails,
            Map<String, Object> properties) {}

    /** Fields as the API takes them; {@code version} is that of the contact person as it was read. */
    record ContactPatch(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String role,
            @Nullable String note,
            @Nullable List<@Nullable String> phones,
            @Nullable List<@Nullable String> emails,
            @Nullable JsonNode properties) {
        static ContactPatch of(ContactPerson stored) {
            return new ContactPatch(
                    null,
                    stored.name(),
                    stored.role(),
                    stored.note(),
                    listed(stored.phones()),
                    listed(stored.emails()),
                    stored.properties().tree());
        }

        int requiredVersion() {
            if (version == null) {
                throw InvalidInput.at("version", "platform.problem.required");
            }
            return version;
        }

        ContactPerson.Fields fields() {
            return new ContactPerson.Fields(
                    name == null ? "" : name,
                    role,
                    note,
                    present(phones),
                    present(emails),
                    properties == null ? null : PropertyValues.of(properties));
        }

        private static List<@Nullable String> listed(List<String> texts) {
            return List.copyOf(texts);
        }

        private static List<String> present(@Nullable List<@Nullable String> sent) {
            return sent == null
                    ? List.of()
                    : sent.stream().filter(Objects::nonNull).toList();
        }
    }

    @GetMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    ContactList list(@PathVariable CustomerId id, CurrentUser user) {
        customers.visible(id, user);
        return new ContactList(
                people.of(id).stream().map(person -> json(person, user)).toList());
    }

    @GetMapping("/{contact}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    ContactJson get(@PathVariable CustomerId id, @PathVariable ContactPersonId contact, CurrentUser user) {
        return json(stored(id, contact, user), user);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    ContactJson add(@PathVariable CustomerId id, @RequestBody ContactPatch body, CurrentUser user) {
        return json(keep.add(id, body.fields(), user), user);
    }

    /** Changes the fields that are sent. */
    @PatchMapping("/{contact}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    ContactJson change(
            @PathVariable CustomerId id,
            @PathVariable ContactPersonId contact,
            @RequestBody JsonNode body,
            CurrentUser user) {
        var stored = stored(id, contact, user);
        var patched = patches.apply(ContactPatch.of(stored), body, ContactPatch.class);
        return json(keep.change(stored, patched.requiredVersion(), patched.fields(), user), user);
    }

    /** Replaces all fields: those that are not sent become empty. */
    @PutMapping("/{contact}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    ContactJson replace(
            @PathVariable CustomerId id,
            @PathVariable ContactPersonId contact,
            @RequestBody ContactPatch body,
            CurrentUser user) {
        return json(keep.change(stored(id, contact, user), body.requiredVersion(), body.fields(), user), user);
    }

    @PostMapping("/{contact}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    void archive(@PathVariable CustomerId id, @PathVariable ContactPersonId contact, CurrentUser user) {
        keep.archive(id, contact, user);
    }

    @DeleteMapping("/{contact}/archive")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    ContactJson restore(@PathVariable CustomerId id, @PathVariable ContactPersonId contact, CurrentUser user) {
        return json(keep.restore(id, contact, user), user);
    }

    private ContactPerson stored(CustomerId id, ContactPersonId contact, CurrentUser user) {
        customers.visible(id, user);
        return people.require(id, contact);
    }

    private ContactJson json(ContactPerson person, CurrentUser user) {
        return new ContactJson(
                person.id(),
                person.customer(),
                person.version(),
                person.name(),
                person.role(),
                person.note(),
                person.phones(),
                person.emails(),
                words.plain(RecordKind.CONTACT, person.properties(), user));
    }
}
