package io.lijevak.deals;

import io.lijevak.platform.Languages;
import io.lijevak.platform.Named;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customer, contacts, deal and people that something is about: what may be chosen, of what the user may see. */
@Component
public class CircleChoices {
    private final JdbcClient jdbc;

    CircleChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** The names of the customer and the deal that a filter names, by its parameters. */
    public Map<String, String> names(@Nullable Long customer, @Nullable Long deal, CurrentUser user) {
        var names = new HashMap<String, String>();
        if (customer != null || deal != null) {
            var named = named(customer, deal, user);
            if (named.customer() != null) {
                names.put("customer", named.customer().name());
            }
            if (named.deal() != null) {
                names.put("deal", named.deal().name());
            }
        }
        return names;
    }

    /** The contact persons of a customer; those chosen before may be archived. */
    public List<Named> contacts(long customer, List<String> chosen) {
        return jdbc.sql("""
                select id, name from contact_person
                where customer_id = :customer and (archived_at is null or id::text = any(:chosen)) order by id limit 100""")
                .param("customer", customer)
                .param("chosen", chosen.toArray(String[]::new))
                .query(Named.class)
                .list();
    }

    /** The open deals of a customer, the newest first, and the one chosen before. */
    public List<Named> openDeals(@Nullable Long customer, @Nullable Long chosen, CurrentUser user) {
        return deals(customer, false, chosen, user);
    }

    /** All deals of a customer, the newest first, and the one chosen before. */
    public List<Named> deals(long customer, @Nullable Long chosen, CurrentUser user) {
        return deals(customer, true, chosen, user);
    }

    private List<Named> deals(@Nullable Long customer, boolean closedToo, @Nullable Long chosen, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        return jdbc.sql("""
                select id, title as name from deal
                where (customer_id = cast(:customer as bigint) and (:closed or outcome = 'OPEN')
                  or id = cast(:chosen as bigint)) and %s
                order by id desc limit 50""".formatted(reach.sql("responsible_id")))
                .param("closed", closedToo)
                .param("customer", customer)
                .param("chosen", chosen)
                .params(reach.parameters())
                .query(Named.class)
                .list();
    }

    /** Everybody of ours who is active, and those chosen before, by name. */
    public List<Named> people(CurrentUser user, List<String> chosen) {
        return jdbc.sql("""
                select id, name from person where deactivated_at is null or id::text = any(:chosen)
                order by name collate "%s", id limit 500""".formatted(Languages.collation(user.language())))
                .param("chosen", chosen.toArray(String[]::new))
                .query(Named.class)
                .list();
    }
}
