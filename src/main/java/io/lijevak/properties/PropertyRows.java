package io.lijevak.properties;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of properties and of the values of lists. */
@Component
class PropertyRows {
    private final JdbcClient jdbc;

    PropertyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(NewProperty given, String key) {
        try {
            return jdbc.sql("""
                    insert into property (kind, key, type, target, currency, name, name_hr, name_en, name_ru, section,
                      required, roles, position)
                    values (:kind, :key, :type, :target, :currency, :name, :nameHr, :nameEn, :nameRu, :section,
                      :required, :roles, :position) returning id""")
                    .params(parameters(given.draft()))
                    .param("kind", given.kind().name())
                    .param("key", key)
                    .param("type", given.type().name())
                    .param(
                            "target",
                            given.target() == null ? null : given.target().name(),
                            Types.VARCHAR)
                    .param("currency", given.currency(), Types.VARCHAR)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    void update(long id, int version, PropertyDraft draft) {
        try {
            var written = jdbc.sql("""
                    update property set name = :name, name_hr = :nameHr, name_en = :nameEn, name_ru = :nameRu,
                      section = :section, required = :required, roles = :roles, position = :position,
                      version = version + 1
                    where id = :id and version = :version""")
                    .params(parameters(draft))
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (written == 0) {
                throw new StaleVersion();
            }
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    void retire(long id, boolean retired) {
        try {
            jdbc.sql("""
                    update property set retired_at = case when :retired then now() end, version = version + 1
                    where id = :id""").param("retired", retired).param("id", id).update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
    }

    /** Locks the property, so that two who change its values wait for each other. */
    void lock(long id) {
        jdbc.sql("select from property where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
    }

    void addChoices(long property, int first, List<String> names) {
        jdbc.sql("""
                insert into property_choice (property_id, name, position)
                select :property, name, :first + n from unnest(cast(:names as text[])) with ordinality t (name, n)""")
                .param("property", property)
                .param("first", first)
                .param("names", names.toArray(String[]::new))
                .update();
    }

    void rename(long property, long choice, String name) {
        jdbc.sql("update property_choice set name = :name where id = :id and property_id = :property")
                .param("name", name)
                .param("id", choice)
                .param("property", property)
                .update();
    }

    void retire(long property, long choice, boolean retired) {
        jdbc.sql("""
                update property_choice set retired_at = case when :retired then now() end
                where id = :id and property_id = :property""")
                .param("retired", retired)
                .param("id", choice)
                .param("property", property)
                .update();
    }

    void order(long property, List<Long> choices) {
        jdbc.sql("""
                update property_choice c set position = t.n
                from unnest(cast(:ids as bigint[])) with ordinality t (id, n)
                where c.id = t.id and c.property_id = :property""")
                .param("ids", choices.toArray(Long[]::new))
                .param("property", property)
                .update();
    }

    private static Map<String, @Nullable Object> parameters(PropertyDraft draft) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("name", draft.name());
        values.put("nameHr", draft.nameHr());
        values.put("nameEn", draft.nameEn());
        values.put("nameRu", draft.nameRu());
        values.put("section", draft.section());
        values.put("required", draft.required());
        values.put("roles", draft.roles().stream().map(Enum::name).sorted().toArray(String[]::new));
        values.put("position", draft.position());
        return values;
    }

    private static InvalidInput taken(DuplicateKeyException e) {
        var key = String.valueOf(e.getMessage()).contains("property_kind_key_key");
        return key
                ? InvalidInput.at("key", "properties.problem.key.taken")
                : InvalidInput.at("name", "properties.problem.name.taken");
    }
}
