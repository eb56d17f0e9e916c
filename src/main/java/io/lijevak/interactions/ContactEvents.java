package io.lijevak.interactions;

import io.lijevak.deals.CountedEvents;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Calls, meetings and e-mails about deals, those held and those planned: as many as their list has. */
@Component
@Order(1)
class ContactEvents implements CountedEvents {
    private static final List<InteractionState> STATES = List.of(InteractionState.HELD, InteractionState.PLANNED);

    @Override
    public List<Kind> kinds(CurrentUser viewer) {
        return viewer.may(Resource.INTERACTION, Action.VIEW)
                ? STATES.stream()
                        .flatMap(state -> Stream.of(InteractionKind.values())
                                .filter(InteractionKind::isContact)
                                .map(kind -> kind(kind, state, viewer)))
                        .toList()
                : List.of();
    }

    /** What is planned is known as it is now alone: it may have been moved or called off since. */
    private static Kind kind(InteractionKind kind, InteractionState state, CurrentUser viewer) {
        var key = kind.word() + "-" + state.word();
        var rows = DSL.table(
                """
                (select i.deal_id, i.at
                 from interaction i left join customer c on c.id = i.customer_id join deal d on d.id = i.deal_id
                 where i.kind = {0} and i.state = {1} and {2})""", DSL.inline(kind.name()), DSL.inline(state.name()), InteractionReach.of(viewer, Action.VIEW));
        var list = new PageLink("/interactions", Map.of("kind", kind.word())).with("state", state.word());
        return new Kind(key, "interactions.events.", rows, state == InteractionState.HELD, list);
    }
}
