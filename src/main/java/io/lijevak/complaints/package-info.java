/**
 * Complaints of customers, each led by a process about it from receipt to its end. What is open, who has it until when and
 * what became of it is told by the process; here stand what was received, what was found and how it was made good.
 */
@ApplicationModule(
        displayName = "Complaints",
        allowedDependencies = {"platform", "platform :: web", "users", "customers", "deals", "process", "files"})
@NullMarked
package io.lijevak.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
