package io.lijevak.complaints;

import io.lijevak.process.Actor;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down a complaint and begins its process. */
@Component
public class ReceiveComplaint {
    private final ComplaintCheck check;
    private final ComplaintRows rows;
    private final ComplaintProcess process;
    private final ComplaintJournal journal;
    private final Clock clock;

    ReceiveComplaint(
            ComplaintCheck check, ComplaintRows rows, ComplaintProcess process, ComplaintJournal journal, Clock clock) {
        this.check = check;
        this.rows = rows;
        this.process = process;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Refuses what breaks a rule or refers to something that the user may not see.
     *
     * @param wanted key of the process to follow, null for the default one
     */
    @Transactional
    public ComplaintId with(ComplaintFields given, @Nullable String wanted, CurrentUser user) {
        user.require(Resource.COMPLAINT, Action.CREATE, given.responsible());
        var fields = check.sound(given, null, user);
        var followed = process.chosen(wanted);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = rows.insert(fields, followed.key(), user.id(), now);
        journal.write(user, "received", null, id);
        process.begin(id, followed.key(), new Actor(user, now));
        return id;
    }
}
