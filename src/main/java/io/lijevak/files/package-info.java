/**
 * Files of records: contents under their hash in the home folder, a row for each attachment. Who may see and change the
 * files of a record is asked of the module that owns the record.
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"platform", "platform :: web", "users"})
@NullMarked
package io.lijevak.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
