package io.lijevak.properties;

import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Formats;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Fields and conditions as people read them: what may be chosen, and what is. */
@Component
public class FieldWords {
    private static final String ROW = "r";
    private final Fields fields;
    private final References references;
    private final Companies companies;
    private final Texts texts;
    private final DSLContext sql;

    FieldWords(Fields fields, References references, Companies companies, Texts texts, DSLContext sql) {
        this.fields = fields;
        this.references = references;
        this.companies = companies;
        this.texts = texts;
        this.sql = sql;
    }

    /** A condition in words, and the parameter that an address must lose to be without it. */
    record Said(String label, String value, String parameter) {}

    List<Said> chips(RecordKind root, Where where, CurrentUser viewer) {
        return where.conditions().stream()
                .flatMap(condition -> fields
                        .find(root, condition.path(), viewer)
                        .map(field -> new Said(field.label(), words(field, condition, viewer), condition.parameter()))
                        .stream())
                .toList();
    }

    /** How many conditions the tree of an address has, empty without one. */
    Optional<Said> tree(Where where, CurrentUser viewer) {
        var conditions = where.all().size() - where.conditions().size();
        var label = texts.get(viewer.language(), "properties.tree.chip");
        return conditions == 0
                ? Optional.empty()
                : Optional.of(new Said(label, "(" + conditions + ")", ConditionTree.PARAMETER));
    }

    /** One condition in words, empty when its field is gone or its value cannot be. */
    public Optional<String> words(RecordKind root, FieldCondition condition, CurrentUser viewer) {
        return fields.find(root, condition.path(), viewer)
                .map(field -> field.label() + ": " + words(field, condition, viewer));
    }

    private String words(TypedField field, FieldCondition condition, CurrentUser viewer) {
        var values = condition.values().stream()
                .map(value -> value(field, value, viewer))
                .collect(Collectors.joining(condition.operator() == Operator.BETWEEN ? " – " : ", "));
        return condition.operator() == Operator.EQ
                ? values
                : texts.get(viewer.language(), "properties.operator." + condition.operator()) + " " + values;
    }

    private String value(TypedField field, String value, CurrentUser viewer) {
        var formats =
                new Formats(companies.current().region(), companies.current().timeZone());
        return switch (field.type()) {
            case TEXT -> "“" + value + "”";
            case NUMBER, MONEY -> formats.input(new BigDecimal(value.strip()));
            case DATE -> formats.date(LocalDate.parse(value.strip()));
            case FLAG ->
                texts.get(
                        viewer.language(), Boolean.TRUE.equals(Flags.read(value)) ? "properties.yes" : "properties.no");
            case LIST, MULTI_LIST ->
                options(field, viewer).stream()
                        .filter(option -> option.value().equalsIgnoreCase(value.strip()))
                        .map(Option::label)
                        .findFirst()
                        .orElse("#" + value);
            case REFERENCE -> name(Objects.requireNonNull(field.target()), value.strip());
        };
    }

    /** What the record of a reference is called; empty for other fields and for what names no record. */
    public String chosen(TypedField field, String value) {
        var kind = field.target();
        return kind == null || !value.strip().matches("\\d{1,18}") ? "" : name(kind, value.strip());
    }

    /** Records that a reference names, with what they are called; none for other fields. */
    public List<Option> records(TypedField field, List<String> ids) {
        var kind = field.target();
        return kind == null
                ? List.of()
                : ids.stream()
                        .filter(id -> id.matches("\\d{1,18}"))
                        .distinct()
                        .map(id -> new Option(id, name(kind, id)))
                        .toList();
    }

    private String name(RecordKind kind, String id) {
        var number = Long.valueOf(id);
        return references.names(kind, List.of(number)).getOrDefault(number, "#" + id);
    }

    /** What may be chosen for a list, for yes and no; empty for what is typed. */
    public List<Option> options(TypedField field, CurrentUser viewer) {
        var language = viewer.language();
        if (field.type() == PropertyType.FLAG) {
            return List.of(
                    new Option("true", texts.get(language, "properties.yes")),
                    new Option("false", texts.get(language, "properties.no")));
        }
        return switch (field.end()) {
            case TypedField.End.Given given ->
                given.property().choices().stream()
                        .map(choice -> new Option(choice.value(), choice.name()))
                        .toList();
            case TypedField.End.Own own -> options(own.field(), viewer);
            case TypedField.End.Related related -> List.of();
        };
    }

    private List<Option> options(OwnField field, CurrentUser viewer) {
        return switch (field.choices()) {
            case OwnField.Choices.Words words ->
                words.constants().stream()
                        .map(constant -> new Option(constant, texts.get(viewer.language(), words.key(constant))))
                        .toList();
            case OwnField.Choices.Rows rows -> rows(rows, viewer);
            case OwnField.Choices.Free free -> List.of();
        };
    }

    private List<Option> rows(OwnField.Choices.Rows rows, CurrentUser viewer) {
        var id = RecordTable.id(ROW);
        var name = RecordTable.column(ROW, "name", String.class);
        return sql.select(id, name)
                .from(DSL.table(DSL.name(rows.table())).as(ROW))
                .where(rows.seen() == null ? DSL.noCondition() : rows.seen().by(ROW, viewer))
                .orderBy(name, id)
                .fetch(row -> Option.of(row.value1(), row.value2()));
    }
}
