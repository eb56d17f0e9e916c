package io.lijevak.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name a sender gives to a file, made harmless: it is shown and offered for saving, and never a path. */
final class FileName {
    static final int LONGEST = 180;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[\"*:<>?|\\u2028\\u2029]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileName() {}

    static String clean(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var bare = CONTROLS.matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("");
        var name = shortened(FORBIDDEN.matcher(bare).replaceAll("_").strip().replaceAll("^\\.+|[. ]+$", ""));
        if (name.isEmpty()) {
            return "file";
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** Keeps the ending, which tells people what it is. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot).toLowerCase(Locale.ROOT) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
