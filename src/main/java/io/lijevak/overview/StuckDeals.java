package io.lijevak.overview;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.DealList;
import io.lijevak.deals.DealMark;
import io.lijevak.platform.Named;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open deals past the norm of their stage, by money. */
@Component
public class StuckDeals {
    private static final int SHOWN = 5;
    private final JdbcClient jdbc;
    private final DealList deals;

    /** One of the greatest. */
    public record Deal(
            long id,
            String title,
            @Nullable BigDecimal potential,
            @Nullable String stage,
            @Nullable String person,
            @Nullable Instant since) {}

    /** All of them, and the greatest by potential. */
    public record Stuck(Amount all, List<Deal> greatest) {}

    private record Row(
            long id,
            String title,
            @Nullable BigDecimal potential,
            @Nullable String stage,
            @Nullable String person,
            Instant since,
            long deals,
            BigDecimal sum) {}

    StuckDeals(JdbcClient jdbc, DealList deals) {
        this.jdbc = jdbc;
        this.deals = deals;
    }

    /** The same of a past day, by the norms they went by; since when they were is not told. */
    Stuck of(AsOf asOf, CurrentUser user) {
        var filter = DealFilter.of(list(asOf));
        var all = deals.totals(filter, user);
        return new Stuck(
                new Amount(all.count(), all.potential()),
                deals.page(filter, "amount", null, SHOWN, user).items().stream()
                        .map(row -> new Deal(
                                row.id(),
                                row.title(),
                                row.potential(),
                                name(row.stage()),
                                name(row.responsible()),
                                null))
                        .toList());
    }

    /** The parameters of their list, of now without a day. */
    public static Map<String, String> list(@Nullable AsOf asOf) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("outcome", "open");
        parameters.put("mark", DealMark.LATE.word());
        if (asOf != null) {
            parameters.putAll(asOf.parameters());
        }
        return parameters;
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }

    Stuck of(Instant now, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        var rows = jdbc.sql("""
                with stuck as (
                  select d.id, d.potential, d.stage_due_at, count(*) over () as deals,
                    coalesce(sum(d.potential) over (), 0) as sum
                  from deal d where d.outcome = 'OPEN' and d.stage_due_at < :now and %s
                  order by d.potential desc nulls last, d.id limit :shown)
                select stuck.id, d.title, stuck.potential, s.name as stage, p.name as person, stuck.stage_due_at as since,
                  stuck.deals, stuck.sum
                from stuck join deal d on d.id = stuck.id left join stage s on s.id = d.stage_id
                left join person p on p.id = d.responsible_id
                order by stuck.potential desc nulls last, stuck.id""".formatted(reach.sql("d.responsible_id")))
                .param("now", Timestamp.from(now))
                .param("shown", SHOWN)
                .params(reach.parameters())
                .query(Row.class)
                .list();
        var all = rows.isEmpty()
                ? Amount.NONE
                : new Amount(rows.getFirst().deals(), rows.getFirst().sum());
        return new Stuck(
                all,
                rows.stream()
                        .map(row -> new Deal(
                                row.id(), row.title(), row.potential(), row.stage(), row.person(), row.since()))
                        .toList());
    }
}
