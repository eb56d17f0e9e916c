package io.lijevak.process;

import io.lijevak.users.CurrentUser;
import java.time.Instant;

/**
 * Who makes a process go on, and when.
 *
 * @param following whether the process is only brought to where its record is known to stand already, as after an
 *     import: then nobody arrives anywhere, and stages plan nothing
 */
public record Actor(CurrentUser user, Instant at, boolean following) {
    public Actor(CurrentUser user, Instant at) {
        this(user, at, false);
    }
}
