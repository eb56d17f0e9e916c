package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a stage at the end of the reference. */
@Component
public class AddStage {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    AddStage(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Refuses a blank name and one that another stage has. */
    @Transactional
    public StageId named(String name, @Nullable String description, CurrentUser user) {
        user.require(Resource.PROCESS, Action.CREATE);
        var id = insert(Names.required(name), description);
        audit.record(user, "stage", id, "created", Map.of("name", new Change(null, name.strip())));
        return new StageId(id);
    }

    private long insert(String name, @Nullable String description) {
        try {
            return jdbc.sql("""
                    insert into stage (name, description, position)
                    select :name, :description, coalesce(max(position), 0) + 1 from stage
                    returning id""")
                    .param("name", name)
                    .param("description", description)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "process.error.name.taken", name);
        }
    }
}
