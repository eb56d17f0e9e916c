/**
 * Typed properties that an administrator adds to customers, contact persons, deals and products, and the registry of
 * typed fields that lists and reports are narrowed by. Values stay in the record they belong to.
 */
@ApplicationModule(
        displayName = "Properties",
        allowedDependencies = {"platform", "platform :: web", "users"})
@NullMarked
package io.lijevak.properties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
