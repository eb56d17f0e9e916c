package io.lijevak.process;

import io.lijevak.users.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * What a process asks for is somebody else's to do now, because its record has another responsible person. Published in
 * the transaction of the change.
 *
 * @param executor whom the addressing found, null when there is nobody
 * @param fellToHead whether it went to a head, as there was nobody else
 */
public record PointReassigned(long point, @Nullable Long executor, boolean fellToHead, CurrentUser by) {}
