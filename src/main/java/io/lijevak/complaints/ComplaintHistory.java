package io.lijevak.complaints;

import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Entry;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a complaint, by the audit trail, newest first. */
@Component
public class ComplaintHistory {
    private static final int CLOCKS_APART = 60;
    private static final Set<String> KEY = Set.of("received", "decided", "closed", "withdrawn", "reopened");
    private static final Map<String, String> ICONS =
            Map.of("received", "plus", "decided", "flag", "closed", "check", "withdrawn", "x", "reopened", "reopen");
    private final AuditTrail audit;
    private final Clock clock;

    ComplaintHistory(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** The page before the moment, the newest without one. */
    public TimelinePage page(ComplaintId id, CurrentUser viewer, @Nullable Instant before) {
        var moment = before == null ? clock.instant().plusSeconds(CLOCKS_APART) : before;
        var entries = audit.historyBefore(moment, ComplaintJournal.KIND, id.value(), TimelinePage.WANTED).stream()
                .map(ComplaintHistory::line)
                .toList();
        var home = "/complaints/" + id;
        return TimelinePage.of(entries, viewer.timeZone(), home + "/timeline", home, null);
    }

    private static TimelineEntry line(Entry entry) {
        return new TimelineEntry(
                entry.at(),
                ICONS.getOrDefault(entry.action(), "pencil"),
                KEY.contains(entry.action()),
                entry.personName(),
                null,
                "complaints.action." + entry.action(),
                List.of(),
                entry.changes().entrySet().stream()
                        .map(change -> new TimelineEntry.Change(
                                "complaints.field." + change.getKey(),
                                change.getValue().before(),
                                change.getValue().after()))
                        .toList());
    }
}
