package io.lijevak.customers;

import io.lijevak.platform.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A web address; only {@code http} and {@code https}, so that a stored one can be linked without danger. */
public final class Website {
    private static final int LONGEST = 500;

    private Website() {}

    static @Nullable String sound(@Nullable String written, List<FieldProblem> problems) {
        var text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST || !linkable(text)) {
            problems.add(new FieldProblem("website", "customers.problem.website", text));
        }
        return text;
    }

    /** The address to follow; one without a scheme is reached by https. */
    public static String href(String website) {
        return website.contains("://") ? website : "https://" + website;
    }

    private static boolean linkable(String text) {
        try {
            var uri = new URI(href(text));
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            var authority = uri.getRawAuthority();
            return (scheme.equals("http") || scheme.equals("https")) && authority != null && authority.contains(".");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
