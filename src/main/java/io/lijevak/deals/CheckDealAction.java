package io.lijevak.deals;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;

import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.What;
import io.lijevak.deals.References.Wanted;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What is wrong with an action for all its deals, and what it would leave out. */
@Component
public class CheckDealAction {
    private final DSLContext database;
    private final DealConditions conditions;
    private final References references;
    private final Closings closings;

    /** Of all deals of a list, how many are left out because they are closed, and how many for lack of a right. */
    public record Preview(long total, long closed, long notAllowed) {
        public long left() {
            return total - closed - notAllowed;
        }

        /** Whether these are more than may be done with at once. */
        public boolean isTooMany() {
            return total > ActOnDeals.MOST;
        }

        /** Whether there is anything to do. */
        public boolean isOffered() {
            return left() > 0 && !isTooMany();
        }
    }

    CheckDealAction(DSLContext database, DealConditions conditions, References references, Closings closings) {
        this.database = database;
        this.conditions = conditions;
        this.references = references;
        this.closings = closings;
    }

    /** Counts before anything is done; what changes until then is told afterwards. */
    public Preview preview(Kind kind, DealFilter filter, CurrentUser user) {
        var tasks = kind == Kind.TASK;
        var allowed = tasks
                ? Reach.of(user, Resource.TASK, Action.CREATE)
                        .condition(field("coalesce(d.responsible_id, {0})", Long.class, DSL.val(user.id())))
                : Reach.of(user, Resource.DEAL, Action.EDIT).condition(DealConditions.RESPONSIBLE);
        var closed = tasks ? DSL.falseCondition() : condition("d.outcome <> 'OPEN'");
        return database.select(
                        DSL.count(),
                        DSL.count().filterWhere(closed),
                        DSL.count().filterWhere(DSL.not(closed).and(condition("not coalesce({0}, false)", allowed))))
                .from("deal d")
                .where(conditions.of(filter, user, Action.VIEW))
                .fetchSingle(row -> new Preview(row.value1(), row.value2(), row.value3()));
    }

    void of(What what, CurrentUser user) {
        if (what.kind() == Kind.ASSIGN) {
            checkTarget(what, user);
            return;
        }
        if (what.title() == null || what.title().isBlank()) {
            throw InvalidInput.at("note", "platform.problem.required");
        }
        var due = InvalidInput.required("due", what.due());
        closings.checkAhead("due", due);
    }

    private void checkTarget(What what, CurrentUser user) {
        user.require(Resource.DEAL, Action.EDIT);
        var person = InvalidInput.required("person", what.target());
        var target =
                references.find(new Wanted(List.of(), Arrays.asList(person))).get(References.Kind.PERSON, person);
        if (target == null || !target.usable() || !user.can(Resource.DEAL, Action.EDIT, person)) {
            throw InvalidInput.at("person", "deals.error.responsible.unknown");
        }
    }
}
