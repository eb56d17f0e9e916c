package io.lijevak.customers.web;

import io.lijevak.customers.Channel;
import io.lijevak.customers.Consent;
import io.lijevak.customers.Consents;
import io.lijevak.customers.ContactPerson;
import io.lijevak.customers.ContactPersonId;
import io.lijevak.customers.Customer;
import io.lijevak.customers.CustomerArea;
import io.lijevak.customers.CustomerPanel;
import io.lijevak.customers.Customers;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.properties.PropertyForms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the customer page shows. */
public record Card(
        Customer customer,
        List<ContactPerson> people,
        List<Consent> consents,
        List<Customers.Subsidiary> subsidiaries,
        TimelinePage timeline,
        List<CustomerPanel> panels,
        List<CustomerArea> areas,
        List<PropertyForms.Line> properties,
        Map<ContactPersonId, List<PropertyForms.Line>> ofPeople,
        Rights rights) {

    /** What the viewer may do with this customer. */
    public record Rights(boolean edit, boolean archive) {}

    public @Nullable Consent consent(Channel channel) {
        return Consents.inForce(consents, channel).orElse(null);
    }

    /** The filled properties of a contact person. */
    public List<PropertyForms.Line> ofPerson(ContactPerson person) {
        return ofPeople.getOrDefault(person.id(), List.of());
    }

    /** The stored phone to call first: the customer's own, else that of a contact person. */
    public @Nullable String phone() {
        return first(
                customer.fields().phones(),
                people.stream().flatMap(p -> p.phones().stream()).toList());
    }

    public @Nullable String email() {
        return first(
                customer.fields().emails(),
                people.stream().flatMap(p -> p.emails().stream()).toList());
    }

    public String href(String path) {
        return "/customers/" + customer.id() + path;
    }

    private static @Nullable String first(List<String> own, List<String> others) {
        if (!own.isEmpty()) {
            return own.getFirst();
        }
        return others.isEmpty() ? null : others.getFirst();
    }
}
