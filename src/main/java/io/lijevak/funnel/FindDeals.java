package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds the deal somebody means among those that funnels show them. */
@Component
public class FindDeals {
    private static final int MOST = 10;
    private final DSLContext sql;

    FindDeals(DSLContext sql) {
        this.sql = sql;
    }

    public record Named(long id, String title) {}

    /** The deal of that number, else those of exactly that title, else those whose title has the text; at most ten. */
    public List<Named> named(String typed, CurrentUser user) {
        var text = typed.strip();
        var number = text.startsWith("#") ? text.substring(1) : text;
        var found = number.matches("\\d{1,18}") ? find("f.id = {0}", Long.valueOf(number), user) : List.<Named>of();
        if (found.isEmpty()) {
            found = find("lower(f.title) = lower({0})", text, user);
        }
        return found.isEmpty() ? find("position(lower({0}) in lower(f.title)) > 0", text, user) : found;
    }

    private List<Named> find(String rule, Object value, CurrentUser user) {
        return sql.fetch(
                        "select f.id, f.title from deal f where {0} and {1} order by f.title, f.id limit {2}",
                        DealReach.of(user).condition(), condition(rule, val(value)), val(MOST))
                .into(Named.class);
    }
}
