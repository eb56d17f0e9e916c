package io.lijevak.deals;

import io.lijevak.files.FileKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of documents is narrowed to; null parts do not narrow.
 *
 * @param added the days they were added on
 * @param search words of the file's name, or what finds its deal; empty = all
 * @param deals what their deals are narrowed to, as they are now
 */
public record DocumentFilter(@Nullable FileKind kind, DealFilter.Days added, String search, DealFilter deals) {
    /** The parameters that a list of deals does not know. */
    public static final List<String> OWN = List.of("kind", "since", "until");

    /** Reads the parameters of an address; what cannot be read does not narrow. */
    public static DocumentFilter of(Map<String, String> parameters) {
        var ofDeals = new HashMap<>(parameters);
        ofDeals.keySet().removeAll(List.of("q", "asOf", "known"));
        return new DocumentFilter(
                FileKind.read(parameters.getOrDefault("kind", "")).orElse(null),
                new DealFilter.Days(DealFilter.day(parameters, "since"), DealFilter.day(parameters, "until")),
                parameters.getOrDefault("q", "").strip(),
                DealFilter.of(ofDeals));
    }
}
