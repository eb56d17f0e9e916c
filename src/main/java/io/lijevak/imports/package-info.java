/**
 * Spreadsheets and CSV files into customers, products, people and deals: reading, mapping, dry run, run, undo. A row
 * that cannot be taken fails alone with its reason; what a file does not say is never invented.
 */
@ApplicationModule(
        displayName = "Imports",
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
package io.lijevak.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
