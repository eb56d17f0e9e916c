package io.lijevak.platform.web;

import com.ibm.icu.text.MessageFormat;
import io.lijevak.platform.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Texts of the interface by key and language, written as ICU messages (plurals, select) in {@code messages/}. */
@Component
public class Texts {
    private final Map<String, Map<String, String>> patterns = new HashMap<>();
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();

    Texts() {
        for (var language : Languages.ALL) {
            patterns.put(language, load(language));
        }
    }

    /** The text of a key in a language; a key without text comes back as {@code ??key??}. */
    public String get(String language, String key, Object... arguments) {
        var pattern = patterns.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            return "??" + key + "??";
        }
        var format = parsed.computeIfAbsent(
                language + ' ' + key, k -> new MessageFormat(pattern, Languages.locale(language)));
        return ((MessageFormat) format.clone()).format(arguments);
    }

    public boolean has(String language, String key) {
        return patterns.getOrDefault(language, Map.of()).containsKey(key);
    }

    private static Map<String, String> load(String language) {
        var suffix = language.equals("en") ? "" : "_" + language;
        var loaded = new HashMap<String, String>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var name = String.valueOf(resource.getFilename()).replace(".properties", "");
                var matches = suffix.isEmpty()
                        ? !name.matches(".*_(hr|ru)")
                        : name.toLowerCase(Locale.ROOT).endsWith(suffix);
                if (matches) {
                    var properties = new Properties();
                    try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                        properties.load(reader);
                    }
                    properties.forEach((key, value) -> loaded.put((String) key, (String) value));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }
}
