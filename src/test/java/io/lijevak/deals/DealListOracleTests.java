package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.OrderedSearch;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Page by page, in every order, the list of deals is what a naive reader would filter and sort. */
@LijevakTest
class DealListOracleTests {
    private static final int DEALS = 2 * OrderedSearch.WALKED;
    private final Random dice = new Random(20261127);

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    DealList list;

    @Autowired
    DealOverviews overviews;

    @Autowired
    KeepProperties keep;

    @Autowired
    JdbcClient jdbc;

    private record Row(
            long id,
            String searchText,
            @Nullable String customer,
            @Nullable String externalId,
            String outcome,
            @Nullable Long responsibleId,
            @Nullable BigDecimal potential,
            @Nullable LocalDate expectedClose,
            @Nullable BigDecimal size) {}

    @Test
    void listsWhatANaiveReaderWould() {
        var admin = deals.found();
        var rep = world.user(Role.SALES_REP);
        fill(rep);
        keep.add(
                new NewProperty(
                        RecordKind.DEAL,
                        PropertyType.NUMBER,
                        "size",
                        null,
                        null,
                        List.of(),
                        PropertyDraft.named("Size")),
                admin);
        var rows = jdbc.sql("""
                select d.id, d.search_text, c.search_text as customer, d.external_id, d.outcome, d.responsible_id,
                  d.potential, d.expected_close, cast(d.properties -> 'size' as numeric) as size
                from deal d left join customer c on c.id = d.customer_id""").query(Row.class).list();

        for (int round = 0; round < 60; round++) {
            var viewer = dice.nextInt(3) == 0 ? rep : admin;
            var parameters = parameters(rep);
            var order = List.of("newest", "amount", "expected", "property.size", "-property.size")
                    .get(dice.nextInt(5));
            var expected = naive(rows, parameters, order, viewer == rep ? rep.id() : null);
            var limit = Math.max(1, expected.size() / (2 + dice.nextInt(3)) + dice.nextInt(40));

            assertThat(paged(DealFilter.of(parameters), order, limit, viewer))
                    .as("%s by %s, %d at a time", parameters, order, limit)
                    .isEqualTo(expected);
            if (order.contains("size") && !expected.isEmpty()) {
                walk(DealFilter.of(parameters), order, expected, viewer);
            }
        }
    }

    private void walk(DealFilter filter, String order, List<Long> expected, CurrentUser viewer) {
        var place = dice.nextInt(expected.size());
        var deal = overviews.require(new DealId(expected.get(place)), viewer);
        assertThat(list.beside(deal, filter, order, false, viewer))
                .isEqualTo(place + 1 < expected.size() ? new DealId(expected.get(place + 1)) : null);
        assertThat(list.beside(deal, filter, order, true, viewer))
                .isEqualTo(place > 0 ? new DealId(expected.get(place - 1)) : null);
    }

    private Map<String, String> parameters(CurrentUser rep) {
        var parameters = new HashMap<String, String>();
        if (dice.nextBoolean()) {
            parameters.put("outcome", dice.nextBoolean() ? "won" : "open");
        }
        if (dice.nextBoolean()) {
            parameters.put("responsible", dice.nextBoolean() ? "0" : String.valueOf(rep.id()));
        }
        if (dice.nextBoolean()) {
            var terms =
                    List.of("press", "press 7", "press 9999", "galeb", "orebic", "nema", "e", "X-77", "#123", "4321");
            parameters.put("q", terms.get(dice.nextInt(terms.size())));
        }
        return parameters;
    }

    private static boolean finds(String term, Row row) {
        var folded = term.toLowerCase(java.util.Locale.ROOT);
        return row.searchText().contains(folded)
                || row.customer() != null && row.customer().contains(folded)
                || term.equals(row.externalId())
                || term.replace("#", "").equals(String.valueOf(row.id()));
    }

    private List<Long> paged(DealFilter filter, String order, int limit, CurrentUser viewer) {
        var seen = new ArrayList<Long>();
        @Nullable String next = null;
        do {
            var page = list.page(filter, order, next, limit, viewer);
            page.items().forEach(row -> seen.add(row.id()));
            next = page.next();
        } while (next != null);
        return seen;
    }

    private static List<Long> naive(
            List<Row> rows, Map<String, String> parameters, String order, @Nullable Long reached) {
        var newest = Comparator.comparing(Row::id).reversed();
        var bySize = Comparator.comparing(Row::size, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()));
        var sorted = switch (order) {
            case "property.size" ->
                bySize.thenComparing((one, other) ->
                        one.size() == null ? newest.compare(one, other) : Long.compare(one.id(), other.id()));
            case "-property.size" ->
                Comparator.comparing(Row::size, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(newest);
            case "amount" ->
                Comparator.comparing((Row row) -> row.potential() == null ? BigDecimal.ONE.negate() : row.potential())
                        .thenComparing(Row::id)
                        .reversed();
            case "expected" ->
                Comparator.comparing((Row row) ->
                                row.expectedClose() == null ? LocalDate.of(9999, 12, 31) : row.expectedClose())
                        .thenComparing(Row::id);
            default -> newest;
        };
        var outcome = parameters.get("outcome");
        var responsible = parameters.get("responsible");
        return rows.stream()
                .filter(row -> outcome == null || row.outcome().equalsIgnoreCase(outcome))
                .filter(row -> responsible == null
                        || String.valueOf(row.responsibleId() == null ? 0 : row.responsibleId())
                                .equals(responsible))
                .filter(row -> !parameters.containsKey("q") || finds(parameters.get("q"), row))
                .filter(row -> reached == null || reached.equals(row.responsibleId()))
                .sorted(sorted)
                .map(Row::id)
                .toList();
    }

    /** The representative's deals are the oldest, of the smallest amounts and the farthest dates. */
    private void fill(CurrentUser rep) {
        jdbc.sql("""
                insert into customer (kind, name, search_text)
                select 'COMPANY', w, w from unnest(array['galeb', 'orebic']) w""").update();
        jdbc.sql("""
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, amount, currency, rate,
                  responsible_id, expected_close, customer_id, external_id, properties)
                select 'Press ' || n, 'press ' || n, :type, 1, :stage, case when n % 3 = 0 then 'WON' else 'OPEN' end,
                  case when n % 11 > 0 then n % 700 + n / 100 end, 'EUR', 1, case when n <= :own then :rep end,
                  case when n % 5 > 0 then date '2027-12-31' - n % 900 - n / 100 end,
                  case when n % 3 = 1 then (select id from customer where name = 'galeb')
                    when n % 50 = 0 then (select id from customer where name = 'orebic') end,
                  case when n % 77 = 0 then 'X-' || n end,
                  case when n % 4 > 0 then jsonb_build_object('size', n % 300 - 7.5) else '{}' end
                from generate_series(1, :count) n""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(2).value())
                .param("rep", rep.id())
                .param("own", OrderedSearch.GATHERED + 500)
                .param("count", DEALS)
                .update();
        jdbc.sql("analyze deal").update();
    }
}
