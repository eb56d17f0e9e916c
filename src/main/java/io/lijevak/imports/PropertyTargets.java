package io.lijevak.imports;

import io.lijevak.properties.Properties;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The properties that columns of a file may go into: all that the importer sees and that a cell can say. */
@Component
public class PropertyTargets {
    private final Properties properties;

    PropertyTargets(Properties properties) {
        this.properties = properties;
    }

    public List<Property> of(ImportKind kind, CurrentUser user) {
        return records(kind).stream()
                .flatMap(each -> properties.seen(each, user).stream())
                .filter(property -> property.type() != PropertyType.REFERENCE
                        || type(property).isPresent())
                .toList();
    }

    /** The records of a kind of import that have properties. */
    static Optional<RecordKind> records(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS -> Optional.of(RecordKind.CUSTOMER);
            case DEALS -> Optional.of(RecordKind.DEAL);
            case PRODUCTS -> Optional.of(RecordKind.PRODUCT);
            case USERS -> Optional.empty();
        };
    }

    /** What a cell names that refers to a record; contact persons and deals have no names of their own. */
    static Optional<Ref.Type> type(Property property) {
        return Stream.ofNullable(property.target())
                .flatMap(target -> switch (target) {
                    case CUSTOMER -> Stream.of(Ref.Type.CUSTOMER);
                    case PRODUCT -> Stream.of(Ref.Type.PRODUCT);
                    case PERSON -> Stream.of(Ref.Type.PERSON);
                    case CONTACT, DEAL -> Stream.of();
                })
                .findFirst();
    }

    /** How a mapping names a property. */
    public static String target(Property property) {
        return new Target(Field.PROPERTY, property.key()).toString();
    }
}
