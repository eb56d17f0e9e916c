package io.lijevak.deals;

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

/** Puts a competitor on record, or gives one another name. */
@Component
public class NameCompetitor {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    NameCompetitor(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Names the competitor of the id, or a new one without it; refuses a blank name and one already on record. */
    @Transactional
    public void as(String name, @Nullable Long id, CurrentUser user) {
        user.require(Resource.PROCESS, id == null ? Action.CREATE : Action.EDIT);
        if (name.isBlank()) {
            throw InvalidInput.at("name", "deals.error.name.missing");
        }
        try {
            var named = id == null
                    ? jdbc.sql("insert into competitor (name) values (:name) returning id")
                    : jdbc.sql("update competitor set name = :name where id = :id returning id")
                            .param("id", id);
            var written = named.param("name", name.strip()).query(Long.class).single();
            audit.record(
                    user,
                    "competitor",
                    written,
                    id == null ? "created" : "changed",
                    Map.of("name", new Change(null, name.strip())));
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "deals.error.name.taken", name);
        }
    }
}
