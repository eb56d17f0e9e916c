package io.lijevak.platform.web;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One or two letters and a shade that stand for a person or a company; the same name always gets the same ones. */
public final class Initials {
    private static final int SHADES = 5;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Punct}]+");

    private Initials() {}

    public static String of(String name) {
        return BREAKS.splitAsStream(name.strip())
                .filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0)))
                .limit(2)
                .map(word -> Character.toString(word.codePointAt(0)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** A number from 1 to 5. */
    public static int shade(String name) {
        return Math.floorMod(name.hashCode(), SHADES) + 1;
    }
}
