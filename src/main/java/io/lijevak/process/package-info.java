/**
 * Stages, and deal types that put them in an order. The steps of a deal type are versions that never change: a change
 * writes the next version, so that a deal's history can always be read against the steps of its time. Processes follow a
 * route, which is data of ours; the engine moves the token, and the ledger of arrivals says who was asked for what.
 */
@ApplicationModule(
        displayName = "Process",
        allowedDependencies = {"platform", "platform :: web", "users", "worktime", "files"})
@NullMarked
package io.lijevak.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
