package io.lijevak.process;

import io.lijevak.users.CurrentUser;
import java.time.Instant;

/** Who makes a process go on, and when. */
public record Actor(CurrentUser user, Instant at) {}
