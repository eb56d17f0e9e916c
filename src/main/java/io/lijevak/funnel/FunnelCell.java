package io.lijevak.funnel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One number of a funnel, as text that the list of deals takes as its {@code funnel} parameter.
 *
 * @param stage null = over all stages
 */
public record FunnelCell(FunnelQuery query, @Nullable Long stage, Figure figure) {

    public String text() {
        var parts = new HashMap<>(FunnelParameters.of(query));
        if (stage != null) {
            parts.put("stage", Long.toString(stage));
        }
        parts.put("figure", figure.name().toLowerCase(Locale.ROOT));
        return parts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> part.getKey() + ":" + part.getValue())
                .collect(Collectors.joining(","));
    }

    /** Reads what {@link #text} gives; anything else is refused. */
    static FunnelCell read(String text, FunnelReferences references, LocalDate today) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",")) {
            var colon = part.indexOf(':');
            if (colon > 0) {
                parts.put(part.substring(0, colon), part.substring(colon + 1));
            }
        }
        return new FunnelCell(
                FunnelParameters.read(parts, references, today),
                stage(parts.get("stage")),
                figure(parts.get("figure")));
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
