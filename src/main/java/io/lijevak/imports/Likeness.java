package io.lijevak.imports;

import io.lijevak.platform.SearchText;
import java.util.Arrays;
import java.util.List;
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
    private static final double TOO_LITTLE = 0.89;
    private static final int LONG_WORD = 5;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern DOT = Pattern.compile("(?<=\\b\\p{L})\\.\\s?(?=\\p{L}\\b)");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "doo", "jdoo", "dd", "kd", "obrt", "ltd", "llc", "inc", "gmbh", "ag", "plc", "corp", "co", "srl", "sa",
            "ооо", "оао", "зао", "пао", "ао", "ип");

    private Likeness() {}

    /** A name prepared for comparison with many. */
    record Spelling(String folded, String letters, List<String> words, String sorted, String bare) {
        static Spelling of(String name) {
            var folded = SearchText.fold(name);
            var words = Arrays.stream(NO_LETTERS.split(DOT.matcher(folded).replaceAll("")))
                    .filter(word -> !word.isEmpty())
                    .toList();
            return new Spelling(
                    folded,
                    String.join("", words),
                    words,
                    words.stream().sorted().collect(Collectors.joining(" ")),
                    words.stream().filter(word -> !LEGAL_FORMS.contains(word)).collect(Collectors.joining(" ")));
        }
    }

    static double of(String one, String other) {
        return of(Spelling.of(one), Spelling.of(other));
    }

    /** 1 for the same folded name, less the more they differ. */
    static double of(Spelling one, Spelling other) {
        if (one.folded().equals(other.folded())) {
            return 1;
        }
        if (one.letters().isEmpty() || other.letters().isEmpty()) {
            return 0;
        }
        if (one.letters().equals(other.letters())) {
            return SAME_LETTERS;
        }
        if (one.sorted().equals(other.sorted())) {
            return SAME_WORDS;
        }
        if (one.bare().equals(other.bare()) && !one.bare().isEmpty()) {
            return SAME_BUT_LEGAL_FORM;
        }
        return slips(one, other);
    }

    /** Slips of the pen within long words, else how much of the letters agrees, always too little to be accepted. */
    private static double slips(Spelling one, Spelling other) {
        var longest = Math.max(one.letters().length(), other.letters().length());
        if (Math.abs(one.letters().length() - other.letters().length()) * 2 > longest) {
            return 0;
        }
        var distance = new LevenshteinDistance(longest / 2).apply(one.letters(), other.letters());
        var score = distance < 0 ? 0 : 1 - (double) distance / longest;
        return differOnlyInSpelling(one.words(), other.words()) ? score : Math.min(score, TOO_LITTLE);
    }

    private static boolean differOnlyInSpelling(List<String> first, List<String> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).equals(second.get(i))) {
                var hasDigit = (first.get(i) + second.get(i)).chars().anyMatch(Character::isDigit);
                if (hasDigit || Math.min(first.get(i).length(), second.get(i).length()) < LONG_WORD) {
                    return false;
                }
            }
        }
        return true;
    }
}
