package io.lijevak.complaints;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what is written down of a complaint; what was found is said in its process, whose open points go with another
 * responsible person.
 */
@Component
public class ChangeComplaint {
    private final Complaints complaints;
    private final ComplaintCheck check;
    private final ComplaintRows rows;
    private final ComplaintJournal journal;
    private final ComplaintProcess process;

    ChangeComplaint(
            Complaints complaints,
            ComplaintCheck check,
            ComplaintRows rows,
            ComplaintJournal journal,
            ComplaintProcess process) {
        this.process = process;
        this.complaints = complaints;
        this.check = check;
        this.rows = rows;
        this.journal = journal;
    }

    /** Refuses a version that is not the present one, and handing over to somebody whom the right does not reach. */
    @Transactional
    public Complaint to(ComplaintId id, int version, ComplaintFields given, CurrentUser user) {
        var before = complaints.require(id, user);
        user.require(Resource.COMPLAINT, Action.EDIT, before.fields().responsible());
        if (!Objects.equals(given.responsible(), before.fields().responsible())) {
            user.require(Resource.COMPLAINT, Action.CREATE, given.responsible());
        }
        rows.update(id, version, check.sound(given, before, user));
        var after = journal.write(user, "changed", before, id);
        if (after.isOpen()
                && !Objects.equals(given.responsible(), before.fields().responsible())) {
            process.handOver(id, before.fields().responsible(), user);
        }
        return after;
    }
}
