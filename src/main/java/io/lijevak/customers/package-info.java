/**
 * Companies and persons we sell to: contact persons, phones, e-mails, consent, sources, categories, lifecycle. A
 * customer's lifecycle moves forward by itself when deals are opened and won, but back only by hand.
 */
@ApplicationModule(
        displayName = "Customers",
        allowedDependencies = {"platform", "platform :: web", "users", "properties"})
@NullMarked
package io.lijevak.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
