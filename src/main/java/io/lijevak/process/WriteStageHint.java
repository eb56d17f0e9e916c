package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.sql.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the company's own hint for a stage. */
@Component
public class WriteStageHint {
    private static final int LONGEST = 2000;
    private final JdbcClient jdbc;
    private final StageHints hints;
    private final AuditTrail audit;

    WriteStageHint(JdbcClient jdbc, StageHints hints, AuditTrail audit) {
        this.jdbc = jdbc;
        this.hints = hints;
        this.audit = audit;
    }

    /**
     * Refuses a stale version and more than 2000 characters.
     *
     * @param version of the hint that was seen
     * @param text blank = the one that came along, again
     */
    @Transactional
    public void of(StageId stage, int version, @Nullable String text, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var before = hints.require(stage, user.language());
        var own = text == null || text.isBlank() ? null : text.strip();
        if (own != null && own.length() > LONGEST) {
            throw InvalidInput.at("text", "process.hint.long", LONGEST);
        }
        if (write(stage, version, own) == 0) {
            throw new StaleVersion();
        }
        audit.record(
                user,
                "stage",
                stage.value(),
                "changed",
                Map.of("hint", new AuditTrail.Change(before.own() ? before.text() : null, own)));
    }

    private int write(StageId stage, int version, @Nullable String own) {
        var statement = version == 0
                ? "insert into stage_hint (stage_id, own) values (:stage, :own) on conflict do nothing"
                : "update stage_hint set own = :own, version = version + 1 where stage_id = :stage and version = :version";
        return jdbc.sql(statement)
                .param("stage", stage.value())
                .param("own", own, Types.VARCHAR)
                .param("version", version)
                .update();
    }
}
