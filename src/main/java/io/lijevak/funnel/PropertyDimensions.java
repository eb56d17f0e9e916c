package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;

import io.lijevak.properties.Fields;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyGroups;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.References;
import io.lijevak.properties.ToldGroups;
import io.lijevak.properties.TypedField;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The properties of deals and of their customers, and what other tables tell of deals, for grouping; their keys are their paths in filters. */
@Component
class PropertyDimensions implements DimensionSource {
    private static final Field<Long> DEAL = field("f.deal_id", Long.class);
    private static final Field<Long> CUSTOMER = field("f.customer_id", Long.class);
    private final PropertyGroups groups;
    private final ToldGroups told;
    private final Fields fields;
    private final References references;

    PropertyDimensions(PropertyGroups groups, ToldGroups told, Fields fields, References references) {
        this.groups = groups;
        this.told = told;
        this.fields = fields;
        this.references = references;
    }

    @Override
    public List<Dimension> dimensions(CurrentUser viewer) {
        return Stream.of(
                        told.of(RecordKind.DEAL, DEAL, viewer).stream().map(ToldDimension::new),
                        of(RecordKind.DEAL, "property.", DEAL, viewer),
                        of(RecordKind.CUSTOMER, "customer.property.", CUSTOMER, viewer))
                .<Dimension>flatMap(dimensions -> dimensions)
                .toList();
    }

    private Stream<Dimension> of(RecordKind kind, String way, Field<Long> record, CurrentUser viewer) {
        return groups.of(kind, viewer).stream().map(property -> {
            var path = way + property.key();
            var name = fields.find(RecordKind.DEAL, path, viewer)
                    .map(TypedField::label)
                    .orElse(path);
            return new PropertyDimension(
                    new PropertyDimension.Meaning(path, property, name, viewer.language()),
                    groups.values(property, record, viewer),
                    ids -> names(property, ids));
        });
    }

    private Map<Long, String> names(Property property, java.util.Collection<Long> ids) {
        var target = property.target();
        return target == null ? Map.of() : references.names(target, ids);
    }
}
