/**
 * Mail that goes out: to which server, whether that works, and which addresses refuse it. What is sent, to whom and when,
 * is decided above.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"platform"})
@NullMarked
package io.lijevak.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
