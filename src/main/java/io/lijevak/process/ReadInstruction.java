package io.lijevak.process;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes which version of an instruction somebody read, when its text is shown with the work it belongs to. */
@Component
public class ReadInstruction {
    private final Subjects subjects;
    private final PointFacts facts;

    ReadInstruction(Subjects subjects, PointFacts facts) {
        this.subjects = subjects;
        this.facts = facts;
    }

    @Transactional
    public void of(PointSheet sheet, CurrentUser user) {
        var arrival = sheet.arrival();
        if (!Objects.equals(arrival.executor(), user.id())) {
            subjects.require(arrival.subject(), Action.VIEW, user);
        }
        var gate = arrival.gate();
        if (gate != null && sheet.instruction() != null) {
            facts.read(gate, user);
        }
    }
}
