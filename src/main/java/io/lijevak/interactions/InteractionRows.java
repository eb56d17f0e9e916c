package io.lijevak.interactions;

import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes interactions, who took part, and each step of their way. */
@Component
class InteractionRows {
    private final JdbcClient jdbc;

    InteractionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step of an interaction's way. */
    enum Way {
        PLANNED,
        MOVED,
        HELD,
        FAILED,
        CANCELLED;

        static Way of(InteractionState state) {
            return valueOf(state.name());
        }
    }

    /** Who writes it down, when. */
    record Recorded(long by, Instant at) {}

    /** What it begins with beside its fields. */
    record Beginning(
            InteractionState state,
            @Nullable Long stage,
            @Nullable Instant review) {}

    InteractionId insert(InteractionFields fields, Beginning begins, Recorded recorded) {
        var id = new InteractionId(jdbc.sql("""
                        insert into interaction (kind, state, at, state_at, direction, counterpart, minutes, place, agenda,
                          subject, text, result, importance, customer_id, deal_id, stage_id, responsible_id, review_at,
                          search_text, created_at, created_by)
                        values (:kind, :state, :at, :now, :direction, :counterpart, :minutes, :place, :agenda, :subject,
                          :text, :result, :importance, :customer, :deal, :stage, :responsible, :review, :search, :now, :by)
                        returning id""")
                .params(parameters(fields))
                .param("kind", fields.kind().name())
                .param("state", begins.state().name())
                .param("stage", begins.stage())
                .param("review", timestamp(begins.review()))
                .param("now", Timestamp.from(recorded.at()))
                .param("by", recorded.by())
                .query(Long.class)
                .single());
        writeCircle(id, fields);
        if (fields.kind().isContact()) {
            step(id, Way.of(begins.state()), fields.at(), recorded);
        }
        return id;
    }

    /** Writes changed fields, {@link StaleVersion} when somebody was faster. */
    void update(InteractionId id, int version, InteractionFields fields) {
        var written = jdbc.sql("""
                update interaction set at = :at, direction = :direction, counterpart = :counterpart, minutes = :minutes,
                  place = :place, agenda = :agenda, subject = :subject, text = :text, result = :result,
                  importance = :importance, customer_id = :customer, deal_id = :deal, responsible_id = :responsible,
                  search_text = :search, version = version + 1
                where id = :id and version = :version""")
                .params(parameters(fields))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new StaleVersion();
        }
        writeCircle(id, fields);
    }

    /** Leaves the plan. */
    void settle(InteractionId id, InteractionState state, Recorded recorded) {
        enter(id, state, recorded);
    }

    /** Is planned, at the stage where its deal stands now. */
    void plan(InteractionId id, Recorded recorded) {
        enter(id, InteractionState.PLANNED, recorded);
    }

    private void enter(InteractionId id, InteractionState state, Recorded recorded) {
        jdbc.sql("""
                update interaction i set state = :state, state_at = case when state = :state then state_at else :now end,
                  stage_id = case when :state = 'PLANNED' then (select stage_id from deal where id = i.deal_id)
                    else stage_id end
                where id = :id""")
                .param("state", state.name())
                .param("now", Timestamp.from(recorded.at()))
                .param("id", id.value())
                .update();
    }

    void step(InteractionId id, Way way, Instant at, Recorded recorded) {
        jdbc.sql("""
                insert into interaction_state (interaction_id, step, at, recorded_at, recorded_by)
                values (:id, :step, :at, :now, :by)""")
                .param("id", id.value())
                .param("step", way.name())
                .param("at", Timestamp.from(at))
                .param("now", Timestamp.from(recorded.at()))
                .param("by", recorded.by())
                .update();
    }

    void review(InteractionId id, @Nullable Instant later, @Nullable Instant done) {
        jdbc.sql("""
                update interaction set review_at = coalesce(:later, review_at), reviewed_at = :done where id = :id""")
                .param("later", timestamp(later))
                .param("done", timestamp(done))
                .param("id", id.value())
                .update();
    }

    /** Notes which deal began with it; false when another one did already. */
    boolean opened(InteractionId id, long deal) {
        return jdbc.sql("""
                update interaction set opened_deal_id = :deal, deal_id = coalesce(deal_id, :deal), version = version + 1
                where id = :id and opened_deal_id is null""").param("deal", deal).param("id", id.value()).update() == 1;
    }

    private void writeCircle(InteractionId id, InteractionFields fields) {
        var contacts = fields.circle().contacts().toArray(Long[]::new);
        var people = fields.circle().people().toArray(Long[]::new);
        jdbc.sql("delete from interaction_contact where interaction_id = :id and contact_person_id <> all(:contacts)")
                .param("id", id.value())
                .param("contacts", contacts)
                .update();
        jdbc.sql("delete from interaction_person where interaction_id = :id and person_id <> all(:people)")
                .param("id", id.value())
                .param("people", people)
                .update();
        jdbc.sql("""
                with contacts as (
                  insert into interaction_contact (interaction_id, contact_person_id)
                  select :id, unnest(cast(:contacts as bigint[])) on conflict do nothing)
                insert into interaction_person (interaction_id, person_id)
                select :id, unnest(cast(:people as bigint[])) on conflict do nothing""")
                .param("id", id.value())
                .param("contacts", contacts)
                .param("people", people)
                .update();
    }

    private static Map<String, @Nullable Object> parameters(InteractionFields fields) {
        var values = new HashMap<String, @Nullable Object>();
        var occasion = fields.occasion();
        var direction = occasion.direction();
        values.put("at", Timestamp.from(fields.at()));
        values.put("direction", direction == null ? null : direction.name());
        values.put("counterpart", occasion.counterpart());
        values.put("minutes", occasion.minutes());
        values.put("place", occasion.place());
        values.put("agenda", occasion.agenda());
        values.put("subject", fields.subject().strip());
        values.put("text", fields.text());
        values.put("result", fields.result());
        values.put("importance", fields.importance().name());
        values.put("customer", fields.circle().customer());
        values.put("deal", fields.circle().deal());
        values.put("responsible", fields.responsible());
        values.put("search", search(fields));
        return values;
    }

    private static String search(InteractionFields fields) {
        var occasion = fields.occasion();
        var number = occasion.counterpart();
        return Stream.of(
                        fields.subject(),
                        fields.text(),
                        fields.result(),
                        occasion.place(),
                        occasion.agenda(),
                        number == null ? null : number.replaceFirst("^\\+", ""))
                .filter(Objects::nonNull)
                .map(SearchText::fold)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
