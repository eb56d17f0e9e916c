package io.lijevak.properties;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames, orders, retires and revives the values of a list; records keep those that are retired. */
@Component
public class KeepChoices {
    private final Properties properties;
    private final PropertyRows rows;
    private final AuditTrail audit;

    KeepChoices(Properties properties, PropertyRows rows, AuditTrail audit) {
        this.properties = properties;
        this.rows = rows;
        this.audit = audit;
    }

    /** Adds values behind those there are. */
    @Transactional
    public void add(long property, List<String> names, CurrentUser by) {
        var before = held(property, by);
        var sound = PropertyDrafts.choices(names);
        if (sound.isEmpty()) {
            throw InvalidInput.at("choices", "platform.problem.required");
        }
        var all = Stream.concat(before.choices().stream().map(Property.Choice::name), sound.stream());
        PropertyDrafts.requireDistinct(all.toList());
        rows.addChoices(property, before.choices().size(), sound);
        record(before, by);
    }

    @Transactional
    public void rename(long property, long choice, String name, CurrentUser by) {
        var before = held(property, by);
        require(before, choice);
        var sound = PropertyDrafts.choices(List.of(name));
        if (sound.isEmpty()) {
            throw InvalidInput.at("choices", "platform.problem.required");
        }
        var others =
                before.choices().stream().filter(other -> other.id() != choice).map(Property.Choice::name);
        PropertyDrafts.requireDistinct(Stream.concat(others, sound.stream()).toList());
        rows.rename(property, choice, sound.getFirst());
        record(before, by);
    }

    @Transactional
    public void retire(long property, long choice, boolean retired, CurrentUser by) {
        var before = held(property, by);
        require(before, choice);
        rows.retire(property, choice, retired);
        record(before, by);
    }

    /** Puts a value one place up (-1) or down (1). */
    @Transactional
    public void move(long property, long choice, int places, CurrentUser by) {
        var before = held(property, by);
        var order = new ArrayList<>(
                before.choices().stream().map(Property.Choice::id).toList());
        var from = order.indexOf(require(before, choice).id());
        var to = Math.clamp((long) from + places, 0, order.size() - 1);
        order.add(to, order.remove(from));
        rows.order(property, order);
        record(before, by);
    }

    private Property held(long property, CurrentUser by) {
        by.require(Resource.SYSTEM, Action.EDIT);
        properties.forget();
        rows.lock(property);
        var held = properties.require(property);
        if (!held.type().listed()) {
            throw InvalidInput.at("choices", "properties.problem.noChoices");
        }
        return held;
    }

    private static Property.Choice require(Property property, long choice) {
        return property.choices().stream()
                .filter(one -> one.id() == choice)
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("value", choice));
    }

    private void record(Property before, CurrentUser by) {
        var after = properties.require(before.id());
        audit.record(by, KeepProperties.SUBJECT, before.id(), "changed", PropertyChanges.between(before, after));
    }
}
