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
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Texts of the interface by key and language, written as ICU messages (plurals, select) in {@code messages/}. */
@Component
public class Texts {
    private final Map<String, Map<String, String>> patterns = new HashMap<>();
    private final Map<String, Map<String, Text>> parsed = new HashMap<>();

    Texts() {
        for (var language : Languages.ALL) {
            patterns.put(language, load(language));
            parsed.put(language, new ConcurrentHashMap<>());
        }
    }

    /** The text of a key in a language, numbers as it writes them; a key without text comes back as {@code ??key??}. */
    public String get(String language, String key, Object... arguments) {
        return get(language, Languages.locale(language), key, arguments);
    }

    /** The same with numbers as the region writes them. */
    String get(String language, Locale region, String key, Object... arguments) {
        var known = parsed.get(language);
        var text = known == null ? null : known.get(key);
        if (text != null) {
            return text.with(region, arguments);
        }
        if (known == null || !has(language, key)) {
            return "??" + key + "??";
        }
        return known.computeIfAbsent(key, k -> parse(language, k)).with(region, arguments);
    }

    public boolean has(String language, String key) {
        return patterns.getOrDefault(language, Map.of()).containsKey(key);
    }

    private Text parse(String language, String key) {
        var pattern = patterns.getOrDefault(language, Map.of()).getOrDefault(key, "");
        var format = new MessageFormat(NumbersInWords.pattern(pattern), Languages.locale(language));
        return format.getArgumentNames().isEmpty() ? new Fixed(format.format(new Object[0])) : new Parsed(format);
    }

    private static Map<String, String> load(String language) {
        var loaded = new HashMap<String, String>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                if (isOf(language, String.valueOf(resource.getFilename()))) {
                    read(resource).forEach((key, value) -> loaded.put((String) key, (String) value));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }

    private static boolean isOf(String language, String file) {
        var name = file.replace(".properties", "").toLowerCase(Locale.ROOT);
        return language.equals("en") ? !name.matches(".*_(hr|ru)") : name.endsWith("_" + language);
    }

    private static Properties read(Resource resource) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private sealed interface Text {
        String with(Locale region, Object... arguments);
    }

    private record Fixed(String text) implements Text {
        @Override
        public String with(Locale region, Object... arguments) {
            return text;
        }
    }

    /** A message with arguments. ICU's format is not safe for several threads and dear to copy, so copies are lent. */
    private record Parsed(MessageFormat format, Queue<MessageFormat> idle) implements Text {
        Parsed(MessageFormat format) {
            this(format, new ConcurrentLinkedQueue<>());
        }

        @Override
        public String with(Locale region, Object... arguments) {
            var lent = idle.poll();
            var mine = lent == null ? (MessageFormat) format.clone() : lent;
            var text = mine.format(NumbersInWords.arguments(region, arguments));
            idle.add(mine);
            return text;
        }
    }
}
