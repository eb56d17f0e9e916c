/** Products and services with their groups and list prices. An archived product stays on the deals that name it. */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"platform", "platform :: web", "users", "properties"})
@NullMarked
package io.lijevak.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
