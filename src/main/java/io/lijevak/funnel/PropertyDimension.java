package io.lijevak.funnel;

import io.lijevak.platform.Languages;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyType;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A property that deals are grouped by, as one viewer sees it; two are equal when their answers are. */
final class PropertyDimension implements Dimension {
    private final Meaning meaning;
    private final Table<Record> values;
    private final Function<Collection<Long>, Map<Long, String>> names;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** What it is, and its name with the way to it, for readers of a language. */
    record Meaning(String key, Property property, String name, String language) {}

    /** What tells answers apart. */
    private record Identity(Meaning meaning, String sql) {}

    /**
     * A dimension.
     *
     * @param names reads the names of the records that a reference is to, by id
     */
    PropertyDimension(Meaning meaning, Table<Record> values, Function<Collection<Long>, Map<Long, String>> names) {
        this.meaning = meaning;
        this.values = values;
        this.names = names;
    }

    @Override
    public String key() {
        return meaning.key();
    }

    @Override
    public String name(GroupWords words) {
        return meaning.name();
    }

    @Override
    public boolean ofStages() {
        return false;
    }

    @Override
    public Table<Record> values(Selection selection) {
        return values;
    }

    @Override
    public boolean hasOneValue() {
        return type() != PropertyType.MULTI_LIST;
    }

    @Override
    public void met(Collection<String> groups) {
        if (type() == PropertyType.REFERENCE) {
            var ids = groups.stream()
                    .filter(group -> group.matches("\\d{1,18}") && !known.containsKey(group))
                    .map(Long::valueOf)
                    .toList();
            names.apply(ids).forEach((id, name) -> known.put(id.toString(), name));
        }
    }

    @Override
    public Comparator<String> order(FunnelReferences references, FunnelType dealType) {
        return switch (type()) {
            case LIST, MULTI_LIST ->
                Comparator.comparingInt((String group) -> meaning.property().choices().stream()
                        .map(Property.Choice::value)
                        .toList()
                        .indexOf(group));
            case FLAG -> Comparator.reverseOrder();
            case REFERENCE -> Comparator.comparing(this::record, Languages.order(meaning.language()));
            case DATE, TEXT, NUMBER, MONEY -> Comparator.naturalOrder();
        };
    }

    @Override
    public String label(String group, FunnelReferences references, GroupWords words) {
        if (group.equals(NONE)) {
            return words.text("funnel.by.property.none");
        }
        return switch (type()) {
            case LIST, MULTI_LIST ->
                meaning.property().choice(group).map(Property.Choice::name).orElse(group);
            case FLAG -> words.text(group.equals("true") ? "properties.yes" : "properties.no");
            case REFERENCE -> {
                met(List.of(group));
                yield record(group);
            }
            case DATE -> group.matches("\\d{4}-(0[1-9]|1[0-2])") ? words.month(YearMonth.parse(group)) : group;
            case TEXT, NUMBER, MONEY -> group;
        };
    }

    private String record(String group) {
        return known.getOrDefault(group, "#" + group);
    }

    private PropertyType type() {
        return meaning.property().type();
    }

    private Identity identity() {
        return new Identity(meaning, DSL.using(SQLDialect.POSTGRES).renderInlined(values));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PropertyDimension another && another.identity().equals(identity());
    }

    @Override
    public int hashCode() {
        return meaning.hashCode();
    }

    @Override
    public String toString() {
        return key();
    }
}
