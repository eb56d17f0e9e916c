package io.lijevak.properties;

import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes, retires and revives properties. Adding one writes a row, whatever the number of records: no table
 * changes.
 */
@Component
public class KeepProperties {
    /** So many a kind, the retired ones too. */
    public static final int MOST = 500;

    static final String SUBJECT = "property";
    private final Properties properties;
    private final PropertyRows rows;
    private final Companies companies;
    private final AuditTrail audit;

    KeepProperties(Properties properties, PropertyRows rows, Companies companies, AuditTrail audit) {
        this.properties = properties;
        this.rows = rows;
        this.companies = companies;
        this.audit = audit;
    }

    /** The new property, or {@link InvalidInput} with every problem found. */
    @Transactional
    public Property add(NewProperty given, CurrentUser by) {
        by.require(Resource.SYSTEM, Action.EDIT);
        var existing = properties.all(given.kind());
        var sound = new PropertyDrafts(companies.current().currency()).sound(given);
        if (existing.size() >= MOST) {
            throw InvalidInput.at("name", "properties.problem.many", MOST);
        }
        properties.forget();
        var id = rows.insert(sound, key(sound, existing));
        rows.addChoices(id, 0, sound.choices());
        var added = properties.require(id);
        audit.record(by, SUBJECT, id, "created", PropertyChanges.between(null, added));
        return added;
    }

    /** Changes what may be changed about a property that nobody changed since it was read. */
    @Transactional
    public Property change(long id, int version, PropertyDraft draft, CurrentUser by) {
        by.require(Resource.SYSTEM, Action.EDIT);
        var before = properties.require(id);
        properties.forget();
        rows.update(id, version, PropertyDrafts.sound(draft));
        return recorded(before, "changed", by);
    }

    /** Takes a property out of forms, lists and filters, or brings it back; what is stored stays. */
    @Transactional
    public void retire(long id, boolean retired, CurrentUser by) {
        by.require(Resource.SYSTEM, Action.EDIT);
        var before = properties.require(id);
        if (before.retired() != retired) {
            properties.forget();
            rows.retire(id, retired);
            audit.record(by, SUBJECT, id, retired ? "retired" : "revived", Map.of());
        }
    }

    private Property recorded(Property before, String action, CurrentUser by) {
        var after = properties.require(before.id());
        audit.record(by, SUBJECT, before.id(), action, PropertyChanges.between(before, after));
        return after;
    }

    /** The wanted key, else the first free one made of the name. */
    private static String key(NewProperty given, List<Property> existing) {
        if (given.key() != null) {
            if (!PropertyKey.isSound(given.key())) {
                throw new InvalidInput(List.of(new FieldProblem("key", "properties.problem.key")));
            }
            return given.key();
        }
        var taken = existing.stream().map(Property::key).toList();
        var made = PropertyKey.of(given.draft().name());
        return Stream.concat(Stream.of(made), IntStream.rangeClosed(2, MOST + 2).mapToObj(n -> numbered(made, n)))
                .filter(key -> !taken.contains(key))
                .findFirst()
                .orElseThrow();
    }

    private static String numbered(String key, int number) {
        var ending = "_" + number;
        return key.substring(0, Math.min(key.length(), PropertyKey.LONGEST - ending.length())) + ending;
    }
}
