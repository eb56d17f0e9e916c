package io.lijevak.imports;

import io.lijevak.platform.Languages;
import io.lijevak.properties.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The properties that columns go into, each once: one headed as the company itself calls it, in any language, if what
 * stands in the column may be its values; and a column that holds the values of one list and nothing else.
 */
final class PropertyProposal {
    private final List<String> columns;
    private final List<ColumnProfile> profiles;
    private final List<Property> properties;

    PropertyProposal(List<String> columns, List<ColumnProfile> profiles, List<Property> properties) {
        this.columns = columns;
        this.profiles = profiles;
        this.properties = properties;
    }

    /** Those that the headings name. */
    Map<Integer, Property> headed() {
        return propose((column, property) ->
                isHeaded(property, columns.get(column)) && PropertyReading.fits(property, profiles.get(column)));
    }

    /** Those that the contents of the other columns show. */
    Map<Integer, Property> shown(Predicate<Integer> isFree) {
        var headed = headed();
        return propose((column, property) -> isFree.test(column)
                && !headed.containsValue(property)
                && PropertyReading.isMadeOf(property, profiles.get(column)));
    }

    private Map<Integer, Property> propose(BiPredicate<Integer, Property> suits) {
        var proposed = new HashMap<Integer, Property>();
        for (int i = 0; i < columns.size(); i++) {
            var column = i;
            only(properties.stream()
                            .filter(property -> !proposed.containsValue(property) && suits.test(column, property))
                            .toList())
                    .ifPresent(property -> proposed.put(column, property));
        }
        return proposed;
    }

    /** What two properties suit alike is left to people. */
    private static Optional<Property> only(List<Property> suited) {
        return suited.size() == 1 ? Optional.of(suited.getFirst()) : Optional.empty();
    }

    /** An export heads sums with their currency too. */
    private static boolean isHeaded(Property property, String heading) {
        var folded = Headings.fold(heading);
        return property.key().equals(heading.strip())
                || Languages.ALL.stream()
                        .map(property::name)
                        .anyMatch(name -> Headings.fold(name).equals(folded)
                                || Headings.fold(name + " " + property.currency())
                                        .equals(folded));
    }
}
