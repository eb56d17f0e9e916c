package io.lijevak.complaints;

import io.lijevak.platform.Languages;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.Option;
import io.lijevak.process.RecordProcess;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.RouteModel;
import io.lijevak.process.Routes;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be chosen in the form and the filters of complaints, of what the user may see. */
@Component
public class ComplaintChoices {
    private final JdbcClient jdbc;
    private final RecordProcesses processes;
    private final Routes routes;

    ComplaintChoices(JdbcClient jdbc, RecordProcesses processes, Routes routes) {
        this.jdbc = jdbc;
        this.routes = routes;
        this.processes = processes;
    }

    /** The customer and the deal that a form or a filter names; the deal's customer where none is named. */
    public record Circle(@Nullable Named customer, @Nullable Named deal) {}

    public Circle named(@Nullable Long customer, @Nullable Long deal, CurrentUser user) {
        var ofDeals = Reach.of(user, Resource.DEAL, Action.VIEW);
        var ofCustomers = Reach.of(user, Resource.CUSTOMER, Action.VIEW);
        return jdbc.sql("""
                select c.id, c.name, d.id as deal, d.title
                from (select 1) one
                left join deal d on d.id = cast(:deal as bigint) and %s
                left join customer c on c.id = coalesce(cast(:customer as bigint), d.customer_id) and %s""".formatted(ofDeals.sql("d.responsible_id"), ofCustomers.sql("c.responsible_id")))
                .param("deal", deal)
                .param("customer", customer)
                .params(ofDeals.parameters())
                .params(ofCustomers.parameters())
                .query((row, number) -> new Circle(
                        row.getString("name") == null ? null : new Named(row.getLong("id"), row.getString("name")),
                        row.getString("title") == null ? null : new Named(row.getLong("deal"), row.getString("title"))))
                .single();
    }

    /** The contact persons of a customer; the one chosen before may be archived. */
    public List<Named> contacts(long customer, @Nullable Long chosen) {
        return jdbc.sql("""
                select id, name from contact_person
                where customer_id = :customer and (archived_at is null or id = cast(:chosen as bigint))
                order by id limit 100""")
                .param("customer", customer)
                .param("chosen", chosen)
                .query(Named.class)
                .list();
    }

    /** The deals of a customer, the newest first, and the one chosen before. */
    public List<Named> deals(long customer, @Nullable Long chosen, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        return jdbc.sql("""
                select id, title as name from deal
                where (customer_id = :customer or id = cast(:chosen as bigint)) and %s
                order by id desc limit 50""".formatted(reach.sql("responsible_id")))
                .param("customer", customer)
                .param("chosen", chosen)
                .params(reach.parameters())
                .query(Named.class)
                .list();
    }

    /** Everybody of ours who is active, and the one chosen before, by name. */
    public List<Named> people(CurrentUser user, @Nullable Long chosen) {
        return jdbc.sql("""
                select id, name from person where deactivated_at is null or id = cast(:chosen as bigint)
                order by name collate "%s", id limit 500""".formatted(Languages.collation(user.language())))
                .param("chosen", chosen)
                .query(Named.class)
                .list();
    }

    /** Where the newest versions of the processes, or of the one of a key, may wait, by node. */
    public List<Option> points(List<RecordProcess> known, @Nullable String process) {
        return known.stream()
                .filter(each -> process == null || each.key().equals(process))
                .flatMap(each -> routes.newest(each.key()).stream())
                .flatMap(route -> route.model().nodes().stream())
                .filter(RouteModel.Node::waits)
                .map(node -> new Option(node.id(), node.name()))
                .distinct()
                .toList();
    }

    /** The processes that complaints follow. */
    public List<RecordProcess> processes() {
        return processes.about(ComplaintProcess.KIND);
    }

    /** Those that new complaints may follow, the default one first. */
    public List<RecordProcess> allowed() {
        return processes.allowed(ComplaintProcess.KIND);
    }
}
