package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Going on although something is missing: by right, with a reason, and never unnoticed. */
@Component
class Overrides {
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final AuditTrail audit;
    private final Clock clock;

    Overrides(JdbcClient jdbc, Subjects subjects, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    void record(Gate gate, List<Missing> missing, String reason, CurrentUser user) {
        user.require(Resource.REQUIREMENT, Action.EDIT, subjects.responsible(gate.subject()));
        if (reason.isBlank()) {
            throw InvalidInput.at("overrideReason", "process.error.override.reason");
        }
        for (var one : missing) {
            insert(gate, one.requirement(), reason.strip(), user);
        }
        audit.record(
                user,
                gate.subject().kind(),
                gate.subject().id(),
                "overridden",
                Map.of("override", new Change(null, reason.strip())));
    }

    private void insert(Gate gate, Requirement requirement, String reason, CurrentUser user) {
        jdbc.sql("""
                insert into requirement_override (subject_kind, subject_id, deal_type_id, steps_version, stage_id,
                  requirement_id, kind, reason, person_id, at)
                values (:subjectKind, :subject, :type, :version, :stage, :requirement, :kind, :reason, :person, :at)""")
                .param("subjectKind", gate.subject().kind())
                .param("subject", gate.subject().id())
                .param("type", gate.type().value())
                .param("version", gate.stepsVersion())
                .param("stage", gate.stage().value())
                .param("requirement", requirement.id())
                .param("kind", requirement.kind())
                .param("reason", reason)
                .param("person", user.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
