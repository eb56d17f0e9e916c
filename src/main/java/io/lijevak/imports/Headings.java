package io.lijevak.imports;

import io.lijevak.platform.SearchText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words people head their columns and fill their cells with, in Croatian, English and Russian. */
final class Headings {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_./:;()\\[\\]*#№-]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Map<String, List<String>> WORDS = load();

    private Headings() {}

    /** Folds a heading: {@code deal_stage}, {@code DealStage} and {@code Deal stage:} are one. */
    static String fold(String heading) {
        var parted = CAMEL.matcher(heading).replaceAll(" ");
        return SEPARATORS.matcher(SearchText.fold(parted)).replaceAll(" ").strip();
    }

    /** How well the heading names the field: 1 exactly, less for a part of it, 0 not at all. */
    static double likeness(ImportKind kind, Field field, String heading) {
        var folded = fold(heading);
        double best = 0;
        for (var word : words(kind.code() + "." + field.key())) {
            if (folded.equals(word)) {
                return 1;
            }
            if ((" " + folded + " ").contains(" " + word + " ") && word.length() > 2) {
                best = Math.max(best, 0.3 + 0.6 * word.length() / folded.length());
            }
        }
        return best;
    }

    /** Whether the folded text is one of the words of the list. */
    static boolean isWord(String list, String text) {
        return words(list).contains(fold(text));
    }

    static List<String> words(String list) {
        return WORDS.getOrDefault(list, List.of());
    }

    /** Names of the lists under a prefix, such as the roles under {@code role.}. */
    static Set<String> lists(String prefix) {
        return WORDS.keySet().stream().filter(name -> name.startsWith(prefix)).collect(Collectors.toSet());
    }

    private static Map<String, List<String>> load() {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Headings.class.getResourceAsStream("/imports/headings.properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new LinkedHashMap<String, List<String>>();
        for (var name : properties.stringPropertyNames()) {
            var list = new ArrayList<String>();
            for (var word : properties.getProperty(name).split(",")) {
                list.add(fold(word));
            }
            words.put(name, list);
        }
        return words;
    }
}
