package io.lijevak.interactions;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.Formats;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the audit trail, deals and customers, in the transaction of the change, what happened to an interaction. */
@Component
class InteractionJournal {
    static final String KIND = "interaction";
    private final Interactions interactions;
    private final ContactFacts facts;
    private final AuditTrail audit;
    private final Texts texts;
    private final Companies companies;

    InteractionJournal(
            Interactions interactions, ContactFacts facts, AuditTrail audit, Texts texts, Companies companies) {
        this.interactions = interactions;
        this.facts = facts;
        this.audit = audit;
        this.texts = texts;
        this.companies = companies;
    }

    /** Records what became of it since {@code before}, which is null for a new one. */
    Interaction write(CurrentUser by, String action, @Nullable Interaction before, InteractionId id) {
        var after = interactions.find(id);
        var old = before == null ? Map.<String, @Nullable String>of() : words(before);
        var changes = new LinkedHashMap<String, Change>();
        words(after).forEach((field, word) -> {
            if (!Objects.equals(old.get(field), word)) {
                changes.put(field, new Change(old.get(field), word));
            }
        });
        audit.record(by, KIND, id.value(), action, changes);
        var circles = Stream.of(before, after).filter(Objects::nonNull).toList();
        circles.stream()
                .map(one -> one.fields().circle().deal())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(facts::refreshDeal);
        circles.stream()
                .map(one -> one.fields().circle().customer())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(facts::refreshCustomer);
        return after;
    }

    private Map<String, @Nullable String> words(Interaction one) {
        var company = companies.current();
        var fields = one.fields();
        var direction = fields.occasion().direction();
        var words = new LinkedHashMap<String, @Nullable String>();
        words.put("kind", text("interactions.kind." + one.kind().word()));
        words.put(
                "state",
                one.kind().isContact()
                        ? text("interactions.state." + one.state().word())
                        : null);
        words.put("at", new Formats(company.region(), company.timeZone()).dateTime(one.at()));
        words.put("direction", direction == null ? null : text("interactions.direction." + direction.name()));
        words.put("subject", fields.subject().isEmpty() ? null : fields.subject());
        words.put("text", fields.text());
        words.put("result", fields.result());
        words.put("place", fields.occasion().place());
        words.put("agenda", fields.occasion().agenda());
        var minutes = fields.occasion().minutes();
        words.put("minutes", minutes == null ? null : minutes.toString());
        words.put("counterpart", fields.occasion().counterpart());
        words.put(
                "importance",
                text("interactions.importance." + fields.importance().name()));
        putNames(words, one.names());
        return words;
    }

    private static void putNames(Map<String, @Nullable String> words, Interaction.Names names) {
        words.put("customer", names.customer() == null ? null : names.customer().name());
        words.put("deal", names.deal() == null ? null : names.deal().name());
        words.put("responsible", names.responsible());
        words.put("contacts", joined(names.contacts()));
        words.put("people", joined(names.people()));
    }

    private static @Nullable String joined(java.util.List<Named> several) {
        return several.isEmpty() ? null : several.stream().map(Named::name).collect(Collectors.joining(", "));
    }

    private String text(String key) {
        return texts.get(companies.current().language(), key);
    }
}
