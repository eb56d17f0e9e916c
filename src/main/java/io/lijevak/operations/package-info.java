/**
 * Running an installation: the first run, the demo company, the health of the machinery. It stands above all other
 * modules, so that none of them knows how it came to be set up.
 */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "mail",
            "users",
            "customers",
            "catalog",
            "process",
            "files",
            "deals",
            "tasks",
            "worktime",
            "interactions",
            "complaints",
            "funnel",
            "imports"
        })
@NullMarked
package io.lijevak.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
