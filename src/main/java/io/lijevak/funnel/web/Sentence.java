package io.lijevak.funnel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sentence whose {@code [marks]} are replaced by numbers that open their deals. */
public final class Sentence {
    private static final Pattern MARK = Pattern.compile("\\[(\\w+)]");

    /** A piece of the sentence; one without an address is plain text. */
    public record Part(String text, @Nullable String href) {}

    private Sentence() {}

    /** The sentence without its links. */
    static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** Cuts the text at its marks; a mark without a part vanishes. */
    public static List<Part> of(String text, Map<String, Part> marks) {
        var parts = new ArrayList<Part>();
        var matcher = MARK.matcher(text);
        var end = 0;
        while (matcher.find()) {
            parts.add(new Part(text.substring(end, matcher.start()), null));
            var part = marks.get(matcher.group(1));
            if (part != null) {
                parts.add(part);
            }
            end = matcher.end();
        }
        parts.add(new Part(text.substring(end), null));
        return parts;
    }
}
