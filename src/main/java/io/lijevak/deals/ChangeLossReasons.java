package io.lijevak.deals;

import io.lijevak.deals.LossReasons.LossReason;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames, moves and retires loss reasons; deals lost for a retired one keep it. */
@Component
public class ChangeLossReasons {
    private static final int LONGEST = 120;
    private final JdbcClient jdbc;
    private final LossReasons reasons;
    private final AuditTrail audit;

    /** A reason as somebody writes it down. */
    public record Draft(
            String name,
            boolean namesCompetitor,
            boolean retired,
            @Nullable Long parent) {}

    ChangeLossReasons(JdbcClient jdbc, LossReasons reasons, AuditTrail audit) {
        this.jdbc = jdbc;
        this.reasons = reasons;
        this.audit = audit;
    }

    /** Refuses a blank name and one that another reason has. */
    @Transactional
    public void add(Draft draft, CurrentUser user) {
        user.require(Resource.PROCESS, Action.CREATE);
        check(draft);
        var parent = parent(0, draft);
        try {
            var id = jdbc.sql("""
                    insert into loss_reason (name, names_competitor, parent_id, position)
                    select :name, :names, :parent, coalesce(max(position), 0) + 1 from loss_reason returning id""")
                    .param("parent", parent == null ? null : parent.id())
                    .param("name", draft.name().strip())
                    .param("names", draft.namesCompetitor())
                    .query(Long.class)
                    .single();
            audit.record(user, "loss_reason", id, "created", Map.of("name", new Change(null, draft.name())));
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "deals.error.name.taken", draft.name());
        }
    }

    /** Refuses a blank name and one that another reason has. */
    @Transactional
    public void change(long id, Draft draft, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        check(draft);
        var before = reasons.all().stream()
                .filter(reason -> reason.id() == id)
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("loss reason", id));
        var parent = parent(id, draft);
        try {
            update(id, draft);
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "deals.error.name.taken", draft.name());
        }
        var changes = new LinkedHashMap<String, Change>();
        changes.put("name", new Change(before.name(), draft.name().strip()));
        changes.put("namesCompetitor", new Change(sign(before.namesCompetitor()), sign(draft.namesCompetitor())));
        changes.put("parent", new Change(name(before.parent()), parent == null ? null : parent.name()));
        changes.put("retired", new Change(sign(before.retired()), sign(draft.retired())));
        audit.record(user, "loss_reason", id, "changed", changes);
    }

    private void update(long id, Draft draft) {
        jdbc.sql("""
                update loss_reason set name = :name, names_competitor = :names, parent_id = :parent,
                  retired_at = case when :retired then coalesce(retired_at, now()) end
                where id = :id""")
                .param("name", draft.name().strip())
                .param("names", draft.namesCompetitor())
                .param("parent", draft.parent())
                .param("retired", draft.retired())
                .param("id", id)
                .update();
    }

    /** The group a reason goes to; refuses one that stands below it, and a tree that gets too deep. */
    private @Nullable LossReason parent(long id, Draft draft) {
        if (draft.parent() == null) {
            return null;
        }
        var all = reasons.all();
        var parent = all.stream()
                .filter(reason -> reason.id() == draft.parent())
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("parent", "deals.error.reason.unknown"));
        var below = below(all, id);
        if (below.contains(parent.id())) {
            throw InvalidInput.at("parent", "deals.error.reason.circle", draft.name());
        }
        if (parent.level() + 1 + depth(all, below) > LossReasons.LEVELS) {
            throw InvalidInput.at("parent", "deals.error.reason.deep", LossReasons.LEVELS);
        }
        return parent;
    }

    /** The reason and all that stand below it. */
    private static Set<Long> below(List<LossReason> all, long id) {
        var below = new LinkedHashSet<>(Set.of(id));
        for (var reason : all) {
            if (reason.parent() != null && below.contains(reason.parent())) {
                below.add(reason.id());
            }
        }
        return below;
    }

    private static int depth(List<LossReason> all, Set<Long> branch) {
        var levels = all.stream()
                .filter(reason -> branch.contains(reason.id()))
                .mapToInt(LossReason::level)
                .summaryStatistics();
        return levels.getCount() == 0 ? 1 : levels.getMax() - levels.getMin() + 1;
    }

    private @Nullable String name(@Nullable Long id) {
        return reasons.all().stream()
                .filter(reason -> id != null && reason.id() == id)
                .map(LossReason::name)
                .findFirst()
                .orElse(null);
    }

    private static void check(Draft draft) {
        if (draft.name().isBlank()) {
            throw InvalidInput.at("name", "deals.error.name.missing");
        }
        if (draft.name().strip().length() > LONGEST) {
            throw InvalidInput.at("name", "deals.error.title.long", LONGEST);
        }
    }

    private static String sign(boolean value) {
        return value ? "+" : "−";
    }
}
