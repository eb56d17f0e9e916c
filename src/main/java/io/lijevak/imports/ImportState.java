package io.lijevak.imports;

import java.util.Locale;

/** Where an import stands. */
public enum ImportState {
    UPLOADED,
    CHECKING,
    CHECKED,
    RUNNING,
    DONE,
    FAILED,
    UNDOING,
    UNDONE;

    public boolean isWorking() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }

    /** Whether its mapping may still change and it may be checked or run. */
    public boolean isOpen() {
        return this == UPLOADED || this == CHECKED || this == FAILED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
