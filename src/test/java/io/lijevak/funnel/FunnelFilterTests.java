package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.properties.KeepProperties;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Conditions on fields are chosen on the page, and told where their property is gone (S105, S112). */
@LijevakTest
class FunnelFilterTests {
    @Autowired
    FieldsWorld fields;

    @Autowired
    World world;

    @Autowired
    KeepProperties keep;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    @BeforeEach
    void deals() {
        fields.found();
    }

    @Test
    void aFilterIsChosenFieldByField() throws Exception {
        assertThat(reader.page("/funnel?view=closed&from=2020-01-01&to=2030-12-31", fields.head()))
                .contains("/filters/funnel?")
                .contains("from=2020-01-01");
        assertThat(reader.page("/filters/funnel?view=closed", fields.head())).contains("field=customer", "at=customer");
        assertThat(reader.page("/filters/funnel?view=closed&at=customer", fields.head()))
                .contains("field=customer.property.region");
        assertThat(reader.page("/filters/funnel?view=closed&field=customer.property.region", fields.head()))
                .contains("South", "view");
        var added = answer(
                "/filters/funnel/condition?view=closed&from=2020-01-01&to=2030-12-31&field=customer.property.region&operator=eq&value="
                        + fields.id(0) + "&value=" + fields.id(1));
        assertThat(added.getStatus()).isEqualTo(302);
        assertThat(added.getRedirectedUrl())
                .contains(
                        "view=closed",
                        "from=2020-01-01",
                        "where.customer.property.region.in=" + fields.id(0) + "%2C" + fields.id(1));
        var empty = answer("/filters/funnel/condition?view=closed&field=customer.property.region&operator=eq");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(reader.page("/funnel?view=closed&where.customer.property.region=" + fields.id(0), fields.head()))
                .contains("Region", "North");
    }

    @Test
    void aRetiredPropertyIsToldAndLeftOut() throws Exception {
        var address = "/funnel?view=closed&where.customer.property.region=" + fields.id(0);
        keep.retire(fields.region().id(), true, world.user(fields.head()));

        assertThat(reader.page(address, fields.head())).contains("is retired");
        assertThat(reader.page(
                        "/funnel/matrix?view=closed&where.customer.property.region=" + fields.id(0), fields.head()))
                .contains("is retired");
        assertThat(reader.page("/deals?where.customer.property.region=" + fields.id(0), fields.head()))
                .contains("is retired");
        assertThat(reader.page("/customers?where.property.region=" + fields.id(0), fields.head()))
                .contains("is retired");
        var ofDeals = "?view=closed&where.customer.property.region=" + fields.id(0);
        var ofCustomers = "?where.property.region=" + fields.id(0);
        for (var export : List.of(
                "/deals/export.csv" + ofDeals,
                "/customers/export.csv" + ofCustomers,
                "/funnel/export.csv" + ofDeals,
                "/funnel/matrix/export.csv" + ofDeals)) {
            assertThat(answer(export).getStatus()).as(export).isEqualTo(422);
        }
        for (var program : List.of(
                "/funnel" + ofDeals,
                "/funnel/matrix" + ofDeals,
                "/funnel/matrix?rows=customer.property.region",
                "/deals" + ofDeals,
                "/customers" + ofCustomers)) {
            var refused = mvc.perform(get("/api/v1" + program).with(world.bearer(fields.head())))
                    .andReturn()
                    .getResponse();
            assertThat(refused.getStatus()).as(program).isEqualTo(422);
            assertThat(refused.getContentAsString()).as(program).contains("region");
        }
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return mvc.perform(get(address).with(world.signedInAs(fields.head())))
                .andReturn()
                .getResponse();
    }
}
