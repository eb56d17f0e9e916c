package io.lijevak.funnel;

import java.time.YearMonth;

/** The words and formats that names of groups are made of, in the reader's language. */
public interface GroupWords {
    /** The text of the key. */
    String text(String key);

    String month(YearMonth month);
}
