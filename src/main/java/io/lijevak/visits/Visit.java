package io.lijevak.visits;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a visit began.
 *
 * @param source name of a campaign or host of the site it came from, in small letters; empty when neither is known
 * @param page path of the first page, without what follows a question mark
 */
public record Visit(String source, String page) {
    static final int LONGEST = 200;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    public Visit {
        source = shortened(source).toLowerCase(Locale.ROOT);
        page = shortened(page.replaceAll("[?#].*", ""));
    }

    private static String shortened(String text) {
        var clean = UNFIT.matcher(text).replaceAll("").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
