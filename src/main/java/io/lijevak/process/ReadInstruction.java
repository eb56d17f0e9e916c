package io.lijevak.process;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows how the work at hand is done, and notes who read which version of it. */
@Component
public class ReadInstruction {
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Instructions instructions;
    private final PointFacts facts;
    private final Clock clock;

    ReadInstruction(JdbcClient jdbc, Subjects subjects, Instructions instructions, PointFacts facts, Clock clock) {
        this.facts = facts;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.instructions = instructions;
        this.clock = clock;
    }

    /** The instruction of a point whose form is shown, which is noted as read; null when there is none. */
    @Transactional
    public @Nullable Instruction of(PointSheet sheet, CurrentUser user) {
        var arrival = sheet.arrival();
        if (!Objects.equals(arrival.executor(), user.id())) {
            subjects.require(arrival.subject(), Action.VIEW, user);
        }
        return arrival.gate() == null ? facts.ownInstruction(arrival) : read(arrival.gate(), user);
    }

    /** The instruction of the stage where the record stands, noted as read; null when there is none. */
    @Transactional
    public @Nullable Instruction of(Subject subject, CurrentUser user) {
        subjects.require(subject, Action.VIEW, user);
        return read(subjects.kind(subject).gate(subject.id()), user);
    }

    /** The same without being read: what a card tells of it. */
    public @Nullable Instruction seen(Subject subject, CurrentUser user) {
        subjects.require(subject, Action.VIEW, user);
        var gate = subjects.kind(subject).gate(subject.id());
        return gate == null ? null : instructions.of(gate.type(), gate.stepsVersion(), gate.stage());
    }

    public String title(Subject subject) {
        return subjects.kind(subject).title(subject.id());
    }

    public String href(Subject subject) {
        return subjects.kind(subject).href(subject.id());
    }

    private @Nullable Instruction read(@Nullable Gate gate, CurrentUser user) {
        var instruction = gate == null ? null : instructions.of(gate.type(), gate.stepsVersion(), gate.stage());
        if (gate != null && instruction != null) {
            note(gate, user);
        }
        return instruction;
    }

    private void note(Gate gate, CurrentUser user) {
        jdbc.sql("""
                insert into instruction_read (deal_type_id, steps_version, stage_id, person_id, at)
                values (:type, :version, :stage, :person, :at) on conflict do nothing""")
                .param("type", gate.type().value())
                .param("version", gate.stepsVersion())
                .param("stage", gate.stage().value())
                .param("person", user.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
