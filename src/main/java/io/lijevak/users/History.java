package io.lijevak.users;

import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.AuditTrail.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** The audit trail of a record as it is read: edits by the same person within a minute are one, from its first moment. */
public final class History {
    private static final Duration ONE_EDIT = Duration.ofSeconds(60);

    private History() {}

    /** Newest first, as the entries given. */
    public static List<Entry> of(List<Entry> entries) {
        var lines = new ArrayList<Entry>();
        Entry newestOfLast = null;
        for (var entry : entries) {
            if (newestOfLast != null && isOneEdit(newestOfLast, entry)) {
                lines.set(lines.size() - 1, joined(lines.getLast(), entry));
            } else {
                lines.add(entry);
                newestOfLast = entry;
            }
        }
        return lines.stream().filter(History::says).toList();
    }

    private static boolean isOneEdit(Entry newest, Entry older) {
        return newest.action().equals("changed")
                && older.action().equals("changed")
                && Objects.equals(newest.person(), older.person())
                && Duration.between(older.at(), newest.at()).compareTo(ONE_EDIT) <= 0;
    }

    private static Entry joined(Entry newer, Entry older) {
        var changes = new LinkedHashMap<>(older.changes());
        newer.changes().forEach((field, change) -> {
            var first = older.changes().get(field);
            changes.put(field, first == null ? change : new Change(first.before(), change.after()));
        });
        changes.values().removeIf(change -> Objects.equals(change.before(), change.after()));
        return new Entry(older.id(), older.at(), older.person(), older.personName(), older.action(), changes);
    }

    private static boolean says(Entry entry) {
        return !entry.action().equals("changed") || !entry.changes().isEmpty();
    }
}
