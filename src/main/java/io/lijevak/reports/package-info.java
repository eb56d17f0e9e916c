/**
 * Reports over what several modules know: the people who sell, compared by what they brought, how, and with how much
 * effort, always with how sure that is.
 */
@ApplicationModule(
        displayName = "Reports",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "users",
            "customers",
            "process",
            "deals",
            "interactions",
            "tasks",
            "funnel",
            "visits"
        })
@NullMarked
package io.lijevak.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
