package io.lijevak.deals;

import io.lijevak.files.FileKind;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents of deals by kind: offers, contracts, delivery notes; as many as their list has. */
@Component
@Order(2)
class DocumentEvents implements CountedEvents {
    @Override
    public List<Kind> kinds(CurrentUser viewer) {
        return viewer.may(Resource.DEAL, Action.VIEW)
                ? Stream.of(FileKind.values()).map(kind -> kind(kind, viewer)).toList()
                : List.of();
    }

    private static Kind kind(FileKind kind, CurrentUser viewer) {
        var rows = DSL.table(
                """
                (select a.subject_id as deal_id, a.attached_at as at
                 from attachment a join deal d on d.id = a.subject_id
                 where a.subject_kind = 'deal' and a.archived_at is null and a.kind = {0} and {1})""",
                DSL.inline(kind.name()),
                Reach.of(viewer, Resource.DEAL, Action.VIEW).condition(DealConditions.RESPONSIBLE));
        return new Kind(
                "document-" + kind.word(),
                "deals.documents.counted.",
                rows,
                true,
                new PageLink("/deals/documents", Map.of("kind", kind.word())));
    }
}
