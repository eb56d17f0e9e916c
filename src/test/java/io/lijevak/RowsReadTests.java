package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.platform.OrderedSearch;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * No list looks at more rows than its page needs, however many customers there are: what the database itself counted
 * while it executed the statements of a request, rows it passed over included.
 */
@LijevakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowsReadTests {
    private static final int CUSTOMERS = 20_000;

    /** Fifty customers and one more, each with its categories, phones, e-mails, person, source and open deals. */
    private static final int PAGE = 51 * 12;

    /** Counts stop at ten thousand; archived customers are passed over. */
    private static final int COUNT = 10_001 + CUSTOMERS / 8;

    /** A category is gathered through its members. */
    private static final int MEMBERS = CUSTOMERS / 4 + CUSTOMERS / 3;

    /** A category is counted by joining its members. */
    private static final int CATEGORY = CUSTOMERS + MEMBERS;

    private static final int NARROWED = PAGE + OrderedSearch.GATHERED + OrderedSearch.WALKED;

    /** A search for deals goes two ways, by title and by customer, and looks up the customer of each deal it walks by. */
    private static final int SEARCHED = PAGE + 4 * OrderedSearch.GATHERED + 2 * OrderedSearch.WALKED;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    MockMvc mvc;

    private CurrentUser administrator;
    private CurrentUser rep;

    @BeforeAll
    void fill() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        rep = world.user(Role.SALES_REP);
        var crowd = new ArrayList<Long>();
        for (int n = 0; n < 9; n++) {
            crowd.add(world.person("Rep " + n, Role.SALES_REP).value());
        }
        crowd.add(rep.id());
        jdbc.sql("insert into customer_source (name) select 'Izvor ' || n from generate_series(1, 5) n")
                .update();
        jdbc.sql("insert into customer_category (name) values ('Kupci A'), ('Rijetki')")
                .update();
        jdbc.sql("""
                insert into customer (kind, name, search_text, lifecycle, responsible_id, source_id, archived_at, created_at,
                  changed_at)
                select case when n % 400 = 0 then 'PERSON' else 'COMPANY' end, w.name,
                  w.name || E'\\n' || lpad(n::text, 11, '0') || E'\\n38591' || lpad(n::text, 7, '0') || E'\\nk' || n || '@primjer.hr',
                  case when n % 1000 = 7 then 'LAPSED' else (array['PROSPECT', 'LEAD', 'CUSTOMER'])[1 + n % 3] end,
                  (cast(:crowd as bigint[]))[1 + n / 7 % 10], 1 + n % 5, case when n % 8 = 3 then now() end,
                  now() - n * interval '1 minute', now() - (n * 7919 % 20011) * interval '1 minute'
                from generate_series(1, :customers) n
                cross join lateral (select (array['jadran', 'velebit', 'galeb', 'lavanda', 'zagora', 'drava', 'ucka', 'marjan'])
                    [1 + n * 3 % 8] || ' ' || (array['trgovina', 'gradnja', 'hotel', 'promet', 'kamen'])[1 + n / 8 % 5] || ' '
                  || n as name) w""")
                .param("crowd", crowd.toArray(Long[]::new))
                .param("customers", CUSTOMERS)
                .update();
        jdbc.sql("""
                insert into contact_point (customer_id, kind, value, written)
                select id, 'PHONE', '+38591' || lpad(id::text, 7, '0'), '' from customer""").update();
        jdbc.sql("""
                insert into customer_in_category
                select id, case when id % 500 = 0 then 2 else 1 end from customer where id % 4 = 0""").update();
        jdbc.sql("insert into stage (name, position) values ('Ponuda', 1)").update();
        jdbc.sql("insert into deal_type (name, mode) values ('Prodaja', 'MANUAL')")
                .update();
        jdbc.sql("""
                insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate, customer_id,
                  responsible_id)
                select w.title, w.title, 1, 1, 1, n % 900, 'EUR', 1, c.id, c.responsible_id
                from generate_series(1, :customers) n
                join customer c on c.id = n
                cross join lateral (
                  select (array['pumpa', 'motor', 'jarbol', 'sidro'])[1 + n % 4] || ' ' || n as title) w""").param("customers", CUSTOMERS).update();
        jdbc.sql("vacuum analyze customer, contact_point, customer_in_category, deal")
                .update();
    }

    @Test
    void plainListsReadTheirPageInEveryOrder() throws Exception {
        for (var order : List.of("NAME", "CREATED", "CHANGED")) {
            for (var half : List.of("", "&archived=true")) {
                expect(PAGE, administrator, "sort=" + order + half);
            }
        }
    }

    @Test
    void aSearchForBeginningsReadsItsPageHoweverManyItFinds() throws Exception {
        for (var term : List.of("z", "za", "j", "ja", "zag", "jadran", "velebit ho", "q")) {
            expect(PAGE, administrator, "q=" + term);
        }
    }

    @Test
    void aFilterReadsWhatIsGatheredAndWalkedAtMost() throws Exception {
        for (var filter : List.of(
                "lifecycle=CUSTOMER",
                "lifecycle=LAPSED",
                "kind=PERSON",
                "kind=COMPANY",
                "source=3",
                "responsible=" + rep.id(),
                "responsible=0",
                "responsible=" + rep.id() + "&lifecycle=LEAD")) {
            for (var order : List.of("NAME", "CREATED", "CHANGED")) {
                expect(NARROWED, administrator, filter + "&sort=" + order);
            }
        }
        expect(NARROWED + MEMBERS, administrator, "category=1&sort=CREATED");
        expect(NARROWED + MEMBERS, administrator, "category=2");
        expect(NARROWED, rep, "");
        expect(NARROWED, rep, "q=j");
    }

    @Test
    void aSearchInsideNamesAndNumbersReadsWhatIsGatheredAndWalkedAtMost() throws Exception {
        for (var term : List.of(
                "rgo",
                "hotel",
                "trgovina",
                "galeb hotel",
                "nema",
                "1234",
                "38591",
                "3859100012",
                "k777",
                "primjer",
                "@pri")) {
            for (var order : List.of("NAME", "CREATED")) {
                expect(NARROWED, administrator, "q=" + term + "&sort=" + order);
            }
        }
    }

    @Test
    void aSearchForDealsReadsWhatIsGatheredAndWalkedAtMost() throws Exception {
        for (var term :
                List.of("pumpa", "jarbol 19", "sidro 7", "hotel", "jadran trgovina", "nema", "1234", "k777", "#77")) {
            for (var order : List.of("newest", "amount", "title")) {
                look("/deals?q=" + term.replace("#", "%23") + "&sort=" + order, SEARCHED, administrator);
            }
        }
        look("/deals?q=pumpa", SEARCHED, rep);
    }

    /** The bound that grows: names of this category begin beyond the rows that are walked. */
    @Test
    void matchesThatAllStandFarOffAreGathered() throws Exception {
        expect(NARROWED + MEMBERS + CUSTOMERS, administrator, "category=1&sort=NAME");
    }

    private void expect(long most, CurrentUser user, String query) throws Exception {
        for (var statement : asked("/customers?" + query, user)) {
            expect(statement.sql().startsWith("select count(*)") ? counted(query) : most, query, statement);
        }
    }

    /** Sums of deals are kept until a deal changes; what finds and shows the page is bounded. */
    private void look(String address, long most, CurrentUser user) throws Exception {
        for (var statement : asked(address, user)) {
            if (!statement.sql().startsWith("select count(*)")) {
                expect(most, address, statement);
            }
        }
    }

    private List<StatementCounter.Counted> asked(String address, CurrentUser user) throws Exception {
        var by = world.signedInAs(user.person());
        return StatementCounter.count(() -> mvc.perform(
                                get(URI.create(address.replace(" ", "%20"))).with(by))
                        .andReturn())
                .stream()
                .filter(statement -> statement.bound().contains("customer"))
                .toList();
    }

    private void expect(long most, String asked, StatementCounter.Counted statement) throws SQLException {
        var read = read(statement.bound());
        assertThat(read.rows())
                .as("%s looks at %s%n%s", asked, read, statement.bound())
                .isLessThanOrEqualTo(most);
    }

    private static long counted(String query) {
        return query.contains("category=") ? CATEGORY : COUNT;
    }

    private RowsRead read(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var explained = connection.createStatement();
                var plan = explained.executeQuery("explain (analyze, format json) " + statement)) {
            plan.next();
            return RowsRead.of(plan.getString(1));
        }
    }
}
