package io.lijevak.worktime;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.PersonId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that somebody will be away, and who stands in meanwhile. */
@Component
public class RecordAbsence {
    private static final int LONGEST_DAYS = 366 * 3;
    private static final int LONGEST_NOTE = 500;
    private final JdbcClient jdbc;
    private final Absences absences;
    private final People people;
    private final AuditTrail audit;

    /** An absence as somebody writes it down. */
    public record Draft(
            @Nullable Long person,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            Absence.@Nullable Kind kind,
            @Nullable Long substitute,
            @Nullable String note) {}

    RecordAbsence(JdbcClient jdbc, Absences absences, People people, AuditTrail audit) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.people = people;
        this.audit = audit;
    }

    /** Refuses days out of order, a second absence on the same days, a substitute who is gone. */
    @Transactional
    public long add(Draft draft, CurrentUser user) {
        var person = draft.person() == null ? user.id() : draft.person();
        Absences.requireRight(person, user);
        check(draft, person, 0);
        var id = jdbc.sql("""
                insert into absence (person_id, first_day, last_day, kind, substitute_id, note, created_by)
                values (:person, :first, :last, :kind, :substitute, :note, :by) returning id""")
                .param("person", person)
                .params(parameters(draft))
                .param("by", user.id())
                .query(Long.class)
                .single();
        audit.record(user, "absence", id, "created", changes(null, draft));
        return id;
    }

    @Transactional
    public void change(long id, int version, Draft draft, CurrentUser user) {
        var before = absences.require(id, user);
        check(draft, before.person(), id);
        var changed = jdbc.sql("""
                update absence set first_day = :first, last_day = :last, kind = :kind, substitute_id = :substitute,
                  note = :note, version = version + 1
                where id = :id and version = :version""")
                .params(parameters(draft))
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        audit.record(user, "absence", id, "changed", changes(before, draft));
    }

    @Transactional
    public void remove(long id, CurrentUser user) {
        var before = absences.require(id, user);
        jdbc.sql("delete from absence where id = :id").param("id", id).update();
        audit.record(user, "absence", id, "archived", changes(before, new Draft(null, null, null, null, null, null)));
    }

    private void check(Draft draft, long person, long self) {
        var problems = new ArrayList<FieldProblem>();
        var first = draft.firstDay();
        var last = draft.lastDay();
        if (first == null) {
            problems.add(new FieldProblem("firstDay", "platform.problem.required"));
        }
        if (last == null) {
            problems.add(new FieldProblem("lastDay", "platform.problem.required"));
        }
        if (draft.kind() == null) {
            problems.add(new FieldProblem("kind", "platform.problem.required"));
        }
        if (draft.note() != null && draft.note().length() > LONGEST_NOTE) {
            problems.add(new FieldProblem("note", "worktime.error.absence.note", LONGEST_NOTE));
        }
        if (first != null && last != null) {
            checkDays(first, last, person, self, problems);
        }
        checkSubstitute(draft.substitute(), person, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void checkDays(LocalDate first, LocalDate last, long person, long self, ArrayList<FieldProblem> problems) {
        if (last.isBefore(first)) {
            problems.add(new FieldProblem("lastDay", "worktime.error.absence.order"));
        } else if (ChronoUnit.DAYS.between(first, last) > LONGEST_DAYS) {
            problems.add(new FieldProblem("lastDay", "worktime.error.absence.long"));
        } else if (overlaps(first, last, person, self)) {
            problems.add(new FieldProblem("firstDay", "worktime.error.absence.overlap"));
        }
    }

    /** The person's row is held, so that two entries at once do not both find the days free. */
    private boolean overlaps(LocalDate first, LocalDate last, long person, long self) {
        jdbc.sql("select 1 from person where id = :person for update")
                .param("person", person)
                .query(Integer.class)
                .optional();
        return jdbc.sql("""
                select exists (select 1 from absence where person_id = :person and id <> :self
                  and first_day <= :last and last_day >= :first)""")
                .param("person", person)
                .param("self", self)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    private void checkSubstitute(@Nullable Long substitute, long person, ArrayList<FieldProblem> problems) {
        if (substitute == null) {
            return;
        }
        if (substitute == person) {
            problems.add(new FieldProblem("substitute", "worktime.error.absence.self"));
        } else if (people.find(new PersonId(substitute))
                .filter(found -> found.active())
                .isEmpty()) {
            problems.add(new FieldProblem("substitute", "worktime.error.absence.substitute"));
        }
    }

    private static Map<String, @Nullable Object> parameters(Draft draft) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("first", draft.firstDay());
        values.put("last", draft.lastDay());
        values.put("kind", draft.kind() == null ? null : draft.kind().name());
        values.put("substitute", draft.substitute());
        values.put("note", draft.note());
        return values;
    }

    private static Map<String, Change> changes(@Nullable Absence before, Draft after) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put("firstDay", new Change(before == null ? null : text(before.firstDay()), text(after.firstDay())));
        changes.put("lastDay", new Change(before == null ? null : text(before.lastDay()), text(after.lastDay())));
        changes.put("kind", new Change(before == null ? null : text(before.kind()), text(after.kind())));
        changes.put(
                "substitute", new Change(before == null ? null : text(before.substitute()), text(after.substitute())));
        return changes;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
