package io.lijevak.customers;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that what a customer refers to exists, and that no other has its external id. */
@Component
class CustomerReferences {
    private final JdbcClient jdbc;

    CustomerReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Found(boolean source, boolean responsible, boolean parent, boolean categories, boolean unused) {}

    void require(@Nullable CustomerId id, CustomerFields fields) {
        var found = find(id, fields);
        var problems = new ArrayList<FieldProblem>();
        note(found.source(), "sourceId", "platform.problem.choice", problems);
        note(found.responsible(), "responsibleId", "platform.problem.choice", problems);
        note(found.parent(), "parentId", "customers.problem.parent", problems);
        note(found.categories(), "categoryIds", "platform.problem.choice", problems);
        note(found.unused(), "externalId", "customers.problem.external", problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** A company's name must not leak as the parent of another: who sets it must see it. */
    void requireSeenParent(CurrentUser user, @Nullable Long parent) {
        if (parent == null) {
            return;
        }
        var reach = Reach.of(user, Resource.CUSTOMER, Action.VIEW);
        var seen = jdbc.sql("select exists (select from customer where id = :parent and %s)"
                        .formatted(reach.sql("responsible_id")))
                .param("parent", parent)
                .params(reach.parameters())
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw InvalidInput.at("parentId", "customers.problem.parent");
        }
    }

    private static void note(boolean sound, String field, String key, ArrayList<FieldProblem> problems) {
        if (!sound) {
            problems.add(new FieldProblem(field, key));
        }
    }

    /** A parent must not be the customer itself nor one of its own subsidiaries. */
    private Found find(@Nullable CustomerId id, CustomerFields fields) {
        return jdbc.sql("""
                with recursive above (id, parent_id) as (
                  select id, parent_id from customer where id = cast(:parent as bigint)
                  union select c.id, c.parent_id from customer c join above a on c.id = a.parent_id)
                select cast(:source as bigint) is null
                    or exists (select from customer_source where id = cast(:source as bigint)) as source,
                  cast(:responsible as bigint) is null
                    or exists (select from person where id = cast(:responsible as bigint)) as responsible,
                  cast(:parent as bigint) is null or exists (select from above)
                    and not exists (select from above where id = cast(:id as bigint)) as parent,
                  (select count(*) from customer_category where id = any(:categories)) = :categoryCount as categories,
                  not exists (select from customer where external_id = cast(:external as text)
                    and id is distinct from cast(:id as bigint)) as unused""")
                .param("id", id == null ? null : id.value())
                .param("source", fields.sourceId())
                .param("responsible", fields.responsibleId())
                .param("parent", fields.parentId())
                .param("categories", fields.categoryIds().toArray(Long[]::new))
                .param("categoryCount", fields.categoryIds().size())
                .param("external", fields.externalId())
                .query(Found.class)
                .single();
    }
}
