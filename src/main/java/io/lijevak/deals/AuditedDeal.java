package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.Formats;
import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.AuditTrail.Entry;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit trail of a deal as its timeline shows it, values in the company's formats. */
@Component
class AuditedDeal implements DealEvents {
    private static final Set<String> KEY = Set.of("moved", "won", "lost", "reopened", "created", "demo", "switched");
    private static final Map<String, String> ICONS = Map.of(
            "created",
            "plus",
            "demo",
            "plus",
            "moved",
            "flag",
            "won",
            "won",
            "lost",
            "lost",
            "reopened",
            "reopen",
            "assigned",
            "people",
            "handedOver",
            "people",
            "switched",
            "copy");
    private final AuditTrail audit;
    private final Companies companies;
    private final PropertyWords properties;

    AuditedDeal(AuditTrail audit, Companies companies, PropertyWords properties) {
        this.audit = audit;
        this.companies = companies;
        this.properties = properties;
    }

    @Override
    public List<TimelineEntry> before(
            Instant moment, DealId deal, CurrentUser viewer, int limit, TimelineEntry.@Nullable Kind kind) {
        if (kind != null && kind != TimelineEntry.Kind.CHANGES) {
            return List.of();
        }
        var formats = new Formats(companies.current().region(), viewer.timeZone());
        return audit.historyBefore(moment, "deal", deal.value(), limit).stream()
                .map(entry -> line(entry, formats, viewer))
                .toList();
    }

    private TimelineEntry line(Entry entry, Formats formats, CurrentUser viewer) {
        return new TimelineEntry(
                entry.at(),
                ICONS.getOrDefault(entry.action(), "pencil"),
                KEY.contains(entry.action()),
                entry.personName(),
                null,
                "deals.action." + entry.action(),
                List.of(),
                entry.changes().entrySet().stream()
                        .filter(change -> !change.getKey().equals("outcome"))
                        .flatMap(change -> change(change.getKey(), change.getValue(), formats, viewer).stream())
                        .toList());
    }

    private Optional<TimelineEntry.Change> change(String field, Change change, Formats formats, CurrentUser viewer) {
        if (PropertyWords.isProperty(field)) {
            return Optional.ofNullable(properties.label(RecordKind.DEAL, field, viewer))
                    .map(label -> new TimelineEntry.Change(label, change.before(), change.after()));
        }
        return Optional.of(new TimelineEntry.Change(
                "deals.field." + field, words(field, change.before(), formats), words(field, change.after(), formats)));
    }

    private static @Nullable String words(String field, @Nullable String stored, Formats formats) {
        if (stored == null) {
            return null;
        }
        return switch (field) {
            case "amount" -> amount(stored, formats);
            case "expectedClose", "winBack", "nextNeed" -> formats.date(LocalDate.parse(stored));
            default -> stored;
        };
    }

    private static String amount(String stored, Formats formats) {
        var parts = stored.split(" ");
        return parts.length == 2 ? formats.money(Money.of(parts[0], parts[1])) : stored;
    }
}
