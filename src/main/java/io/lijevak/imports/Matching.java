package io.lijevak.imports;

import io.lijevak.imports.Decision.Verdict;
import io.lijevak.platform.SearchText;
import io.lijevak.users.Action;
import io.lijevak.users.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each row of a batch: which stored record it means, and what it changes there. */
final class Matching {
    private static final double SAME_NAME = 0.9;
    private final Records records;
    private final Pass pass;
    private final java.util.ArrayDeque<Long> ids = new java.util.ArrayDeque<>();
    private long pseudo = -1_000_000_000;

    Matching(Records records, Pass pass) {
        this.records = records;
        this.pass = pass;
    }

    List<Decision> decide(List<Draft> drafts) {
        var current = records.current(candidates(drafts), pass.job().writes());
        var decisions = new ArrayList<Decision>();
        for (var draft : drafts) {
            decisions.add(decide(draft, current));
        }
        return decisions;
    }

    /** Remembers the keys of a row, and gives the earlier row that has its strongest key, 0 for none. */
    long register(Draft draft) {
        var keys = draft.keys();
        if (keys.isEmpty()) {
            return 0;
        }
        var earlier = pass.keys().inFile().get(keys.getFirst());
        for (var key : keys) {
            if (pass.keys().inFile().get(key) == KeyIndex.NONE) {
                pass.keys().inFile().put(key, draft.row());
            }
        }
        return earlier == draft.row() ? KeyIndex.NONE : earlier;
    }

    private Set<Long> candidates(List<Draft> drafts) {
        var ids = new HashSet<Long>();
        for (var draft : drafts) {
            for (var key : draft.keys()) {
                ids.add(pass.index().get(key));
            }
            for (var key : draft.looseKeys()) {
                ids.add(pass.index().get(key));
            }
        }
        ids.removeIf(id -> id <= 0);
        return ids;
    }

    private Decision decide(Draft draft, Map<Long, Current> current) {
        if (draft.isWrong()) {
            return new Decision(draft, Verdict.ERROR, null);
        }
        var earlier = register(draft);
        if (earlier != KeyIndex.NONE) {
            draft.problem(RowProblem.warning("", "repeats", earlier));
            return new Decision(draft, Verdict.DUPLICATE, null);
        }
        var found = match(draft, current);
        parent(draft);
        if (draft.isWrong()) {
            return new Decision(draft, Verdict.ERROR, null);
        }
        if (found == null || isOwn(found)) {
            return fresh(draft, found);
        }
        if (!mayChange(found)) {
            draft.problem(RowProblem.error("", "reach"));
            return new Decision(draft, Verdict.ERROR, null);
        }
        var contradiction = records.contradiction(draft, found);
        if (contradiction != null) {
            draft.problem(contradiction);
            return new Decision(draft, Verdict.ERROR, null);
        }
        PropertyDraft.refuseRetired(pass.job(), draft, found);
        if (draft.isWrong()) {
            return new Decision(draft, Verdict.ERROR, null);
        }
        pass.keys().claimed().put("r" + found.id(), draft.row());
        var decision = compare(draft, found);
        latest(draft, decision.id());
        return decision;
    }

    /** Of several companies of the name, the last one above in the file is the parent. */
    private void parent(Draft draft) {
        if (draft.get(Resolving.PARENT) instanceof Ref ref) {
            var above = pass.keys().latest().get(CustomerKeys.name(ref.name()));
            var id = above != KeyIndex.NONE
                    ? Long.valueOf(above)
                    : pass.references().resolve(ref, draft);
            if (id == null) {
                draft.values().remove(Resolving.PARENT);
            } else {
                draft.set(Resolving.PARENT, id);
            }
        }
    }

    /** Remembers the record as the last of its name above. */
    void latest(Draft draft, long record) {
        if (record != 0 && pass.job().kind() == ImportKind.CUSTOMERS && draft.get("name") instanceof String name) {
            pass.keys().latest().put(CustomerKeys.name(name), record);
        }
    }

    /** What the importer could not change on its page, no file changes either. */
    private boolean mayChange(Current found) {
        var user = pass.job().user();
        var kind = pass.job().kind();
        var owner = kind == ImportKind.USERS ? (Object) found.id() : found.row().get("responsible_id");
        var isMighty = Role.ADMINISTRATOR.name().equals(found.row().get("role"));
        return user.can(kind.resource(), Action.EDIT, owner instanceof Number id ? id.longValue() : null)
                && (!isMighty || user.role() == Role.ADMINISTRATOR);
    }

    private @Nullable Current match(Draft draft, Map<Long, Current> current) {
        var ambiguous = false;
        for (var key : draft.keys()) {
            var id = pass.index().get(key);
            ambiguous |= id == KeyIndex.SEVERAL;
            var candidate = candidate(id, current);
            if (candidate != null && isFree(candidate, draft) && records.agrees(draft, candidate)) {
                return candidate;
            }
        }
        for (var key : draft.looseKeys()) {
            var candidate = candidate(pass.index().get(key), current);
            if (candidate != null
                    && isFree(candidate, draft)
                    && records.agrees(draft, candidate)
                    && isNamedAlike(draft, candidate)) {
                return candidate;
            }
        }
        if (ambiguous && pass.index().get(draft.keys().getFirst()) == KeyIndex.SEVERAL) {
            draft.problem(RowProblem.error("", "several", String.valueOf(draft.get(records.required()))));
        }
        return null;
    }

