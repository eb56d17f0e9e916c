package io.lijevak.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds text for search: no diacritics, no case, single spaces, so that "cakovec" finds "Čakovec" and "елкин" "Ёлкин". */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SearchText() {}

    public static String fold(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        return SPACES.matcher(bare.replace('đ', 'd').replace('ł', 'l').replace("ß", "ss"))
                .replaceAll(" ")
                .strip();
    }

    /** {@code like} pattern that finds the folded term anywhere, its own wildcards taken literally. */
    public static String containing(String term) {
        return "%" + escape(fold(term)) + "%";
    }

    /** {@code like} pattern that finds texts beginning with the folded term. */
    public static String startingWith(String term) {
        return escape(fold(term)) + "%";
    }

    private static String escape(String folded) {
        return folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
