/**
 * Saved views: questions under names. Which page is asked, and with what parameters; how long the question is, whose it
 * is and who else may open it. A view holds no answer and no right: whoever opens it asks with the own rights.
 */
@ApplicationModule(
        displayName = "Views",
        allowedDependencies = {"platform", "platform :: web", "users", "worktime", "mail"})
@NullMarked
package io.lijevak.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
