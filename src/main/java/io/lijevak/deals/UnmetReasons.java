package io.lijevak.deals;

import io.lijevak.platform.CompanyFounded;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reference of reasons why demand was not satisfied; retired ones stay where they were given. */
@Component
public class UnmetReasons {
    private static final int LONGEST = 120;
    private static final List<String> FIRST = List.of("price", "time", "range", "quality", "postponed", "other");
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Texts texts;

    UnmetReasons(JdbcClient jdbc, AuditTrail audit, Texts texts) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.texts = texts;
    }

    public record UnmetReason(long id, String name, boolean retired) {}

    /** Every reason in its order, retired ones included. */
    public List<UnmetReason> all() {
        return jdbc.sql("select id, name, retired_at is not null as retired from unmet_reason order by position, id")
                .query(UnmetReason.class)
                .list();
    }

    /** Adds one, or renames and retires the one of the id; refuses a blank name and one that another reason has. */
    @Transactional
    public void keep(@Nullable Long id, String name, boolean retired, CurrentUser user) {
        user.require(Resource.PROCESS, id == null ? Action.CREATE : Action.EDIT);
        if (name.isBlank()) {
            throw InvalidInput.at("name", "deals.error.name.missing");
        }
        if (name.strip().length() > LONGEST) {
            throw InvalidInput.at("name", "deals.error.title.long", LONGEST);
        }
        try {
            var kept = id == null ? insert(name.strip()) : update(id, name.strip(), retired);
            audit.record(
                    user,
                    "unmet_reason",
                    kept,
                    id == null ? "created" : "changed",
                    Map.of("name", new Change(null, name.strip())));
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "deals.error.name.taken", name);
        }
    }

    @EventListener
    void on(CompanyFounded founded) {
        var language = founded.company().language();
        FIRST.forEach(word -> insert(texts.get(language, "deals.seed.unmet." + word)));
    }

    private long insert(String name) {
        return jdbc.sql("""
                insert into unmet_reason (name, position)
                select :name, coalesce(max(position), 0) + 1 from unmet_reason returning id""").param("name", name).query(Long.class).single();
    }

    private long update(long id, String name, boolean retired) {
        return jdbc.sql("""
                update unmet_reason set name = :name,
                  retired_at = case when :retired then coalesce(retired_at, now()) end
                where id = :id returning id""")
                .param("id", id)
                .param("name", name)
                .param("retired", retired)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new io.lijevak.platform.RecordNotFound("unmet reason", id));
    }
}
