/**
 * The home of whoever leads others: where sales are stuck, what is coming, who needs help, what changed since last week.
 * It counts what other modules keep, and each number opens the list there.
 */
@ApplicationModule(
        displayName = "Overview",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "users",
            "worktime",
            "process",
            "deals",
            "tasks",
            "interactions",
            "funnel"
        })
@NullMarked
package io.lijevak.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
