package io.lijevak.users;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right a route needs, checked before its handler runs. Every handler method carries {@link Allow}, {@link
 * SignedIn} or {@link Open}; one without any stops the start of the application.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    Resource resource();

    Action action();
}
