package io.lijevak.complaints;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the audit trail, in the transaction of the change, what happened to a complaint. */
@Component
class ComplaintJournal {
    static final String KIND = "complaint";
    private final Complaints complaints;
    private final AuditTrail audit;
    private final Texts texts;
    private final Companies companies;

    ComplaintJournal(Complaints complaints, AuditTrail audit, Texts texts, Companies companies) {
        this.complaints = complaints;
        this.audit = audit;
        this.texts = texts;
        this.companies = companies;
    }

    /** Records what became of it since {@code before}, which is null for a new one. */
    Complaint write(CurrentUser by, String action, @Nullable Complaint before, ComplaintId id) {
        var after = complaints.find(id);
        var old = before == null ? Map.<String, @Nullable String>of() : words(before);
        var changes = new LinkedHashMap<String, Change>();
        words(after).forEach((field, word) -> {
            if (!Objects.equals(old.get(field), word)) {
                changes.put(field, new Change(old.get(field), word));
            }
        });
        audit.record(by, KIND, id.value(), action, changes);
        return after;
    }

    private Map<String, @Nullable String> words(Complaint one) {
        var company = companies.current();
        var formats = new Formats(company.region(), company.timeZone());
        var fields = one.fields();
        var course = one.course();
        var words = new LinkedHashMap<String, @Nullable String>();
        words.put("customer", one.names().customer().name());
        words.put("contact", name(one.names().contact()));
        words.put("deal", name(one.names().deal()));
        words.put("subject", fields.subject());
        words.put("description", fields.description());
        words.put("channel", text("complaints.channel." + fields.channel().word()));
        words.put("receivedAt", formats.dateTime(fields.receivedAt()));
        words.put("urgency", text("complaints.urgency." + fields.urgency().word()));
        words.put("responsible", one.names().responsible());
        words.put("process", one.names().processName());
        words.put(
                "finding",
                course.finding() == null
                        ? null
                        : text("complaints.finding." + course.finding().word()));
        words.put("reasons", course.reasons());
        words.put("compensation", course.compensation());
        words.put("closed", course.closed() == null ? null : formats.dateTime(course.closed()));
        words.put("end", course.endedAs());
        return words;
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }

    private String text(String key) {
        return texts.get(companies.current().language(), key);
    }
}
