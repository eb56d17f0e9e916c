package io.lijevak.views;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The parameters of a page's address, without empty ones and those that only say where on the page somebody is. */
public record Question(MultiValueMap<String, String> parameters) {
    private static final Set<String> PLACE = Set.of("next", "count", "quick", "_csrf");

    /** A parameter that stands for days. */
    public static final String FROM = "from";

    public static final String TO = "to";
    public static final String AS_OF = "asOf";
    /** Whether what was recorded after the moment counts. */
    static final String KNOWN = "known";

    /** Reads the part of an address after the question mark. */
    public static Question of(@Nullable String query) {
        var read = new LinkedMultiValueMap<String, String>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[1].isBlank()) {
                read.add(decoded(parts[0]), decoded(parts[1]));
            }
        }
        if (read.containsKey("next")) {
            read.remove(FROM);
        }
        PLACE.forEach(read::remove);
        return new Question(read);
    }

    static Question from(Map<String, String> parameters) {
        var read = new LinkedMultiValueMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                read.add(name, value);
            }
        });
        return new Question(read);
    }

    public @Nullable String value(String name) {
        return parameters.getFirst(name);
    }

    /** The past day that is looked at; null without a readable one. */
    public @Nullable LocalDate day() {
        try {
            var day = value(AS_OF);
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    Question with(String name, Object value) {
        var changed = new LinkedMultiValueMap<>(parameters);
        changed.set(name, value.toString());
        return new Question(changed);
    }

    Question without(String name) {
        var changed = new LinkedMultiValueMap<>(parameters);
        changed.remove(name);
        return new Question(changed);
    }

    /** Whether the other asks the same, in whatever order. */
    public boolean same(Question other) {
        return pairs().equals(other.pairs());
    }

    private Set<List<String>> pairs() {
        var pairs = new HashSet<List<String>>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(List.of(name, value))));
        return pairs;
    }

    /** The part of an address after the question mark. */
    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> encoded(one.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return text;
        }
    }
}
