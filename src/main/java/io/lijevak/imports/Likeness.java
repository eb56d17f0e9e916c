package io.lijevak.imports;

import io.lijevak.platform.SearchText;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two names are. Only spelling may differ in a name that is taken for another without asking: spaces,
 * punctuation, word order, a legal form, or a slip inside a long word. Another word or another number is another thing.
 */
final class Likeness {
    /** Same letters and digits, written apart otherwise. */
    static final double SAME_LETTERS = 0.98;

    static final double SAME_WORDS = 0.96;
    static final double SAME_BUT_LEGAL_FORM = 0.94;
    private static final int LONG_WORD = 5;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern DOT = Pattern.compile("(?<=\\b\\p{L})\\.\\s?(?=\\p{L}\\b)");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "doo", "jdoo", "dd", "kd", "obrt", "ltd", "llc", "inc", "gmbh", "ag", "plc", "corp", "co", "srl", "sa",
            "ооо", "оао", "зао", "пао", "ао", "ип");

    private Likeness() {}

    /** 1 for the same folded name, less the more they differ. */
    static double of(String one, String other) {
        var first = SearchText.fold(one);
        var second = SearchText.fold(other);
        if (first.equals(second)) {
            return 1;
        }
        if (letters(first).equals(letters(second))) {
            return SAME_LETTERS;
        }
        var firstWords = words(first);
        var secondWords = words(second);
        if (sorted(firstWords).equals(sorted(secondWords))) {
            return SAME_WORDS;
        }
        if (bare(firstWords).equals(bare(secondWords)) && !bare(firstWords).isEmpty()) {
            return SAME_BUT_LEGAL_FORM;
        }
        return slips(firstWords, secondWords);
    }

    /** Slips of the pen within long words, else how much of the letters agrees, always too little to be accepted. */
    private static double slips(String[] first, String[] second) {
        var one = String.join("", first);
        var other = String.join("", second);
        var distance = LevenshteinDistance.getDefaultInstance().apply(one, other);
        var score = 1 - (double) distance / Math.max(1, Math.max(one.length(), other.length()));
        return differOnlyInSpelling(first, second) ? score : Math.min(score, 0.89);
    }

    private static boolean differOnlyInSpelling(String[] first, String[] second) {
        if (first.length != second.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (!first[i].equals(second[i])) {
                var hasDigit = (first[i] + second[i]).chars().anyMatch(Character::isDigit);
                if (hasDigit || Math.min(first[i].length(), second[i].length()) < LONG_WORD) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String letters(String folded) {
        return NO_LETTERS.matcher(folded).replaceAll("");
    }

    private static String[] words(String folded) {
        var joined = DOT.matcher(folded).replaceAll("");
        return Arrays.stream(NO_LETTERS.split(joined))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static String sorted(String[] words) {
        return Arrays.stream(words).sorted().collect(Collectors.joining(" "));
    }

    private static String bare(String[] words) {
        return Arrays.stream(words).filter(word -> !LEGAL_FORMS.contains(word)).collect(Collectors.joining(" "));
    }
}
