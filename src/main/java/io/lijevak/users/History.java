package io.lijevak.users;

import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.AuditTrail.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The audit trail of a record as it is read: edits of the same fields by the same person within a minute are one. */
public final class History {
    private static final Duration ONE_EDIT = Duration.ofSeconds(60);

    private History() {}

    /** Newest first, as the entries given. */
    public static List<Entry> of(List<Entry> entries) {
        var lines = new ArrayList<Entry>();
        Entry oldestOfLast = null;
        for (var entry : entries) {
            if (oldestOfLast != null && isOneEdit(oldestOfLast, entry)) {
                lines.set(lines.size() - 1, joined(lines.getLast(), entry));
            } else {
                lines.add(entry);
            }
            oldestOfLast = entry;
        }
        return lines.stream().filter(History::says).toList();
    }

    private static boolean isOneEdit(Entry newer, Entry older) {
        return newer.action().equals("changed")
                && older.action().equals("changed")
                && Objects.equals(newer.person(), older.person())
                && newer.changes().keySet().equals(older.changes().keySet())
                && Duration.between(older.at(), newer.at()).compareTo(ONE_EDIT) <= 0;
    }

    private static Entry joined(Entry newer, Entry older) {
        var changes = new LinkedHashMap<String, Change>();
        newer.changes().forEach((field, change) -> {
            var first = before(older, field);
            if (!Objects.equals(first, change.after())) {
                changes.put(field, new Change(first, change.after()));
            }
        });
        return new Entry(newer.id(), newer.at(), newer.person(), newer.personName(), newer.action(), changes);
    }

    private static @Nullable String before(Entry entry, String field) {
        var change = entry.changes().get(field);
        return change == null ? null : change.before();
    }

    private static boolean says(Entry entry) {
        return !entry.action().equals("changed") || !entry.changes().isEmpty();
    }
}
