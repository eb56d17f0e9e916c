package io.lijevak.process;

import java.util.Locale;

/** Who moves a deal through its stages: the process, a person, or nobody because there are none. */
public enum DealMode {
    AUTOMATIC,
    MANUAL,
    NON_PROCESS;

    /** The word of the API: {@code automatic}, {@code manual}, {@code non-process}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
