package io.lijevak.properties;

import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Fields that other tables tell of records, as groups that the records fall into. */
@Component
public class ToldGroups {
    private static final String ALIAS = "x";
    private final Map<RecordKind, RecordTable> tables;
    private final List<FurtherFields> further;
    private final Texts texts;

    ToldGroups(List<RecordTable> tables, List<FurtherFields> further, Texts texts) {
        this.tables = tables.stream().collect(Collectors.toMap(RecordTable::kind, Function.identity()));
        this.further = List.copyOf(further);
        this.texts = texts;
    }

    /**
     * A field as groups.
     *
     * @param key its path in filters
     * @param label its name for the viewer
     * @param names of the groups by their value, in their order
     * @param values of one record as at most one row of one column {@code value}
     */
    public record Told(String key, String label, Map<String, String> names, Table<Record> values) {}

    /** Those of the record whose id is given, from what the viewer may see alone. */
    public List<Told> of(RecordKind kind, Field<Long> record, CurrentUser viewer) {
        var table = tables.get(kind);
        return table == null
                ? List.of()
                : further.stream()
                        .filter(one -> one.kind() == kind)
                        .flatMap(one -> one.fields().stream())
                        .flatMap(field -> told(field, table, record, viewer))
                        .toList();
    }

    private Stream<Told> told(OwnField field, RecordTable table, Field<Long> record, CurrentUser viewer) {
        if (!(field.source() instanceof OwnField.Source.Told told)
                || !(field.choices() instanceof OwnField.Choices.Words words)) {
            return Stream.of();
        }
        var names = new LinkedHashMap<String, String>();
        words.constants().forEach(constant -> names.put(constant, texts.get(viewer.language(), words.key(constant))));
        var value = DSL.select(told.expression().of(ALIAS, viewer).as("value"))
                .from(table.as(ALIAS))
                .where(RecordTable.id(ALIAS).eq(record));
        return Stream.of(new Told(
                field.key(),
                texts.get(viewer.language(), field.labelKey()),
                names,
                DSL.table("(select told.value from ({0}) told where told.value is not null)", value)));
    }
}
