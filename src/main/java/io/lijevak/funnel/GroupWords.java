package io.lijevak.funnel;

import io.lijevak.platform.web.Formats;
import java.time.YearMonth;
import java.util.function.UnaryOperator;

/** The words and formats that names of groups are made of, in the reader's language. */
public interface GroupWords {
    /** The text of the key. */
    String text(String key);

    String month(YearMonth month);

    static GroupWords of(UnaryOperator<String> texts, Formats formats) {
        return new GroupWords() {
            @Override
            public String text(String key) {
                return texts.apply(key);
            }

            @Override
            public String month(YearMonth month) {
                return formats.shortMonth(month) + " " + month.getYear();
            }
        };
    }
}
