package io.lijevak.complaints;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Actor;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a complaint was found to be and how it ended, as its process goes; the complaint is held already. */
@Component
class DecideComplaint {
    private final Complaints complaints;
    private final ComplaintRows rows;
    private final ComplaintJournal journal;

    DecideComplaint(Complaints complaints, ComplaintRows rows, ComplaintJournal journal) {
        this.complaints = complaints;
        this.rows = rows;
        this.journal = journal;
    }

    /** Refuses without a finding, a rejection without reasons, and compensation for what is not justified. */
    @Transactional(propagation = Propagation.MANDATORY)
    void as(ComplaintId id, Map<String, String> given, CurrentUser user) {
        var problems = new ArrayList<FieldProblem>();
        var finding = Stream.of(Finding.values())
                .filter(each -> each.word().equals(given.get("finding")))
                .findFirst()
                .orElse(null);
        var reasons = text(given.get("reasons"));
        var compensation = text(given.get("compensation"));
        if (finding == null) {
            problems.add(new FieldProblem("finding", "platform.problem.required"));
        }
        if (finding == Finding.UNJUSTIFIED && reasons == null) {
            problems.add(new FieldProblem("reasons", "complaints.error.reasons"));
        }
        if (finding != null && finding != Finding.JUSTIFIED && compensation != null) {
            problems.add(new FieldProblem("compensation", "complaints.error.compensation"));
        }
        ComplaintCheck.fits("reasons", reasons, ComplaintCheck.TEXT, problems);
        ComplaintCheck.fits("compensation", compensation, ComplaintCheck.SUBJECT, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var before = complaints.find(id);
        rows.found(id, finding, reasons, compensation);
        journal.write(user, "decided", before, id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void ended(ComplaintId id, String end, Actor actor) {
        var before = complaints.find(id);
        rows.closed(id, actor.at(), end);
        journal.write(actor.user(), "closed", before, id);
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
