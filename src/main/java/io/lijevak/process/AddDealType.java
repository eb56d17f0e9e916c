package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a deal type with the first version of its steps. */
@Component
public class AddDealType {
    private final JdbcClient jdbc;
    private final Stages stages;
    private final StepVersions versions;
    private final AuditTrail audit;

    AddDealType(JdbcClient jdbc, Stages stages, StepVersions versions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.versions = versions;
        this.audit = audit;
    }

    /** Refuses an automatic type that is allowed for use, unknown or repeated stages, and a name already taken. */
    @Transactional
    public DealTypeId from(DealTypeDraft draft, CurrentUser user) {
        user.require(Resource.PROCESS, Action.CREATE);
        var name = Names.required(draft.name());
        DealTypeRules.check(draft, stages.active().stream().map(Stage::id).collect(Collectors.toSet()));
        var id = insert(name, draft);
        versions.write(id, 1, draft.steps(), user.id());
        audit.record(user, "deal_type", id.value(), "created", Map.of("name", new Change(null, name)));
        return id;
    }

    private DealTypeId insert(String name, DealTypeDraft draft) {
        try {
            return new DealTypeId(jdbc.sql("""
                            insert into deal_type (name, mode, use_allowed, position)
                            select :name, :mode, :use, coalesce(max(position), 0) + 1 from deal_type
                            returning id""")
                    .param("name", name)
                    .param("mode", draft.mode().name())
                    .param("use", draft.useAllowed())
                    .query(Long.class)
                    .single());
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "process.error.type.taken", name);
        }
    }
}
