package io.lijevak.interactions;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts interactions as their list has them. */
@Component
public class CountContacts {
    private final DSLContext database;
    private final InteractionConditions conditions;

    CountContacts(DSLContext database, InteractionConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    /** How many each filter finds of those that the viewer may see, in one statement; by the parameters of the list. */
    public Map<Map<String, String>, Long> of(Collection<Map<String, String>> filters, CurrentUser viewer) {
        viewer.require(Resource.INTERACTION, Action.VIEW);
        var asked = filters.stream().distinct().toList();
        var counts = asked.stream()
                .map(filter -> DSL.field("""
                        (select count(*) from interaction i left join customer c on c.id = i.customer_id
                           left join deal d on d.id = i.deal_id where {0})""", Long.class, conditions.of(InteractionFilter.of(filter), viewer)))
                .toList();
        var row = database.select(counts).fetchSingle();
        return java.util.stream.IntStream.range(0, asked.size())
                .boxed()
                .collect(Collectors.toMap(asked::get, i -> row.get(i, Long.class)));
    }
}
