package io.lijevak.funnel;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One number of a funnel, as text that the list of deals takes as its {@code funnel} parameter.
 *
 * @param stage null = over all stages
 * @param groups values by the key of their dimension, of a cell of a matrix
 */
public record FunnelCell(FunnelQuery query, @Nullable Long stage, Figure figure, Map<String, String> groups) {
    private static final String GROUP = "by-";

    public FunnelCell {
        groups = Map.copyOf(groups);
    }

    public FunnelCell(FunnelQuery query, @Nullable Long stage, Figure figure) {
        this(query, stage, figure, Map.of());
    }

    /** A number of a cell of a matrix: its stage is the stage of the cell, where one is told. */
    static FunnelCell of(MatrixQuery query, Group group, Figure figure) {
        var groups = new HashMap<String, String>();
        put(query.rows(), group.rows(), groups);
        put(query.columns(), group.columns(), groups);
        var stage = groups.remove(DealDimension.STAGE.key());
        return new FunnelCell(query.funnel(), stage == null ? null : Long.valueOf(stage), figure, groups);
    }

    private static void put(List<Dimension> dimensions, List<String> values, Map<String, String> into) {
        for (var i = 0; i < values.size(); i++) {
            into.put(dimensions.get(i).key(), values.get(i));
        }
    }

    /** Another number of the same cell. */
    public FunnelCell of(Figure other) {
        return new FunnelCell(query, stage, other, groups);
    }

    /** The list of its deals; of what was known then, as it was known then. */
    public PageLink list() {
        var list = new PageLink("/deals", Map.of("funnel", text()));
        return query.known() == Known.NOW
                ? list
                : list.with(PastDay.AS_OF, query.asOf()).with(PastDay.KNOWN, "then");
    }

    public String text() {
        var parts = new HashMap<>(FunnelParameters.of(query));
        if (stage != null) {
            parts.put("stage", Long.toString(stage));
        }
        groups.forEach((key, value) -> parts.put(GROUP + key, URLEncoder.encode(value, StandardCharsets.UTF_8)));
        parts.put("figure", figure.name().toLowerCase(Locale.ROOT));
        return parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey() + ":"
                        + part.getValue().replace("%", "%25").replace(",", "%2C"))
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #text} gives; anything else is refused. */
    static FunnelCell read(String text, FunnelReferences references, LocalDate today) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",")) {
            var colon = part.indexOf(':');
            if (colon > 0) {
                parts.put(
                        part.substring(0, colon),
                        part.substring(colon + 1).replace("%2C", ",").replace("%25", "%"));
            }
        }
        return new FunnelCell(
                FunnelParameters.read(parts, references, today),
                stage(parts.get("stage")),
                figure(parts.get("figure")),
                groups(parts));
    }

    private static Map<String, String> groups(Map<String, String> parts) {
        var groups = new HashMap<String, String>();
        parts.forEach((key, value) -> {
            if (key.startsWith(GROUP)) {
                groups.put(key.substring(GROUP.length()), decoded(value));
            }
        });
        return groups;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw unreadable(value);
        }
    }

    private static @Nullable Long stage(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw unreadable(text);
        }
        return Long.valueOf(text);
    }

    private static Figure figure(@Nullable String text) {
        for (var figure : Figure.values()) {
            if (figure.name().toLowerCase(Locale.ROOT).equals(text)) {
                return figure;
            }
        }
        throw unreadable(String.valueOf(text));
    }

    private static RuntimeException unreadable(String text) {
        return io.lijevak.platform.InvalidInput.at("funnel", "funnel.error.unknown", text);
    }
}
