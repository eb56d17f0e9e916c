/** Visits of the company's own website: counted by a script of one line or sent over the API, without telling people apart. */
@ApplicationModule(
        displayName = "Visits",
        allowedDependencies = {"platform", "platform :: web", "users"})
@NullMarked
package io.lijevak.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
