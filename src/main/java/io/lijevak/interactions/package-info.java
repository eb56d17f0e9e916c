/**
 * Contacts with customers: notes, calls, meetings, e-mails, planned and held. They tell the timelines of customers and
 * deals, say when somebody was last in touch, count as next steps while planned, and begin deals.
 */
@ApplicationModule(
        displayName = "Interactions",
        allowedDependencies = {"platform", "platform :: web", "users", "properties", "customers", "deals", "process"})
@NullMarked
package io.lijevak.interactions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
