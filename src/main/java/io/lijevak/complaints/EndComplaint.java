package io.lijevak.complaints;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Actor;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a complaint that the customer withdrew before its process came to an end, and takes a closed one up again. */
@Component
public class EndComplaint {
    private final Complaints complaints;
    private final ComplaintRows rows;
    private final ComplaintProcess process;
    private final ComplaintJournal journal;
    private final Clock clock;

    EndComplaint(
            Complaints complaints,
            ComplaintRows rows,
            ComplaintProcess process,
            ComplaintJournal journal,
            Clock clock) {
        this.complaints = complaints;
        this.rows = rows;
        this.process = process;
        this.journal = journal;
        this.clock = clock;
    }

    /** The customer does not maintain it: open points are taken back. Refuses without a reason, and what is closed. */
    @Transactional
    public void withdraw(ComplaintId id, String reason, CurrentUser user) {
        var before = held(id, user);
        if (!before.isOpen()) {
            throw new Conflict("complaints.error.closed");
        }
        if (reason.isBlank()) {
            throw InvalidInput.at("reason", "platform.problem.required");
        }
        if (reason.length() > ComplaintCheck.TEXT) {
            throw InvalidInput.at("reason", "complaints.error.long", ComplaintCheck.TEXT);
        }
        var actor = actor(user);
        process.stop(id, actor);
        rows.found(id, Finding.WITHDRAWN, reason.strip(), null);
        rows.closed(id, actor.at(), null);
        journal.write(user, "withdrawn", before, id);
    }

    /** Begins the process anew, along its newest version; what was found before stands in the history. */
    @Transactional
    public void reopen(ComplaintId id, CurrentUser user) {
        var before = held(id, user);
        if (before.isOpen()) {
            throw new Conflict("complaints.error.open");
        }
        rows.found(id, null, null, null);
        rows.closed(id, null, null);
        journal.write(user, "reopened", before, id);
        process.begin(id, before.names().process(), actor(user));
    }

    private Complaint held(ComplaintId id, CurrentUser user) {
        var seen = complaints.require(id, user);
        user.require(Resource.COMPLAINT, Action.ARCHIVE, seen.fields().responsible());
        rows.hold(id.value());
        return complaints.find(id);
    }

    private Actor actor(CurrentUser user) {
        return new Actor(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
