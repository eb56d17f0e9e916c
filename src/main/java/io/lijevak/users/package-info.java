/**
 * People, teams, roles and their rights, sign-in, tokens, the current user and the audit trail. A person without an
 * e-mail is responsible for deals but cannot sign in.
 */
@ApplicationModule(
        displayName = "Users",
        allowedDependencies = {"platform", "platform :: web"})
@NullMarked
package io.lijevak.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
