/**
 * The sales funnel: facts written with each change of a deal, the counting rules over facts and ledger, the page with
 * its charts, the drill-down to the deals behind a number, the export and the live stream.
 */
@ApplicationModule(
        displayName = "Funnel",
        allowedDependencies = {
            "platform",
            "platform :: web",
            "users",
            "properties",
            "customers",
            "catalog",
            "process",
            "deals"
        })
@NullMarked
package io.lijevak.funnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
