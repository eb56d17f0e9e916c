package io.lijevak.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.complaints.ComplaintFields.Circle;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Who sees which complaints on the pages of a customer and of a deal. */
@LijevakTest
class ComplaintCardsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ComplaintWorld given;

    @Autowired
    ReceiveComplaint receive;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;
    private CustomerId mill;
    private DealId deal;

    @BeforeEach
    void begin() {
        ana = deals.found();
        mill = given.customer("Uljara", ana);
        deal = deals.open(ana);
        jdbc.sql("update deal set customer_id = :mill")
                .param("mill", mill.value())
                .update();
        receive.with(
                ComplaintWorld.fields(new Circle(mill.value(), null, deal.value()), "Of the deal", ana.id()),
                null,
                ana);
        given.received(mill, "Of the customer", ana);
    }

    @Test
    void theCardsTellWhatTheirRecordIsAboutAndLeadToIt() throws Exception {
        assertThat(card("customer/" + mill, ana.person()))
                .contains("Of the deal", "Of the customer", "/complaints/1", "/complaints/new?customer=" + mill);
        assertThat(card("deal/" + deal, ana.person()))
                .contains("Of the deal", "/complaints/new?deal=" + deal)
                .doesNotContain("Of the customer");
        assertThat(reader.page("/customers/" + mill, ana.person())).contains("/complaints/of-customer/" + mill);
        assertThat(reader.page("/deals/" + deal, ana.person())).contains("/complaints/of-deal/" + deal);
    }

    @Test
    void whoSeesTheRecordButNotTheComplaintsSeesAnEmptyCard() throws Exception {
        var ivo = world.person("Ivo", Role.SALES_REP);
        jdbc.sql("update deal set responsible_id = :ivo")
                .param("ivo", ivo.value())
                .update();

        assertThat(card("deal/" + deal, ivo))
                .contains("There are no complaints")
                .doesNotContain("Of the deal");
        assertThat(send("/complaints/of-customer/" + mill, ivo).getStatus()).isEqualTo(403);
    }

    @Test
    void whoAnswersForTheCustomerSeesItsComplaints() throws Exception {
        var ivo = world.person("Ivo", Role.SALES_REP);
        jdbc.sql("update customer set responsible_id = :ivo")
                .param("ivo", ivo.value())
                .update();

        assertThat(card("customer/" + mill, ivo)).contains("Of the deal", "Of the customer");
        assertThat(send("/complaints/of-deal/" + deal, ivo).getStatus()).isEqualTo(403);
    }

    @Test
    void withoutTheRightThereIsNoCardAndItsAddressIsRefused() throws Exception {
        var vera = world.person("Reader", Role.READER);
        assertThat(card("customer/" + mill, vera)).contains("Of the deal").doesNotContain("/complaints/new");
        jdbc.sql("update role_right set scope = 'NONE' where role = 'READER' and resource = 'COMPLAINT'")
                .update();

        assertThat(send("/complaints/of-customer/" + mill, vera).getStatus()).isEqualTo(403);
        assertThat(send("/complaints/of-deal/" + deal, vera).getStatus()).isEqualTo(403);
        assertThat(reader.page("/customers/" + mill, vera)).doesNotContain("/complaints/of-customer");
        assertThat(reader.page("/deals/" + deal, vera)).doesNotContain("/complaints/of-deal");
    }

    private String card(String of, PersonId person) throws Exception {
        return reader.page("/complaints/of-" + of, person);
    }

    private MockHttpServletResponse send(String path, PersonId person) throws Exception {
        return mvc.perform(get(path).with(world.signedInAs(person))).andReturn().getResponse();
    }
}
