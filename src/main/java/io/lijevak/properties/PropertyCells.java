package io.lijevak.properties;

import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Properties as the columns of a file: numbers as numbers, days as days, lists and references by name. */
@Component
public class PropertyCells {
    private static final int BATCH = 500;
    private final Properties properties;
    private final PropertyWords words;
    private final Texts texts;

    PropertyCells(Properties properties, PropertyWords words, Texts texts) {
        this.properties = properties;
        this.words = words;
        this.texts = texts;
    }

    /** A row of a list with the values of its properties and the names these refer to. */
    public record Row<T>(T row, PropertyValues values, PropertyWords.Names names) {}

    /** A column for each property that the viewer may see. */
    public <T> List<Column<Row<T>>> columns(RecordKind kind, CurrentUser viewer, Class<T> rows) {
        return properties.seen(kind, viewer).stream()
                .map(property -> new Column<Row<T>>(
                        heading(property, viewer), row -> cell(property, row.values(), row.names(), viewer)))
                .toList();
    }

    /** Hands on the rows of a source, the names that their properties refer to read for many rows at once. */
    public <T> void batched(
            RecordKind kind,
            CurrentUser viewer,
            Consumer<Consumer<T>> source,
            Function<T, PropertyValues> values,
            Consumer<Row<T>> sink) {
        var seen = properties.seen(kind, viewer);
        var waiting = new ArrayList<T>();
        source.accept(row -> {
            waiting.add(row);
            if (waiting.size() == BATCH) {
                flush(seen, waiting, values, sink);
            }
        });
        flush(seen, waiting, values, sink);
    }

    private <T> void flush(
            List<Property> seen, List<T> waiting, Function<T, PropertyValues> values, Consumer<Row<T>> sink) {
        var names = words.names(seen, waiting.stream().map(values).toList());
        waiting.forEach(row -> sink.accept(new Row<>(row, values.apply(row), names)));
        waiting.clear();
    }

    private static String heading(Property property, CurrentUser viewer) {
        var name = property.name(viewer.language());
        return property.currency() == null ? name : name + " (" + property.currency() + ")";
    }

    private @Nullable Object cell(
            Property property, PropertyValues values, PropertyWords.Names names, CurrentUser viewer) {
        var value = values.get(property.key());
        return switch (property.type()) {
            case NUMBER, MONEY -> value instanceof BigDecimal number ? number : null;
            case DATE -> value == null ? null : LocalDate.parse(value.toString());
            case FLAG ->
                value == null
                        ? null
                        : texts.get(viewer.language(), Boolean.TRUE.equals(value) ? "properties.yes" : "properties.no");
            case TEXT, LIST, MULTI_LIST, REFERENCE -> words.word(property, values, names, viewer.language());
        };
    }
}
