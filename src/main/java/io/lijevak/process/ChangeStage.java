package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Renames or describes a stage; its identity and history stay. */
@Component
public class ChangeStage {
    private final JdbcClient jdbc;
    private final Stages stages;
    private final AuditTrail audit;

    ChangeStage(JdbcClient jdbc, Stages stages, AuditTrail audit) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.audit = audit;
    }

    /** Refuses a stale version, a blank name and one that another stage has. */
    @Transactional
    public void to(StageId id, int version, String name, @Nullable String description, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var before = stages.require(id);
        if (update(id, version, Names.required(name), description) == 0) {
            throw new StaleVersion();
        }
        var changes = new LinkedHashMap<String, Change>();
        changes.put("name", new Change(before.name(), name.strip()));
        changes.put("description", new Change(before.description(), description));
        audit.record(user, "stage", id.value(), "changed", changes);
    }

    private int update(StageId id, int version, String name, @Nullable String description) {
        try {
            return jdbc.sql("""
                    update stage set name = :name, description = :description, version = version + 1
                    where id = :id and version = :version""")
                    .param("name", name)
                    .param("description", description)
                    .param("id", id.value())
                    .param("version", version)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "process.error.name.taken", name);
        }
    }
}
