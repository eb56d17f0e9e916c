package io.lijevak.operations;

import io.lijevak.platform.SearchText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The words of the demo company in one language; lists of the languages run in parallel. */
final class DemoWords {
    private final Properties words;
    private final Properties latin;

    private DemoWords(Properties words, Properties latin) {
        this.words = words;
        this.latin = latin;
    }

    static DemoWords in(String language) {
        return new DemoWords(load(language), load("en"));
    }

    String company() {
        return words.getProperty("company");
    }

    String form() {
        return words.getProperty("form");
    }

    List<String> list(String name) {
        return List.of(words.getProperty(name).split("\\|"));
    }

    String pick(String name, int index) {
        var all = list(name);
        return all.get(Math.floorMod(index, all.size()));
    }

    String personName(int index) {
        return pick("firstNames", index) + " " + pick("lastNames", lastName(index));
    }

    /** An address that no mail server will ever take: {@code .example} is reserved for that. */
    String personEmail(int index, String domain) {
        var first = List.of(latin.getProperty("firstNames").split("\\|"));
        var last = List.of(latin.getProperty("lastNames").split("\\|"));
        var name = first.get(Math.floorMod(index, first.size()))
                + "."
                + last.get(Math.floorMod(lastName(index), last.size()));
        return SearchText.fold(name) + "@" + domain + ".example";
    }

    private static int lastName(int index) {
        return index * 5 + index / 24;
    }

    private static Properties load(String language) {
        var words = new Properties();
        var file = "/demo/words_" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(DemoWords.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
