package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which columns are proposed for which properties, and what texts mean there. */
class PropertyReadingTests {
    private static final Property REGION = property("region", "Region", PropertyType.LIST, "North", "South");
    private static final Property GEAR =
            property("gear", "Gear", PropertyType.MULTI_LIST, "Sails", "Sails, old", "Anchors");
    private static final Property BUDGET = property("budget", "Budget", PropertyType.MONEY);

    @Test
    void namesMayHoldWhatPartsThem() {
        assertThat(PropertyReading.choices(GEAR, "anchors; Sails, old,SAILS")).isEqualTo(ids(1, 2, 3));
        assertThat(PropertyReading.choices(GEAR, "Sails, new")).isNull();
        assertThat(PropertyReading.choices(REGION, "north")).isEqualTo(BigDecimal.valueOf(1));
        assertThat(PropertyReading.choices(REGION, "North, South")).isNull();
    }

    @Test
    void aHeadingCountsWhereTheContentAgrees() {
        assertThat(proposed("Region", List.of("North", "south", "Noth"), "Budget (EUR)", List.of("1.200,00")))
                .containsOnly(Map.entry("Region", "property:region"), Map.entry("Budget (EUR)", "property:budget"));
        assertThat(proposed("Region", List.of("Dalmatia", "Istria"), "Budget", List.of("soon")))
                .containsOnly(Map.entry("Region", "region"));
    }

    @Test
    void aColumnOfAListsValuesIsProposedWhateverItsHeading() {
        assertThat(proposed("Where", List.of("North", "South", "North"), "Source", List.of("Sails", "Anchors")))
                .containsOnly(Map.entry("Where", "property:region"), Map.entry("Source", "source"));
        assertThat(proposed("Where", List.of("North", "South", "East"), "What", List.of("Sails")))
                .isEmpty();
    }

    private static Map<String, String> proposed(String one, List<String> ones, String other, List<String> others) {
        var profiles = Stream.of(ones, others)
                .map(texts -> {
                    var profile = new ColumnProfile();
                    texts.forEach(text -> profile.add(new Cell(Cell.Kind.TEXT, text)));
                    return profile;
                })
                .toList();
        return new MappingProposal(ImportKind.CUSTOMERS, List.of(one, other), profiles, List.of(REGION, GEAR, BUDGET))
                .mapping()
                .targets();
    }

    private static List<BigDecimal> ids(long... ids) {
        var found = new ArrayList<BigDecimal>();
        for (var id : ids) {
            found.add(BigDecimal.valueOf(id));
        }
        return found;
    }

    private static Property property(String key, String name, PropertyType type, String... values) {
        var choices = new ArrayList<Property.Choice>();
        for (var value : values) {
            choices.add(new Property.Choice(choices.size() + 1, value, false));
        }
        var currency = type == PropertyType.MONEY ? "EUR" : null;
        return new Property(
                1, 1, RecordKind.CUSTOMER, key, type, null, currency, PropertyDraft.named(name), false, choices);
    }
}
