/**
 * Tasks: what processes, people and their heads ask somebody to do, in one inbox and one calendar. That a process task
 * is done is known by its process; this module follows it.
 */
@ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "users",
            "customers",
            "process",
            "deals",
            "interactions",
            "worktime"
        })
@NullMarked
package io.lijevak.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
