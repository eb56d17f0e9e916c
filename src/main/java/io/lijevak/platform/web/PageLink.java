package io.lijevak.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The address of a page with its state, from which addresses of neighbouring states are made. */
public record PageLink(String path, Map<String, String> parameters) {
    public PageLink {
        parameters = new LinkedHashMap<>(parameters);
        parameters.values().removeIf(String::isBlank);
    }

    /** The same state with another value of one parameter; null or empty takes it away. */
    public PageLink with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        if (value != null) {
            changed.put(name, value.toString());
        }
        return new PageLink(path, changed);
    }

    public PageLink without(String... names) {
        var changed = new LinkedHashMap<>(parameters);
        for (var name : names) {
            changed.remove(name);
        }
        return new PageLink(path, changed);
    }

    /** The same state shown by another address, such as the export of a list. */
    public PageLink at(String otherPath) {
        return new PageLink(otherPath, parameters);
    }

    public String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        var query = parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
