package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.DealFacts;
import io.lijevak.reports.ReportWorld.Visit;
import io.lijevak.users.PersonId;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Deals of reps by what their customers were: counted by hand, reconciled with the lists, shown to whom they may be. */
@LijevakTest
class CustomerMixTests {
    private static final Pattern DEAL = Pattern.compile("\"/deals/(\\d+)\\?list=");

    @Autowired
    World world;

    @Autowired
    ReportWorld rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private long type;
    private long stage;

    /** Ivan won twice with Galeb before he won the third deal; Mia lost one with Lastavica and won one with nobody. */
    @BeforeEach
    void deals() {
        rows.found();
        stage = rows.stage("Contact", 1);
        type = rows.type("Sale", List.of(stage));
        var galeb = rows.customer("Galeb", rows.ivan().value());
        deal(rows.ivan(), galeb, "WON", "500.00", 410);
        deal(rows.ivan(), galeb, "WON", "600.00", 310);
        deal(rows.ivan(), galeb, "WON", "100.00", 10);
        deal(rows.mia(), rows.customer("Lastavica", rows.mia().value()), "LOST", "80.00", 10);
        deal(rows.mia(), null, "WON", "70.00", 10);
        facts.rebuild();
    }

    private void deal(PersonId rep, @Nullable Long customer, String outcome, String amount, int closedDaysAgo) {
        rows.deal(
                type,
                rep.value(),
                customer,
                new BigDecimal(amount),
                20,
                closedDaysAgo,
                List.of(new Visit(stage, rep.value(), outcome)));
    }

    @Test
    void aCustomerIsWhatItWasWhenTheDealWasOpened() throws Exception {
        // the first deal was closed before the last twelve months; the second had one won before it, the third two
        mvc.perform(get("/api/v1/reports/people/customers").with(world.bearer(rows.ana())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.by").value("customer-permanence"))
                .andExpect(jsonPath("$.reps[0].rep.name").value("Ivan Perić"))
                .andExpect(jsonPath("$.reps[0].decided").value(2))
                .andExpect(jsonPath("$.reps[0].parts[?(@.kind == 'returning')].decided")
                        .value(2))
                .andExpect(jsonPath("$.reps[0].parts[?(@.kind == 'returning')].wonAmount")
                        .value(700.0))
                .andExpect(
                        jsonPath("$.reps[1].parts[?(@.kind == 'new')].decided").value(1))
                .andExpect(jsonPath("$.reps[1].parts[?(@.kind == 'new')].share").value(0.5))
                .andExpect(jsonPath("$.reps[1].parts[?(@.kind == '')].decided").value(1));
    }

    @Test
    void sizeIsWhatWasWonInTheTwoYearsBefore() throws Exception {
        // 500 before the second deal, 1,100 before the third
        mvc.perform(get("/api/v1/reports/people/customers?by=customer-size").with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$.reps[0].parts[?(@.kind == 'hundreds')].wonAmount")
                        .value(600.0))
                .andExpect(jsonPath("$.reps[0].parts[?(@.kind == 'thousands')].wonAmount")
                        .value(100.0))
                .andExpect(
                        jsonPath("$.reps[1].parts[?(@.kind == 'none')].decided").value(1));

        jdbc.sql("update deal_fact set closed_at = closed_at - interval '1 year' where potential = 500")
                .update();
        mvc.perform(get("/api/v1/funnel/matrix?view=closed&rule=closed&rows=customer-size&columns=none&engine=database")
                        .with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$.cells[?(@.row[0] == 'hundreds')]").isNotEmpty())
                .andExpect(jsonPath("$.cells[?(@.row[0] == 'thousands')]").isEmpty());
    }

    @Test
    void eachNumberOpensExactlyItsDeals() throws Exception {
        var page = reader.page("/reports/people/customers", rows.ana());
        var link = Pattern.compile("href=\"(/deals\\?funnel=[^\"]+)\"[^>]*>(\\d+) deals?<")
                .matcher(page);

        var links = 0;
        while (link.find()) {
            var list = reader.page(
                    URLDecoder.decode(link.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8), rows.ana());
            assertThat(DEAL.matcher(list).results().map(found -> found.group(1)).distinct())
                    .as(link.group(1))
                    .hasSize(Integer.parseInt(link.group(2)));
            links++;
        }
        assertThat(links).isEqualTo(3);
    }

    @Test
    void aRepSeesOnlyOneselfAndTheFileIsThePage() throws Exception {
        assertThat(reader.page("/reports/people/customers", rows.ivan()))
                .contains("Ivan Perić", ">100,0")
                .doesNotContain("Mia Novak", "??");
        assertThat(reader.page("/reports/people/customers/export.csv", rows.ana()))
                .contains("Mia Novak;New;1;");
        assertThat(reader.page("/reports/people/customers?by=category", rows.ana()))
                .contains("add up to more");
    }

    @Test
    void whatCustomersAreNotSortedByIsRefusedAtItsField() throws Exception {
        mvc.perform(get("/api/v1/reports/people/customers?by=stage").with(world.bearer(rows.ana())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("by"));
    }
}
