package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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

    /**
     * What somebody typed into the passport of a number, with the deals that may be meant.
     *
     * @param self the address of the passport
     */
    public record Meant(String typed, PageLink self, List<Named> found) {
        /** The deal, where it is one. */
        public Optional<Named> one() {
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }

        /** The question with its answer; null = there is none. */
        public NumberPassport.Why why(NumberPassport.@Nullable Answer answer) {
            return new NumberPassport.Why(
                    self.path(),
                    self.parameters(),
                    typed,
                    answer,
                    found.stream()
                            .map(deal -> new NumberPassport.Choice(
                                    deal.id(),
                                    deal.title(),
                                    self.with("deal", deal.id()).toString()))
                            .toList());
        }
    }

    /** The same for the passport of a number; nothing typed is nothing meant. */
    public Meant meant(String typed, PageLink self, CurrentUser user) {
        return new Meant(typed, self, typed.isBlank() ? List.of() : named(typed, user));
    }

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
