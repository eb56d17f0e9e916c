package io.lijevak.catalog;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Money;
import io.lijevak.properties.PropertyRules;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes what was entered about a product sound: lengths, a price not below zero, a code that no other product has. */
@Component
class ProductRules {
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_NAME = 300;
    private final JdbcClient jdbc;
    private final PropertyRules properties;

    ProductRules(JdbcClient jdbc, PropertyRules properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    private record Found(boolean group, boolean code, boolean external) {}

    /** The fields as they are stored, or {@link InvalidInput} with every problem found. */
    ProductFields sound(@Nullable Product before, ProductFields given, CurrentUser by) {
        var problems = new ArrayList<FieldProblem>();
        var name = text("name", given.name(), LONGEST_NAME, problems);
        if (name == null) {
            problems.add(new FieldProblem("name", "platform.problem.required"));
        }
        price(given.price(), problems);
        var sound = new ProductFields(
                text("code", given.code(), LONGEST_CODE, problems),
                name == null ? "" : name,
                given.groupId(),
                given.price(),
                text("externalId", given.externalId(), LONGEST_NAME, problems),
                properties(before, given, by, problems));
        if (problems.isEmpty()) {
            references(before == null ? null : before.id(), sound, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return sound;
    }

    private PropertyValues properties(
            @Nullable Product before, ProductFields given, CurrentUser by, List<FieldProblem> problems) {
        var old = before == null ? null : before.fields().values();
        var said = given.properties();
        var wanted = said != null ? said : old != null ? old : PropertyValues.NONE;
        return properties.sound(RecordKind.PRODUCT, wanted, old, by, problems);
    }

    private static void price(@Nullable Money price, List<FieldProblem> problems) {
        if (price != null && price.value().signum() < 0) {
            problems.add(new FieldProblem("price", "catalog.problem.price"));
        }
    }

    private void references(@Nullable ProductId id, ProductFields fields, List<FieldProblem> problems) {
        var found = jdbc.sql("""
                select cast(:group as bigint) is null
                    or exists (select from product_group where id = cast(:group as bigint)) as "group",
                  not exists (select from product where code = cast(:code as text)
                    and id is distinct from cast(:id as bigint)) as code,
                  not exists (select from product where external_id = cast(:external as text)
                    and id is distinct from cast(:id as bigint)) as external""")
                .param("group", fields.groupId())
                .param("code", fields.code())
                .param("external", fields.externalId())
                .param("id", id == null ? null : id.value())
                .query(Found.class)
                .single();
        note(found.group(), "groupId", "platform.problem.choice", problems);
        note(found.code(), "code", "catalog.problem.code", problems);
        note(found.external(), "externalId", "catalog.problem.external", problems);
    }

    private static void note(boolean sound, String field, String key, List<FieldProblem> problems) {
        if (!sound) {
            problems.add(new FieldProblem(field, key));
        }
    }

    private static @Nullable String text(
            String field, @Nullable String value, int longest, List<FieldProblem> problems) {
        var text = value == null ? "" : value.strip();
        if (text.length() > longest) {
            problems.add(new FieldProblem(field, "catalog.problem.long", longest));
        }
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            problems.add(new FieldProblem(field, "catalog.problem.characters"));
        }
        return text.isEmpty() ? null : text;
    }
}
