package io.lijevak.properties;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** The key of a property: lower-case letters, digits and underscores, beginning with a letter. */
final class PropertyKey {
    static final int LONGEST = 60;
    private static final Pattern SOUND = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private PropertyKey() {}

    static boolean isSound(String key) {
        return SOUND.matcher(key).matches();
    }

    /** A key made of a name in any script: "Veličina tvrtke" becomes {@code velicina_tvrtke}. */
    static String of(String name) {
        var latin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower").transliterate(name);
        var key = latin.replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        var cut = key.length() > LONGEST ? key.substring(0, LONGEST).replaceAll("_+$", "") : key;
        return cut.isEmpty() ? "property" : cut;
    }
}
