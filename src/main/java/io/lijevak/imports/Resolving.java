package io.lijevak.imports;

import io.lijevak.users.Action;
import io.lijevak.users.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts ids in the place of names in drafts, and refuses people out of the importer's reach. */
final class Resolving {
    /** Resolved when the rows above are decided, for a branch follows its parent. */
    static final String PARENT = "parent_id";

    private final Pass pass;

    Resolving(Pass pass) {
        this.pass = pass;
    }

    void resolve(Draft draft) {
        for (var entry : List.copyOf(draft.values().entrySet())) {
            if (entry.getValue() instanceof Ref ref && !entry.getKey().equals(PARENT)) {
                put(draft, entry.getKey(), pass.references().resolve(ref, draft));
            }
        }
        draft.lists().replaceAll((list, items) -> {
            var resolved = new ArrayList<Object>();
            for (var item : items) {
                var known = resolved(item, draft);
                if (known != null) {
                    resolved.add(known);
                }
            }
            return resolved;
        });
        if (pass.job().kind() == ImportKind.DEALS || pass.job().kind() == ImportKind.CUSTOMERS) {
            checkReach(draft);
        }
        naturalKey(draft);
    }

    /** Keys that only resolved names can make: a deal without a number of its own, counted where several are alike. */
    private void naturalKey(Draft draft) {
        if (pass.job().kind() == ImportKind.DEALS
                && draft.keys().isEmpty()
                && draft.get("title") instanceof String title) {
            var key = DealRecords.naturalKey(
                    title, draft.get("customer_id"), draft.get("opened_at"), draft.get("amount"));
            draft.keys().add(key + "#" + pass.keys().next(key));
        }
    }

    private static void put(Draft draft, String column, @Nullable Long id) {
        if (id == null) {
            draft.values().remove(column);
        } else {
            draft.set(column, id);
        }
    }

    private @Nullable Object resolved(Object item, Draft draft) {
        return switch (item) {
            case Ref ref -> pass.references().resolve(ref, draft);
            case Draft.Line line -> {
                var product =
                        line.product() instanceof Ref ref ? pass.references().resolve(ref, draft) : line.product();
                yield product == null ? null : new Draft.Line(product, line.price());
            }
            default -> item;
        };
    }

    private void checkReach(Draft draft) {
        var job = pass.job();
        var resource = job.kind().resource();
        var responsible = (Long) draft.get("responsible_id");
        if (responsible == null && job.user().scope(resource, Action.CREATE) == Scope.OWN) {
            draft.set("responsible_id", job.user().id());
        } else if (responsible != null && responsible > 0 && !job.user().can(resource, Action.CREATE, responsible)) {
            draft.problem(RowProblem.error("", "reach"));
        }
    }
}
