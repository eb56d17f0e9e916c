package io.lijevak.interactions;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.lijevak.customers.CustomerSearch;
import io.lijevak.platform.Companies;
import io.lijevak.platform.SearchTerm;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a filter, and what the viewer may see, into a condition over {@code interaction i}. */
@Component
class InteractionConditions {
    private static final Field<OffsetDateTime> AT = moment("at");
    private final Companies companies;
    private final List<InteractionSelection> selections;
    private final Clock clock;

    InteractionConditions(Companies companies, List<InteractionSelection> selections, Clock clock) {
        this.companies = companies;
        this.selections = selections;
        this.clock = clock;
    }

    Condition of(InteractionFilter filter, CurrentUser viewer) {
        var all = new ArrayList<Condition>();
        all.add(InteractionReach.of(viewer, Action.VIEW));
        addSearch(all, filter.term());
        add(all, "kind", filter.kind());
        add(all, "state", filter.state());
        add(all, "direction", filter.direction());
        add(all, "importance", filter.importance());
        add(all, "customer_id", filter.customer());
        add(all, "deal_id", filter.deal());
        addKnown(all, filter);
        addDays(all, filter);
        addSelections(all, filter, viewer);
        return DSL.and(all);
    }

    /** Its own words, or the name, numbers and people of its customer. */
    private static void addSearch(List<Condition> all, String typed) {
        if (typed.isEmpty()) {
            return;
        }
        var term = new SearchTerm(typed);
        all.add(term.on(field(name("i", "search_text"), String.class))
                .or(CustomerSearch.finds(term, column("customer_id"))));
    }

    private void addKnown(List<Condition> all, InteractionFilter filter) {
        if (filter.person() != null) {
            all.add(InteractionReach.with(filter.person()));
        }
        if (filter.withoutDeal()) {
            all.add(column("deal_id").isNull());
        }
        if (filter.unmatched()) {
            all.add(column("customer_id").isNull());
        }
        if (filter.toReview()) {
            all.add(moment("review_at").le(clock.instant().atOffset(ZoneOffset.UTC)));
            all.add(moment("reviewed_at").isNull());
        }
    }

    private void addDays(List<Condition> all, InteractionFilter filter) {
        if (filter.from() != null) {
            all.add(AT.ge(start(filter.from())));
        }
        if (filter.to() != null) {
            all.add(AT.lt(start(filter.to().plusDays(1))));
        }
    }

    private void addSelections(List<Condition> all, InteractionFilter filter, CurrentUser viewer) {
        for (var selection : selections) {
            var key = filter.selected().getOrDefault(selection.parameter(), "");
            if (!key.isEmpty()) {
                all.add(selection.select(key, column("id"), viewer));
            }
        }
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(companies.current().timeZone()).toOffsetDateTime();
    }

    static Field<Long> column(String column) {
        return field(name("i", column), Long.class);
    }

    private static Field<OffsetDateTime> moment(String column) {
        return field(name("i", column), OffsetDateTime.class);
    }

    private static void add(List<Condition> all, String column, @Nullable Enum<?> constant) {
        if (constant != null) {
            all.add(field(name("i", column), String.class).eq(constant.name()));
        }
    }

    private static void add(List<Condition> all, String column, @Nullable Long id) {
        if (id != null) {
            all.add(column(column).eq(id));
        }
    }
}