    /** The stored record; one that a row of this batch has just named into being is read now. */
    private @Nullable Current candidate(long id, Map<Long, Current> current) {
        if (id > 0 && !current.containsKey(id)) {
            current.putAll(records.current(Set.of(id), pass.job().writes()));
        }
        return current.get(id);
    }

    private boolean isFree(Current candidate, Draft draft) {
        var row = pass.keys().claimed().get("r" + candidate.id());
        return row == KeyIndex.NONE || row == draft.row();
    }

    private boolean isNamedAlike(Draft draft, Current candidate) {
        var name = draft.get(records.required());
        return name == null || Likeness.of(name.toString(), candidate.text(records.required())) >= SAME_NAME;
    }

    /** A record that a reference of this very import made is the row's own new record. */
    private boolean isOwn(Current found) {
        return found.importId() != null && found.importId() == pass.job().id().value();
    }

    private Decision fresh(Draft draft, @Nullable Current own) {
        if (draft.get(records.required()) == null) {
            draft.problem(RowProblem.error("", "no-" + records.required()));
            return new Decision(draft, Verdict.ERROR, null);
        }
        PropertyDraft.require(pass.job(), draft);
        PropertyDraft.refuseRetired(pass.job(), draft, null);
        if (draft.isWrong()) {
            return new Decision(draft, Verdict.ERROR, null);
        }
        var decision = new Decision(draft, Verdict.NEW, own);
        decision.additions().putAll(draft.lists());
        if (own != null) {
            pass.keys().claimed().put("r" + own.id(), draft.row());
            changes(decision, own, column -> true);
        } else {
            decision.id(newId());
        }
        latest(draft, decision.id());
        return decision;
    }

    private Decision compare(Draft draft, Current found) {
        var decision = new Decision(draft, Verdict.UNCHANGED, found);
        var carriesOn = records.extendsBeyondColumns(draft, found) && mayCarryOn();
        changes(
                decision,
                found,
                column -> records.stands(column)
                        ? carriesOn
                        : allows(column, found) && records.compares(column, draft, found));
        draft.lists().forEach((list, items) -> {
            var known = found.lists().getOrDefault(list, Set.of());
            var missing = items.stream().filter(item -> !isKnown(item, known)).toList();
            if (!missing.isEmpty()) {
                decision.additions().put(list, missing);
            }
        });
        if (carriesOn) {
            decision.extended(-1);
        }
        if (!decision.changes().isEmpty() || !decision.additions().isEmpty() || decision.extended() != 0) {
            decision.verdict(Verdict.UPDATE);
        }
        return decision;
    }

    private long newId() {
        if (!pass.job().writes()) {
            return --pseudo;
        }
        if (ids.isEmpty()) {
            ids.addAll(records.newIds(RowPass.BATCH));
        }
        return ids.removeFirst();
    }

    private static void changes(Decision decision, Current found, java.util.function.Predicate<String> counts) {
        decision.draft().values().forEach((column, value) -> {
            if (counts.test(column) && !StoredRows.isSame(value, found.value(column))) {
                decision.changes().put(column, value);
            }
        });
    }

    /** Where a record stands is carried on as a whole or not at all. */
    private boolean mayCarryOn() {
        var options = pass.job().options();
        return options.collision(Field.STAGE.key()).equals("overwrite")
                && options.collision(Field.OUTCOME.key()).equals("overwrite");
    }

    private boolean allows(String column, Current found) {
        return switch (pass.job().options().collision(fieldOf(column))) {
            case "never" -> false;
            case "empty" -> found.text(column).isEmpty();
            default -> true;
        };
    }

    /**
     * The field a column belongs to: {@code tax_number} to {@code taxNumber}, {@code source_id} to {@code source}, {@code
     * properties.region} to {@code property:region}.
     */
    static String fieldOf(String column) {
        if (column.startsWith(PropertyDraft.PREFIX)) {
            return new Target(Field.PROPERTY, column.substring(PropertyDraft.PREFIX.length())).toString();
        }
        var bare = column.endsWith("_id") && !column.equals("external_id")
                ? column.substring(0, column.length() - 3)
                : column;
        var field = new StringBuilder();
        for (var part : bare.split("_")) {
            field.append(
                    field.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1));
        }
        return field.toString();
    }

    private static boolean isKnown(Object item, Set<String> known) {
        return switch (item) {
            case Draft.Point point -> known.contains(point.value());
            case Draft.Line line -> known.contains(String.valueOf(line.product()));
            case Long id -> known.contains(id.toString());
            default -> known.stream().anyMatch(name -> SearchText.fold(name).equals(SearchText.fold(item.toString())));
        };
    }
}
