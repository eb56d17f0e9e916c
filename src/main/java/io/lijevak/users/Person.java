package io.lijevak.users;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person of the company, with team and head by name; {@code account} tells whether there is a password. */
public record Person(
        PersonId id,
        String name,
        @Nullable String email,
        Role role,
        @Nullable Long team,
        @Nullable String teamName,
        @Nullable Long head,
        @Nullable String headName,
        boolean account,
        @Nullable Instant deactivatedAt,
        int version) {

    public boolean active() {
        return deactivatedAt == null;
    }

    /** Old and new value of each field, in words. */
    static Map<String, AuditTrail.Change> changes(@Nullable Person before, Person after) {
        var changes = new LinkedHashMap<String, AuditTrail.Change>();
        changes.put("name", new AuditTrail.Change(before == null ? null : before.name(), after.name()));
        changes.put("email", new AuditTrail.Change(before == null ? null : before.email(), after.email()));
        changes.put(
                "role",
                new AuditTrail.Change(
                        before == null ? null : before.role().name(),
                        after.role().name()));
        changes.put("team", new AuditTrail.Change(before == null ? null : before.teamName(), after.teamName()));
        changes.put("head", new AuditTrail.Change(before == null ? null : before.headName(), after.headName()));
        return changes;
    }
}
