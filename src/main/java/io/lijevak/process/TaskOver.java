package io.lijevak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a process asked for is no longer to be done: it is done, or the process went another way (loss, return, switch
 * to manual). Published in the transaction of the step.
 *
 * @param done whether it was done; else withdrawn
 */
public record TaskOver(long point, boolean done, @Nullable Long by, Instant at) {}
