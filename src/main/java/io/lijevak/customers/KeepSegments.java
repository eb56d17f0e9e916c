package io.lijevak.customers;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.KeptQuestions;
import io.lijevak.platform.StaleVersion;
import io.lijevak.properties.Where;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes segments, renames, shares and removes them, and takes customers out; all but an administrator only the own. */
@Component
public class KeepSegments {
    /** So many of one person. */
    static final int MOST = 200;

    private static final String FIELD = "segment";
    private static final int LONGEST_NAME = 120;
    private final JdbcClient jdbc;
    private final Segments segments;
    private final AuditTrail audit;
    private final KeptQuestions questions;

    KeepSegments(JdbcClient jdbc, Segments segments, AuditTrail audit, KeptQuestions questions) {
        this.jdbc = jdbc;
        this.segments = segments;
        this.audit = audit;
        this.questions = questions;
    }

    /** Makes an empty segment under a name that none of the person's segments has; answers its id. */
    @Transactional
    public long make(Segment.Draft draft, CurrentUser by) {
        var name = sound(draft.name());
        if (jdbc.sql("select count(*) from segment where owner_id = :me")
                        .param("me", by.id())
                        .query(Long.class)
                        .single()
                >= MOST) {
            throw InvalidInput.at("name", "customers.segment.many", MOST);
        }
        try {
            long id = jdbc.sql(
                            "insert into segment (name, owner_id, shared) values (:name, :owner, :shared) returning id")
                    .param("name", name)
                    .param("owner", by.id())
                    .param("shared", draft.shared())
                    .query(Long.class)
                    .single();
            audit.record(by, "segment", id, "created", changes(null, new Segment.Draft(name, draft.shared())));
            return id;
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "customers.segment.taken");
        }
    }

    /** Renames a segment, or lets others use it. */
    @Transactional
    public void change(long id, int version, Segment.Draft draft, CurrentUser by) {
        var segment = changeable(id, by);
        var name = sound(draft.name());
        try {
            var changed = jdbc.sql("""
                    update segment set name = :name, shared = :shared, version = version + 1
                    where id = :id and version = :version""")
                    .param("name", name)
                    .param("shared", draft.shared())
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (changed == 0) {
                throw new StaleVersion();
            }
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "customers.segment.taken");
        }
        audit.record(by, "segment", id, "changed", changes(segment, new Segment.Draft(name, draft.shared())));
    }

    /** The kept questions that ask for the segment, and ask for nothing when it is gone. */
    public KeptQuestions.Found dependents(Segment segment, CurrentUser user) {
        var id = Long.toString(segment.id());
        return questions.asking(
                FIELD,
                parameters -> Where.of(parameters).all().stream()
                        .filter(condition -> condition.path().equals(FIELD)
                                || condition.path().endsWith("." + FIELD))
                        .anyMatch(condition -> condition.values().contains(id)),
                user);
    }

    /** Removes the segment; its customers stay. */
    @Transactional
    public void remove(long id, CurrentUser by) {
        var segment = changeable(id, by);
        jdbc.sql("delete from segment where id = :id").param("id", id).update();
        audit.record(by, "segment", id, "removed", Map.of("name", new Change(segment.name(), null)));
    }

    /** Takes a customer out; one that is not in it, or not seen, is no error. */
    @Transactional
    public void takeOut(long id, CustomerId customer, CurrentUser by) {
        changeable(id, by);
        var taken = jdbc.sql("delete from segment_member where segment_id = :id and customer_id = :customer")
                .param("id", id)
                .param("customer", customer.value())
                .update();
        if (taken > 0) {
            var change = Map.of("customer", new Change(customer.toString(), null));
            audit.record(by, "segment", id, "taken-out", change);
        }
    }

    /** The segment, refused to those who may not change it. */
    public Segment changeable(long id, CurrentUser by) {
        var segment = segments.require(id, by);
        if (!segment.isChangedBy(by)) {
            throw new AccessDeniedException("segment");
        }
        return segment;
    }

    private static Map<String, Change> changes(@Nullable Segment before, Segment.Draft after) {
        return Map.of(
                "name",
                new Change(before == null ? null : before.name(), after.name()),
                "shared",
                new Change(
                        before == null ? null : Boolean.toString(before.shared()), Boolean.toString(after.shared())));
    }

    private static String sound(String typed) {
        var name = typed.strip();
        if (name.isEmpty()) {
            throw InvalidInput.at("name", "platform.problem.required");
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.at("name", "customers.segment.longName", LONGEST_NAME);
        }
        return name;
    }
}
