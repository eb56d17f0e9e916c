package io.lijevak.interactions;

import io.lijevak.platform.Named;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The columns of an interaction with the names behind them, and how a row of them is read. */
final class InteractionSql {
    /** To be completed by a condition, an order and a limit. */
    static final String ROWS = """
            select i.id, i.version, i.kind, i.state, i.at, i.state_at, i.direction, i.counterpart, i.minutes, i.place,
              i.agenda, i.subject, i.text, i.result, i.importance, i.customer_id, i.deal_id, i.responsible_id,
              i.review_at, i.reviewed_at, i.created_at, c.name as customer_name, c.responsible_id as customer_owner,
              d.title as deal_name, d.responsible_id as deal_owner, p.name as responsible_name,
              o.id as opened_id, o.title as opened_name,
              case when i.source_key like 'entry-%' then g.name end as planning_stage, i.fell_to_head,
              array(select k.id from interaction_contact x join contact_person k on k.id = x.contact_person_id
                    where x.interaction_id = i.id order by k.id) as contact_ids,
              array(select k.name from interaction_contact x join contact_person k on k.id = x.contact_person_id
                    where x.interaction_id = i.id order by k.id) as contact_names,
              array(select m.id from interaction_person x join person m on m.id = x.person_id
                    where x.interaction_id = i.id order by m.id) as people_ids,
              array(select m.name from interaction_person x join person m on m.id = x.person_id
                    where x.interaction_id = i.id order by m.id) as people_names
            from interaction i
              left join customer c on c.id = i.customer_id
              left join deal d on d.id = i.deal_id
              left join person p on p.id = i.responsible_id
              left join deal o on o.id = i.opened_deal_id
              left join stage g on g.id = i.stage_id
            where {0} order by {1} limit {2}""";

    private InteractionSql() {}

    static Interaction read(Record row) {
        return new Interaction(
                new InteractionId(row.get("id", Long.class)),
                row.get("version", Integer.class),
                InteractionState.valueOf(text(row, "state")),
                fields(row),
                names(row),
                new Interaction.Moments(
                        moment(row, "created_at"),
                        moment(row, "state_at"),
                        optionalMoment(row, "review_at"),
                        optionalMoment(row, "reviewed_at")),
                named(row, "opened"),
                origin(row));
    }

    private static Interaction.@Nullable Origin origin(Record row) {
        var stage = row.get("planning_stage", String.class);
        return stage == null ? null : new Interaction.Origin(stage, row.get("fell_to_head", Boolean.class));
    }

    private static InteractionFields fields(Record row) {
        var direction = row.get("direction", String.class);
        var parts = new Occasion.Parts(
                direction == null ? null : Occasion.Direction.valueOf(direction),
                row.get("counterpart", String.class),
                row.get("minutes", Integer.class),
                row.get("place", String.class),
                row.get("agenda", String.class));
        return new InteractionFields(
                Occasion.of(InteractionKind.valueOf(text(row, "kind")), parts),
                moment(row, "at"),
                text(row, "subject"),
                row.get("text", String.class),
                row.get("result", String.class),
                Importance.valueOf(text(row, "importance")),
                new InteractionFields.Circle(
                        row.get("customer_id", Long.class),
                        row.get("deal_id", Long.class),
                        List.of(row.get("contact_ids", Long[].class)),
                        List.of(row.get("people_ids", Long[].class))),
                row.get("responsible_id", Long.class));
    }

    private static Interaction.Names names(Record row) {
        return new Interaction.Names(
                named(row, "customer"),
                row.get("customer_owner", Long.class),
                named(row, "deal"),
                row.get("deal_owner", Long.class),
                row.get("responsible_name", String.class),
                several(row, "contact"),
                several(row, "people"));
    }

    private static @Nullable Named named(Record row, String of) {
        var id = row.get(of + "_id", Long.class);
        return id == null ? null : new Named(id, text(row, of + "_name"));
    }

    private static List<Named> several(Record row, String of) {
        var ids = row.get(of + "_ids", Long[].class);
        var names = row.get(of + "_names", String[].class);
        return IntStream.range(0, ids.length)
                .mapToObj(index -> new Named(ids[index], names[index]))
                .toList();
    }

    private static String text(Record row, String column) {
        return row.get(column, String.class);
    }

    private static Instant moment(Record row, String column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalMoment(Record row, String column) {
        var moment = row.get(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
