package io.lijevak.platform.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a page with its state, from which addresses of neighbouring states are made. */
public record PageLink(String path, Map<String, String> parameters) {
    /** What a value may hold as it is: it makes trees of conditions readable. */
    private static final String READABLE = "();=";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public PageLink {
        parameters = new LinkedHashMap<>(parameters);
        parameters.values().removeIf(String::isBlank);
    }

    /** Reads an address. */
    public static PageLink of(String address) {
        var parts = address.split("\\?", 2);
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : parts.length == 2 ? parts[1].split("&") : new String[0]) {
            var sides = pair.split("=", 2);
            if (sides.length == 2) {
                parameters.put(decoded(sides[0]), decoded(sides[1]));
            }
        }
        return new PageLink(parts[0], parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
                .map(entry -> encoded(entry.getKey(), "") + "=" + encoded(entry.getValue(), READABLE))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Percent-encodes all but unreserved characters and those that may stay. A page has hundreds of addresses, so the bytes are written at once. */
    private static String encoded(String text, String plain) {
        var encoded = new StringBuilder(text.length() + 16);
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet) || plain.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHighHexDigit(octet)).append(HEX.toLowHexDigit(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet >= '0' && octet <= '9'
                || octet == '-'
                || octet == '.'
                || octet == '_'
                || octet == '~';
    }
}
