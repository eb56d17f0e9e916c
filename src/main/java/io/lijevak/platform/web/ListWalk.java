package io.lijevak.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The list a record was opened from: its filters and order, carried in the address of the record to walk along it. */
public record ListWalk(PageLink list) {
    /** The parameter of a record's address that carries the query of the list. */
    public static final String PARAMETER = "list";

    /** The walk along a list as it stands, without the place of its pages; a list in no order of its own names it. */
    public static ListWalk along(PageLink list, String order) {
        var bare = list.without("next", "from", "count", "quick");
        return new ListWalk(bare.value("sort").isEmpty() ? bare.with("sort", order) : bare);
    }

    /** The walk that the address of a record carries, null when it was not opened from a list. */
    public static @Nullable ListWalk read(String path, @Nullable String query) {
        if (query == null || query.isBlank()) {
            return null;
        }
        var parameters = new LinkedHashMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(decoded(name), decoded(values.getFirst())));
        return new ListWalk(new PageLink(path, parameters));
    }

    /** The filters and order of the list. */
    public Map<String, String> parameters() {
        return list.parameters();
    }

    /** The address of a record of the list, or of a neighbour, that keeps the list. */
    public String at(String path) {
        var query = list.at("").toString();
        return new PageLink(path, Map.of(PARAMETER, query.isEmpty() ? "" : query.substring(1))).toString();
    }

    private static String decoded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        try {
            return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
