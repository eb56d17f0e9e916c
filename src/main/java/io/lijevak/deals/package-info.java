/**
 * Deals and the stage-visit ledger: where a deal stood, from when to when, and how it left. The ledger is append-only
 * truth; going back or reopening adds visits and deletes none.
 */
@ApplicationModule(
        displayName = "Deals",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "users",
            "properties",
            "customers",
            "catalog",
            "process",
            "worktime",
            "files"
        })
@NullMarked
package io.lijevak.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
