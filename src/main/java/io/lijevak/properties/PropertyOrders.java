package io.lijevak.properties;

import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders of a list by the company's properties. */
@Component
public class PropertyOrders {
    /** What stands before the key in the parameter of an order; a minus before it turns the order round. */
    private static final String PREFIX = "property.";

    private final Properties properties;
    private final PropertyIndexes indexes;
    private final PropertyWords words;

    PropertyOrders(Properties properties, PropertyIndexes indexes, PropertyWords words) {
        this.words = words;
        this.properties = properties;
        this.indexes = indexes;
    }

    /**
     * The order that the parameter {@code sort} names, such as {@code property.people} or {@code -property.people}; empty
     * when it names none that the viewer may see. An index of an order that is asked for is made in the background.
     */
    public Optional<PropertyOrder> find(RecordKind kind, String parameter, CurrentUser viewer) {
        var descends = parameter.startsWith("-");
        var bare = descends ? parameter.substring(1) : parameter;
        if (!bare.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var order = properties
                .find(kind, bare.substring(PREFIX.length()))
                .filter(property -> !property.retired() && property.visibleTo(viewer) && PropertyOrder.sorts(property))
                .map(property -> new PropertyOrder(property, descends, viewer.language()));
        order.ifPresent(indexes::want);
        return order;
    }

    /** The parameters of a list without an order by a property, which the list itself need not know. */
    public Map<String, String> withoutOwn(RecordKind kind, Map<String, String> parameters, CurrentUser viewer) {
        var isOwn = find(kind, parameters.getOrDefault("sort", ""), viewer).isPresent();
        return isOwn ? new PageLink("", parameters).without("sort").parameters() : parameters;
    }

    /**
     * What the viewer may choose, and what is chosen.
     *
     * @param shown null when the list is in no property's order
     */
    public record Orders(List<Option> options, @Nullable Shown shown) {
        public static final Orders NONE = new Orders(List.of(), null);
    }

    /**
     * The property that a list is ordered by, and its value in each row.
     *
     * @param turned the parameter of the same order from its end
     */
    public record Shown(
            Option chosen,
            String turned,
            String label,
            PropertyType type,
            Function<PropertyValues, @Nullable String> words) {
        /** Whether the values are read by their digits. */
        public boolean isNumber() {
            return type == PropertyType.NUMBER || type == PropertyType.MONEY || type == PropertyType.DATE;
        }

        public boolean descends() {
            return chosen.value().startsWith("-");
        }

        /** The value in words, as much as a line holds; null for a row without one. */
        public @Nullable String of(PropertyValues values) {
            var text = words.apply(values);
            return text == null ? null : PropertyRules.shortened(text);
        }
    }

    Orders orders(RecordKind kind, String parameter, CurrentUser viewer) {
        var options = options(kind, viewer);
        var shown = find(kind, parameter, viewer).map(order -> shown(order, option(options, parameter)));
        return new Orders(options, shown.orElse(null));
    }

    private Shown shown(PropertyOrder order, Option chosen) {
        var property = order.property();
        var language = order.language();
        var none = new PropertyWords.Names(Map.of());
        return new Shown(
                chosen,
                (order.descends() ? "" : "-") + PREFIX + property.key(),
                property.name(language),
                property.type(),
                values -> words.word(property, values, none, language));
    }

    private static Option option(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** Upwards and downwards. */
    private List<Option> options(RecordKind kind, CurrentUser viewer) {
        return properties.seen(kind, viewer).stream()
                .filter(PropertyOrder::sorts)
                .flatMap(property -> {
                    var name = property.name(viewer.language());
                    var key = PREFIX + property.key();
                    return Stream.of(new Option(key, name + " ↑"), new Option("-" + key, name + " ↓"));
                })
                .toList();
    }
}
