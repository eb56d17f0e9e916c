package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Languages;
import io.lijevak.platform.OrderedSearch;
import io.lijevak.platform.SearchText;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Page by page, in every order and language, the list is what a naive reader would filter and sort. */
@Tag("external")
@LijevakTest
class CustomerListOracleTests {
    /** Beyond what is gathered and what is walked, so that every way of reading a page is gone. */
    private static final int CUSTOMERS = 2 * OrderedSearch.WALKED;

    private static final List<String> TERMS = List.of(
            "", "", "č", "ca", "cak", "trgov", "ulj trg", "trg ul", "z", "zag", "0000", "385911", "nema", "d.o.o",
            "жук");

    @Autowired
    World world;

    @Autowired
    CustomerList list;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    private final Random dice = new Random(20261127);
    private CurrentUser administrator;
    private CurrentUser rep;
    private List<Row> rows;

    private record Row(
            long id,
            String name,
            String search,
            String lifecycle,
            @Nullable Long responsible,
            boolean archived,
            Instant created,
            Instant changed) {}

    @BeforeEach
    void fill() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        rep = world.user(Role.SALES_REP);
        var names = new ArrayList<String>();
        for (int n = 0; n < CUSTOMERS; n++) {
            names.add(n < OrderedSearch.GATHERED + 200 ? "Žagar " + name() : name());
        }
        jdbc.sql("""
                insert into customer (kind, name, search_text, lifecycle, responsible_id, archived_at, created_at, changed_at)
                select 'COMPANY', t.name, t.search || E'\\n38591' || lpad(n::text, 7, '0'),
                  (array['PROSPECT', 'LEAD', 'CUSTOMER'])[1 + (n * 7) % 3],
                  case when t.name like 'Žagar%' then :rep end, case when n % 9 = 4 then now() end,
                  timestamptz '2026-01-01' + (n * 7919 % 500) * interval '1 minute',
                  timestamptz '2026-02-01' - (n * 104729 % 500) * interval '1 minute'
                from unnest(cast(:names as text[]), cast(:searches as text[])) with ordinality t (name, search, n)""")
                .param("names", names.toArray(String[]::new))
                .param("searches", names.stream().map(SearchText::fold).toArray(String[]::new))
                .param("rep", rep.id())
                .update();
        jdbc.sql("analyze customer").update();
        rows = jdbc.sql("select * from customer").query((row, n) -> row(row)).list();
    }

    @Test
    void listsWhatANaiveReaderWould() {
        for (int round = 0; round < 60; round++) {
            var parameters = filter();
            var filter = CustomerFilter.of(parameters);
            var viewer = reading(
                    dice.nextInt(4) == 0 ? rep : administrator, Languages.ALL.get(dice.nextInt(Languages.ALL.size())));
            var expected = naive(filter, viewer);
            var limit = Math.max(1, expected.size() / (2 + dice.nextInt(3)) + dice.nextInt(40));

            assertThat(paged(filter, viewer, limit))
                    .as("%s in %s by %d", parameters, viewer.language(), limit)
                    .isEqualTo(expected);
            assertThat(list.count(filter, viewer, true)).isEqualTo(expected.size());
            walk(filter, viewer, expected);
        }
    }

    private void walk(CustomerFilter filter, CurrentUser viewer, List<Long> expected) {
        if (expected.isEmpty()) {
            return;
        }
        var place = dice.nextInt(expected.size());
        var customer = customers.require(new CustomerId(expected.get(place)));
        var next = place + 1 < expected.size() ? new CustomerId(expected.get(place + 1)) : null;
        var previous = place > 0 ? new CustomerId(expected.get(place - 1)) : null;

        assertThat(list.beside(customer, filter, false, viewer)).isEqualTo(next);
        assertThat(list.beside(customer, filter, true, viewer)).isEqualTo(previous);
    }

    private List<Long> paged(CustomerFilter filter, CurrentUser viewer, int limit) {
        var seen = new ArrayList<Long>();
        @Nullable String next = null;
        do {
            var page = list.page(filter, viewer, next, limit);
            page.items().forEach(row -> seen.add(row.id()));
            next = page.next();
        } while (next != null);
        return seen;
    }

    private List<Long> naive(CustomerFilter filter, CurrentUser viewer) {
        var term = SearchText.fold(filter.term());
        Predicate<Row> begins = row -> !term.isEmpty() && row.search().startsWith(term);
        var byName = Comparator.comparing(Row::name, Languages.order(viewer.language()))
                .thenComparing(Row::name)
                .thenComparing(Row::id);
        var bySort = switch (filter.sort()) {
            case NAME -> term.isEmpty() ? byName : found(begins, filter, byName);
            case CREATED ->
                Comparator.comparing(Row::created).thenComparing(Row::id).reversed();
            case CHANGED ->
                Comparator.comparing(Row::changed).thenComparing(Row::id).reversed();
        };
        return rows.stream()
                .filter(row -> row.archived() == filter.archived())
                .filter(row -> filter.lifecycle() == null
                        || row.lifecycle().equals(filter.lifecycle().name()))
                .filter(row -> viewer.person().equals(administrator.person())
                        || Long.valueOf(viewer.id()).equals(row.responsible()))
                .filter(row -> filter.responsible() == null
                        || (row.responsible() == null ? 0L : row.responsible()) == filter.responsible())
                .filter(row -> term.length() < 3
                        ? begins.test(row) || term.isEmpty()
                        : List.of(term.split(" ")).stream().allMatch(word -> has(row, word)))
                .sorted(bySort)
                .map(Row::id)
                .toList();
    }

    private static boolean has(Row row, String word) {
        return word.length() > 2
                ? row.search().contains(word)
                : (" " + row.search().replace('\n', ' ')).contains(" " + word);
    }

    /** Names that begin with the term by their folded letters, then the others as the language sorts them. */
    private static Comparator<Row> found(Predicate<Row> begins, CustomerFilter filter, Comparator<Row> byName) {
        if (filter.term().matches("\\d{3,}")) {
            return byName;
        }
        var folded = Comparator.comparing(Row::search).thenComparing(Row::id);
        return (one, other) -> {
            if (begins.test(one) != begins.test(other)) {
                return begins.test(one) ? -1 : 1;
            }
            return (begins.test(one) ? folded : byName).compare(one, other);
        };
    }

    private Map<String, String> filter() {
        var parameters = new HashMap<String, String>();
        parameters.put("q", TERMS.get(dice.nextInt(TERMS.size())));
        parameters.put("sort", CustomerFilter.Sort.values()[dice.nextInt(3)].name());
        if (dice.nextInt(3) == 0) {
            parameters.put("lifecycle", List.of("PROSPECT", "LAPSED").get(dice.nextInt(2)));
        }
        if (dice.nextInt(3) == 0) {
            parameters.put("responsible", dice.nextBoolean() ? "0" : String.valueOf(rep.id()));
        }
        if (dice.nextInt(4) == 0) {
            parameters.put("archived", "true");
        }
        return parameters;
    }

    private String name() {
        var first =
                List.of("Čakovec", "Cakić", "Ćuk", "Uljara", "Zagora", "Đakovo", "Džep", "Ljubica", "Жуков", "Ёлкин");
        var second = List.of("trgovina", "uljara i trgovina", "d.o.o.", "gradnja", "j.d.o.o.");
        return first.get(dice.nextInt(first.size())) + " " + second.get(dice.nextInt(second.size())) + " "
                + dice.nextInt(300);
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                row.getString("search_text"),
                row.getString("lifecycle"),
                row.getObject("responsible_id", Long.class),
                row.getBoolean("archived"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static CurrentUser reading(CurrentUser user, String language) {
        return new CurrentUser(
                user.person(),
                user.name(),
                user.role(),
                language,
                ZoneId.of("Europe/Zagreb"),
                "system",
                true,
                user.people(),
                user.rights());
    }
}
