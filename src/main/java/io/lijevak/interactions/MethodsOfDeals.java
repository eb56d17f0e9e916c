package io.lijevak.interactions;

import io.lijevak.properties.FurtherFields;
import io.lijevak.properties.OwnField;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.RecordTable;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * By which method a deal came about and was decided: the channel of its first contact and who began it, and the channel
 * of the last contact before it was won or lost. Only held contacts that the viewer may see count, and notes never.
 */
@Component
class MethodsOfDeals implements FurtherFields {
    /** The deal in its own scope, as the contacts' deal has an alias that lists use for theirs. */
    private static final String TOLD = """
            (select told.%s from (select {0} as id, {1} as customer_id, {2} as opened_at, {3} as closed_at, {4} as outcome) o
             cross join lateral (
               select i.kind, i.direction
               from interaction i left join customer c on c.id = i.customer_id left join deal d on d.id = i.deal_id
               where i.state = 'HELD' and i.kind <> 'NOTE' and {5} and %s
               order by %s limit 1) told)""";

    private static final String FIRST = """
            (i.opened_deal_id = o.id
              or i.at <= o.opened_at and (i.deal_id = o.id or i.deal_id is null and i.customer_id = o.customer_id))""";

    private static final String FIRST_ORDER = "i.opened_deal_id is distinct from o.id, i.at, i.id";

    private static final String LAST =
            "i.deal_id = o.id and o.outcome <> 'OPEN' and (o.closed_at is null or i.at <= o.closed_at)";

    private static final String LAST_ORDER = "i.at desc, i.id desc";

    @Override
    public RecordKind kind() {
        return RecordKind.DEAL;
    }

    @Override
    public List<OwnField> fields() {
        var channels = new OwnField.Choices.Words(
                "interactions.kind.",
                true,
                Stream.of(InteractionKind.values())
                        .filter(InteractionKind::isContact)
                        .map(Enum::name)
                        .toList());
        var directions = new OwnField.Choices.Words(
                "interactions.direction.",
                false,
                Stream.of(Occasion.Direction.values()).map(Enum::name).toList());
        return List.of(
                field("firstContact", channels, TOLD.formatted("kind", FIRST, FIRST_ORDER)),
                field("firstDirection", directions, TOLD.formatted("direction", FIRST, FIRST_ORDER)),
                field("lastContact", channels, TOLD.formatted("kind", LAST, LAST_ORDER)));
    }

    private static OwnField field(String key, OwnField.Choices.Words words, String sql) {
        return OwnField.told(key, "interactions.method." + key, words, (alias, viewer) -> told(sql, alias, viewer));
    }

    private static Field<String> told(String sql, String alias, CurrentUser viewer) {
        return DSL.field(
                sql,
                String.class,
                column(alias, "id"),
                column(alias, "customer_id"),
                column(alias, "opened_at"),
                column(alias, "closed_at"),
                column(alias, "outcome"),
                InteractionReach.of(viewer, Action.VIEW));
    }

    private static QueryPart column(String alias, String column) {
        return RecordTable.column(alias, column, Object.class);
    }
}
