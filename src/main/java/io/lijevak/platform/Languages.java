package io.lijevak.platform;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The languages of the interface. A bare language tag starts the week on Sunday in the JDK, so each has its country. */
public final class Languages {
    public static final List<String> ALL = List.of("hr", "en", "ru");

    /** A frozen collator serves all threads; making one reads the rules of its language. */
    private static final Map<String, Collator> ORDERS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(language -> language, Languages::collator));

    private Languages() {}

    public static Locale locale(String language) {
        return switch (language) {
            case "hr" -> Locale.of("hr", "HR");
            case "ru" -> Locale.of("ru", "RU");
            default -> Locale.UK;
        };
    }

    /** How its own readers call the language. */
    public static String ownName(String language) {
        return switch (language) {
            case "hr" -> "Hrvatski";
            case "ru" -> "Русский";
            default -> "English";
        };
    }

    /** The order in which readers of the language expect names, the same as that of {@link #collation}. */
    public static Comparator<String> order(String language) {
        return Objects.requireNonNull(ORDERS.get(ALL.contains(language) ? language : "en"))::compare;
    }

    private static Collator collator(String language) {
        return Collator.getInstance(locale(language)).freeze();
    }

    /** The collation that sorts names as readers of the language expect. */
    public static String collation(String language) {
        return switch (language) {
            case "hr" -> "hr-x-icu";
            case "ru" -> "ru-x-icu";
            default -> "en-x-icu";
        };
    }
}
