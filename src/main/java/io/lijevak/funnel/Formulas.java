package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.KeptAnswers;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The formulas of the company. Whoever sees the funnel may write and use them, for they say nothing by themselves; the
 * author and whoever keeps the deal types change them.
 */
@Component
public class Formulas {
    private static final int LONGEST_NAME = 80;
    private static final int MOST = 200;
    private final JdbcClient jdbc;
    private final KeptAnswers answers;
    private final AuditTrail audit;

    private record Row(
            long id,
            String name,
            String text,
            String format,
            long owner,
            String ownerName,
            boolean retired,
            int version) {
        NamedFormula formula() {
            return new NamedFormula(
                    id,
                    name,
                    Formula.of(text),
                    NamedFormula.Format.valueOf(format),
                    owner,
                    ownerName,
                    retired,
                    version);
        }
    }

    private record AllFormulas() {}

    Formulas(JdbcClient jdbc, KeptAnswers answers, AuditTrail audit) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.audit = audit;
    }

    /** How a formula is to be called, what it counts, and how that is written. */
    public record Draft(String name, String text, NamedFormula.Format format) {}

    /** All formulas by name, the retired ones last. */
    public List<NamedFormula> all() {
        return answers.get(new AllFormulas(), this::read);
    }

    /** The formula that an address names, retired or not. */
    public Optional<NamedFormula> find(String key) {
        return all().stream().filter(formula -> formula.key().equals(key)).findFirst();
    }

    /** The formula as it stands now. */
    public NamedFormula require(long id) {
        return read().stream()
                .filter(formula -> formula.id() == id)
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("formula", id));
    }

    /** Whether the person may change a formula. */
    public static boolean mayChange(NamedFormula formula, CurrentUser by) {
        return formula.owner() == by.id() || by.may(Resource.PROCESS, Action.EDIT);
    }

    /** Stores a formula; what cannot be read is refused at {@code text} with its place. */
    @Transactional
    public NamedFormula add(Draft draft, CurrentUser by) {
        by.require(Resource.FUNNEL, Action.VIEW);
        var sound = sound(draft);
        if (read().size() >= MOST) {
            throw InvalidInput.at("name", "funnel.formula.error.many", MOST);
        }
        try {
            long id = jdbc.sql("""
                    insert into funnel_formula (name, text, format, owner_id) values (:name, :text, :format, :owner)
                    returning id""")
                    .param("name", sound.name())
                    .param("text", sound.text())
                    .param("format", sound.format().name())
                    .param("owner", by.id())
                    .query(Long.class)
                    .single();
            audit.record(by, "funnel_formula", id, "created", changes(null, sound));
            return require(id);
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "funnel.formula.error.taken");
        }
    }

    @Transactional
    public NamedFormula change(long id, int version, Draft draft, CurrentUser by) {
        var before = changeable(id, by);
        var sound = sound(draft);
        try {
            must(jdbc.sql("""
                    update funnel_formula set name = :name, text = :text, format = :format, version = version + 1
                    where id = :id and version = :version""")
                    .param("name", sound.name())
                    .param("text", sound.text())
                    .param("format", sound.format().name())
                    .param("id", id)
                    .param("version", version)
                    .update());
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "funnel.formula.error.taken");
        }
        audit.record(by, "funnel_formula", id, "changed", changes(before, sound));
        return require(id);
    }

    /** Takes a formula out of the choices, or brings it back; what names it goes on. */
    @Transactional
    public void retire(long id, boolean retired, CurrentUser by) {
        changeable(id, by);
        jdbc.sql("""
                update funnel_formula set retired_at = case when :retired then now() end, version = version + 1
                where id = :id""").param("retired", retired).param("id", id).update();
        audit.record(by, "funnel_formula", id, retired ? "archived" : "restored", Map.of());
    }

    private NamedFormula changeable(long id, CurrentUser by) {
        by.require(Resource.FUNNEL, Action.VIEW);
        var formula = require(id);
        if (!mayChange(formula, by)) {
            throw new AccessDeniedException("formula");
        }
        return formula;
    }

    private List<NamedFormula> read() {
        return jdbc.sql("""
                select f.id, f.name, f.text, f.format, f.owner_id as owner, p.name as owner_name,
                  f.retired_at is not null as retired, f.version
                from funnel_formula f join person p on p.id = f.owner_id order by retired, lower(f.name), f.id""").query(Row.class).list().stream().map(Row::formula).toList();
    }

    private static Draft sound(Draft draft) {
        var name = draft.name().strip();
        if (name.isEmpty()) {
            throw InvalidInput.at("name", "platform.problem.required");
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.at("name", "funnel.formula.error.name.long", LONGEST_NAME);
        }
        return new Draft(name, Formula.of(draft.text()).text(), draft.format());
    }

    private static Map<String, Change> changes(@Nullable NamedFormula before, Draft after) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put("name", new Change(before == null ? null : before.name(), after.name()));
        changes.put("text", new Change(before == null ? null : before.formula().text(), after.text()));
        changes.put(
                "format",
                new Change(
                        before == null ? null : before.format().name(),
                        after.format().name()));
        return changes;
    }

    private static void must(int changed) {
        if (changed == 0) {
            throw new StaleVersion();
        }
    }
}
