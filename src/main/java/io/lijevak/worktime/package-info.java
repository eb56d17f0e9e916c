/**
 * Working time: the week, holidays, absences and who stands in. All days are those of the company's time zone; a term of
 * working days ends with the working hours of its last day.
 */
@ApplicationModule(
        displayName = "Working time",
        allowedDependencies = {"platform", "platform :: web", "users"})
@NullMarked
package io.lijevak.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
