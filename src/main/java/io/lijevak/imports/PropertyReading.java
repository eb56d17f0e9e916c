package io.lijevak.imports;

import io.lijevak.imports.ColumnProfile.Content;
import io.lijevak.properties.Flags;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What texts mean as values of a property: values of lists by their names, yes and no by their words. */
final class PropertyReading {
    private static final double MOSTLY = 0.5;
    private static final String SEPARATORS = ",;|\n";

    private PropertyReading() {}

    /** The ids of the values of a list that a text names, one or several; null when it names anything else. */
    static @Nullable Object choices(Property property, String text) {
        var chosen = new HashSet<Property.Choice>();
        for (var rest = text.strip(); !rest.isEmpty(); ) {
            var found = longest(property, rest);
            if (found.isEmpty()) {
                return null;
            }
            chosen.add(found.get());
            rest = rest.substring(found.get().name().length()).strip();
            rest = rest.isEmpty() ? rest : rest.substring(1).strip();
        }
        var ids = property.choices().stream()
                .filter(chosen::contains)
                .map(choice -> BigDecimal.valueOf(choice.id()))
                .toList();
        return property.type() == PropertyType.MULTI_LIST ? ids : ids.size() == 1 ? ids.getFirst() : null;
    }

    /** The longest name that the text begins with and that ends there: names may hold what parts them. */
    private static Optional<Property.Choice> longest(Property property, String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        return property.choices().stream()
                .filter(choice -> folded.startsWith(choice.name().toLowerCase(Locale.ROOT)))
                .filter(choice -> ends(text.substring(choice.name().length()).stripLeading()))
                .max(Comparator.comparingInt(choice -> choice.name().length()));
    }

    private static boolean ends(String rest) {
        return rest.isEmpty() || SEPARATORS.indexOf(rest.charAt(0)) >= 0;
    }

    /** Whether at least half of what a column holds may be values of the property. */
    static boolean fits(Property property, ColumnProfile profile) {
        if (profile.filled() == 0) {
            return true;
        }
        return switch (property.type()) {
            case TEXT, REFERENCE -> true;
            case NUMBER, MONEY -> profile.is(Content.NUMBER, MOSTLY) || profile.is(Content.TAX_NUMBER, MOSTLY);
            case DATE -> profile.is(Content.DATE, MOSTLY);
            case FLAG -> mostly(profile, text -> Flags.read(text) != null);
            case LIST, MULTI_LIST -> mostly(profile, text -> choices(property, text) != null);
        };
    }

    /** Whether a column holds values of this list and nothing else, and more than one of them. */
    static boolean isMadeOf(Property property, ColumnProfile profile) {
        return property.type().listed()
                && profile.isList()
                && profile.distinct().size() > 1
                && profile.distinct().keySet().stream().allMatch(text -> choices(property, text) != null);
    }

    private static boolean mostly(ColumnProfile profile, Predicate<String> readable) {
        var words = profile.distinct().keySet();
        return words.stream().filter(readable).count() >= MOSTLY * words.size();
    }
}
