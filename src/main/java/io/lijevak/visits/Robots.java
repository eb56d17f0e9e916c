package io.lijevak.visits;

import java.util.regex.Pattern;

/** Programs that look at sites without being a visitor, by the name they give themselves. */
public final class Robots {
    private static final Pattern NAMES = Pattern.compile(
            "(?<!cu)bot\\b|bot[/;-]|crawl|spider|slurp|preview|headless|lighthouse|monitor|curl/|wget/|python|java/|okhttp|scrapy",
            Pattern.CASE_INSENSITIVE);

    private Robots() {}

    /** Whether it calls itself one, or nothing at all. */
    public static boolean include(String userAgent) {
        return userAgent.isBlank() || NAMES.matcher(userAgent).find();
    }
}
