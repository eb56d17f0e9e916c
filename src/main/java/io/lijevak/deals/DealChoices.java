package io.lijevak.deals;

import io.lijevak.platform.Languages;
import io.lijevak.platform.SearchText;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be chosen in the filters and forms of deals. */
@Component
public class DealChoices {
    private final JdbcClient jdbc;

    /** A record that may be chosen, of a kind such as {@code source}. */
    public record Choice(String kind, long id, String name, boolean current) {}

    /** Choices of several kinds. */
    public record Choices(List<Choice> all) {
        /** Those of a kind that are in use. */
        public List<Choice> of(String kind) {
            return all.stream()
                    .filter(choice -> choice.kind().equals(kind) && choice.current())
                    .toList();
        }

        /** The name of one, empty when there is none such. */
        public String name(String kind, @Nullable Long id) {
            return all.stream()
                    .filter(choice -> id != null && choice.kind().equals(kind) && choice.id() == id)
                    .map(Choice::name)
                    .findFirst()
                    .orElse("");
        }
    }

    DealChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Types, stages, people, teams, sources, categories, product groups, loss reasons, in one statement. */
    public Choices all(CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        var names = Languages.order(user.language());
        var choices = jdbc.sql("""
                select 'stage' as kind, id, name, position, retired_at is null as current from stage
                union all select 'type', id, name, position, true from deal_type
                union all select 'person', id, name, 0, deactivated_at is null from person where %s
                union all select 'team', id, name, 0, archived_at is null from team
                union all select 'source', id, name, position, retired_at is null from customer_source
                union all select 'category', id, name, 0, retired_at is null from customer_category
                union all select 'group', id, name, 0, true from product_group
                union all select 'reason', id, name, position, retired_at is null from loss_reason
                union all select 'competitor', id, name, 0, true from competitor
                order by kind, position""".formatted(reach.sql("id")))
                .params(reach.parameters())
                .query(DealChoices::choice)
                .list();
        return new Choices(choices.stream()
                .sorted(Comparator.comparing((Choice choice) -> choice.kind())
                        .thenComparing((a, b) -> isNamed(a.kind()) ? names.compare(a.name(), b.name()) : 0))
                .toList());
    }

    /** Contact persons of a customer that the user may see. */
    public List<Choice> contacts(long customer, CurrentUser user) {
        var reach = Reach.of(user, Resource.CUSTOMER, Action.VIEW);
        return jdbc.sql("""
                select 'contact', k.id, k.name, k.archived_at is null from contact_person k
                join customer c on c.id = k.customer_id
                where c.id = :customer and %s order by k.name collate "%s", k.id""".formatted(reach.sql("c.responsible_id"), Languages.collation(user.language())))
                .param("customer", customer)
                .params(reach.parameters())
                .query((row, number) ->
                        new Choice(row.getString(1), row.getLong(2), row.getString(3), row.getBoolean(4)))
                .list();
    }

    /** Customers whose name or number matches the term, of those the user may see. */
    public List<Choice> customers(String term, CurrentUser user) {
        var reach = Reach.of(user, Resource.CUSTOMER, Action.VIEW);
        return jdbc.sql("""
                select 'customer', id, name, true from customer
                where archived_at is null and search_text like :pattern and %s
                order by search_text like :start desc, name, id limit 10""".formatted(reach.sql("responsible_id")))
                .param("pattern", SearchText.containing(term))
                .param("start", SearchText.startingWith(term))
                .params(reach.parameters())
                .query((row, number) -> new Choice(row.getString(1), row.getLong(2), row.getString(3), true))
                .list();
    }

    /** The name of a customer that the user may see, else empty. */
    public String customerName(long customer, CurrentUser user) {
        var reach = Reach.of(user, Resource.CUSTOMER, Action.VIEW);
        return jdbc.sql("select name from customer where id = :id and %s".formatted(reach.sql("responsible_id")))
                .param("id", customer)
                .params(reach.parameters())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The name of a product, empty when there is none such. */
    public String productName(long product) {
        return jdbc.sql("select name from product where id = :id")
                .param("id", product)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static boolean isNamed(String kind) {
        return List.of("person", "team", "category", "group", "competitor").contains(kind);
    }

    private static Choice choice(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Choice(row.getString("kind"), row.getLong("id"), row.getString("name"), row.getBoolean("current"));
    }
}
