package io.lijevak.customers.web;

import io.lijevak.customers.Customer;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.CustomerRow;
import io.lijevak.customers.Customers;
import io.lijevak.properties.PropertyOrders;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Customers as the API answers them to one caller, with the properties that the caller may see. */
@Component
class CustomerAnswers {
    private final Customers customers;
    private final PropertyWords words;
    private final PropertyOrders orders;

    CustomerAnswers(Customers customers, PropertyWords words, PropertyOrders orders) {
        this.customers = customers;
        this.words = words;
        this.orders = orders;
    }

    Customer stored(CustomerId id, CurrentUser user) {
        return customers.visible(id, user);
    }

    /** The parameters but an order by a property. */
    Map<String, String> withoutOwnOrder(Map<String, String> parameters, CurrentUser user) {
        return orders.withoutOwn(RecordKind.CUSTOMER, parameters, user);
    }

    CustomerJson of(Customer customer, CurrentUser user) {
        return CustomerJson.of(
                customer, words.plain(RecordKind.CUSTOMER, customer.fields().properties(), user));
    }

    CustomerJson.Line of(CustomerRow row, CurrentUser user) {
        return CustomerJson.Line.of(row, words.plain(RecordKind.CUSTOMER, row.properties(), user));
    }
}
