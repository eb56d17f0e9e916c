package io.lijevak.platform;

/** The record was changed since it was read for editing. */
public final class StaleVersion extends Conflict {
    public StaleVersion() {
        super("platform.error.stale");
    }
}
