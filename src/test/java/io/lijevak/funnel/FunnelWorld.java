package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes deals and their ledger straight into the tables, as imports and work would leave them. */
public final class FunnelWorld {
    private final JdbcClient jdbc;

    public FunnelWorld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A visit as it is to be written; dates null = not known. */
    public record Visit(
            long stage,
            @Nullable Instant entered,
            @Nullable Instant left,
            String outcome,
            @Nullable BigDecimal entry,
            @Nullable BigDecimal exit,
            Instant recorded,
            @Nullable Instant leftRecorded) {}

    /** A deal as it is to be written, its amount in EUR. */
    public record Deal(
            long type,
            @Nullable Long stage,
            String outcome,
            @Nullable Long responsible,
            @Nullable Long source,
            @Nullable Long customer,
            @Nullable BigDecimal amount,
            @Nullable Instant opened,
            @Nullable Instant closed) {}

    /** A person whose right to see the funnel has the given scope. */
    static CurrentUser viewer(Scope scope, long id, Set<Long> people) {
        return new CurrentUser(
                new PersonId(id),
                "Ana",
                Role.HEAD_OF_SALES,
                "en",
                ZoneId.of("Europe/Zagreb"),
                "light",
                true,
                people,
                Map.of("FUNNEL.VIEW", scope, "DEAL.VIEW", scope, "FUNNEL.EXPORT", scope));
    }

    static DealReach reach(Scope scope, long id, Set<Long> people) {
        return DealReach.of(viewer(scope, id, people));
    }

    /** The funnel as the database counts it, in EUR. */
    static Funnel counted(CountInDatabase database, Selection selection, FunnelReferences known) {
        var pivot = new Pivot(selection, List.of(DealDimension.STAGE), List.of(), known, true);
        return FunnelEngines.funnel(
                selection, "EUR", known, database.count(pivot).orElseThrow());
    }

    long team(String name) {
        return id("insert into team (name) values (?) returning id", name);
    }

    public long person(String name, @Nullable Long team) {
        return id(
                "insert into person (name, search_text, role, team_id) values (?, lower(?), 'SALES_REP', ?) returning id",
                name,
                name,
                team);
    }

    long source(String name) {
        return id("insert into customer_source (name) values (?) returning id", name);
    }

    long category(String name) {
        return id("insert into customer_category (name) values (?) returning id", name);
    }

    long customer(String name, @Nullable Long category) {
        var customer = id(
                "insert into customer (kind, name, search_text) values ('COMPANY', ?, lower(?)) returning id",
                name,
                name);
        if (category != null) {
            jdbc.sql("insert into customer_in_category values (?, ?)")
                    .params(customer, category)
                    .update();
        }
        return customer;
    }

    long product(String name, String group) {
        var groupId = id(
                "insert into product_group (name) values (?) on conflict (name) do update set name = excluded.name returning id",
                group);
        return id(
                "insert into product (name, search_text, group_id) values (?, lower(?), ?) returning id",
                name,
                name,
                groupId);
    }

    void line(long deal, long product) {
        jdbc.sql("insert into deal_line (deal_id, product_id, quantity, price) values (?, ?, 1, 10)")
                .params(deal, product)
                .update();
    }

    public long stage(String name, int position) {
        return id("insert into stage (name, position) values (?, ?) returning id", name, position);
    }

    /** A manual type with the given stages, each with probability 10, 20, 30 … percent; without any a non-process type. */
    public long type(String name, List<Long> stages) {
        var type = id(
                "insert into deal_type (name, mode) values (?, ?) returning id",
                name,
                stages.isEmpty() ? "NON_PROCESS" : "MANUAL");
        for (var i = 0; i < stages.size(); i++) {
            jdbc.sql(
                            "insert into deal_type_step (deal_type_id, steps_version, position, stage_id, probability) values (?, 1, ?, ?, ?)")
                    .params(type, i, stages.get(i), 10 * (i + 1))
                    .update();
        }
        return type;
    }

    public long deal(Deal deal, List<Visit> visits) {
        return deal(deal, "EUR", BigDecimal.ONE, visits);
    }

    public long deal(Deal deal, String currency, BigDecimal rate, List<Visit> visits) {
        var id = id(
                """
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, responsible_id, source_id,
                  customer_id, amount, currency, rate, opened_at, closed_at, created_at)
                values ('Deal', 'deal', ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, now())) returning id""",
                deal.type(),
                deal.stage(),
                deal.outcome(),
                deal.responsible(),
                deal.source(),
                deal.customer(),
                deal.amount(),
                currency,
                rate,
                at(deal.opened()),
                at(deal.closed()),
                visits.isEmpty() ? at(deal.opened()) : at(visits.getFirst().recorded()));
        for (var i = 0; i < visits.size(); i++) {
            var visit = visits.get(i);
            jdbc.sql("""
                    insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
                      entry_potential, exit_potential, cause, recorded_at, left_recorded_at)
                    values (?, ?, 1, ?, ?, ?, ?, ?, ?, 'IMPORTED', ?, ?)""")
                    .params(
                            id,
                            i + 1,
                            visit.stage(),
                            at(visit.entered()),
                            at(visit.left()),
                            visit.outcome(),
                            visit.entry(),
                            visit.exit(),
                            at(visit.recorded()),
                            at(visit.leftRecorded()))
                    .update();
        }
        return id;
    }

    private long id(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
