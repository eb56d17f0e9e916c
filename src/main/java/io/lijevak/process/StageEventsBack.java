package io.lijevak.process;

import java.time.Instant;

/**
 * What stages planned for a record is wanted after all: the import that took it back is undone; published in the
 * transaction of the undo.
 *
 * @param takenBack when it was taken back
 */
public record StageEventsBack(Subject subject, Instant takenBack) {}
