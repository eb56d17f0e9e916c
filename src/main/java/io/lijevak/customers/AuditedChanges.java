package io.lijevak.customers;

import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit trail of a customer as its timeline shows it. */
@Component
class AuditedChanges implements TimelineSource {
    private static final List<String> ORDER = List.of(
            "contact", "name", "role", "kind", "lifecycle", "taxNumber", "phones", "emails", "website", "address");
    private final AuditTrail audit;
    private final PropertyWords properties;

    AuditedChanges(AuditTrail audit, PropertyWords properties) {
        this.audit = audit;
        this.properties = properties;
    }

    @Override
    public List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit) {
        return audit.historyBefore(moment, CustomerChanges.KIND, customer.value(), limit).stream()
                .map(entry -> entry(entry, viewer))
                .toList();
    }

    private TimelineEntry entry(AuditTrail.Entry entry, CurrentUser viewer) {
        return new TimelineEntry(
                entry.at(),
                icon(entry.action()),
                !entry.action().equals("changed"),
                entry.personName(),
                null,
                "customers.timeline." + entry.action(),
                List.of(),
                shown(entry.changes(), entry.action(), viewer));
    }

    /** What a new customer began with stands on its card anyway. */
    private List<TimelineEntry.Change> shown(Map<String, Change> changes, String action, CurrentUser viewer) {
        if (action.equals("created")) {
            return List.of();
        }
        var kind = action.startsWith("contact.") ? RecordKind.CONTACT : RecordKind.CUSTOMER;
        return changes.entrySet().stream()
                .sorted(Comparator.comparingInt(change -> place(change.getKey())))
                .flatMap(change -> Stream.ofNullable(label(change.getKey(), kind, viewer))
                        .map(label -> new TimelineEntry.Change(
                                label,
                                change.getValue().before(),
                                change.getValue().after())))
                .toList();
    }

    private @Nullable String label(String field, RecordKind kind, CurrentUser viewer) {
        return PropertyWords.isProperty(field) ? properties.label(kind, field, viewer) : "customers.field." + field;
    }

    /** The database keeps the fields in an order of its own. */
    private static int place(String field) {
        var place = ORDER.indexOf(field);
        return place < 0 ? ORDER.size() : place;
    }

    private static String icon(String action) {
        return switch (action) {
            case "created", "imported", "demo" -> "plus";
            case "archived" -> "archive";
            case "restored" -> "restore";
            case "consent.granted", "consent.refused" -> "shield";
            case "contact.added", "contact.changed", "contact.archived", "contact.restored" -> "people";
            default -> "pencil";
        };
    }
}
