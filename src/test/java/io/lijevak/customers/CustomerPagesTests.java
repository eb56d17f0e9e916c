package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LijevakTest
class CustomerPagesTests {
    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    CreateCustomer create;

    @Autowired
    Customers customers;

    @Autowired
    ContactPeople people;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    private PersonId person;
    private CurrentUser administrator;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        person = administrator.person();
    }

    @Test
    void listsAndSearches() throws Exception {
        create.from(new A("Uljara Čakovec").phones("091 234 5678").fields(), administrator);
        create.from(CustomerFields.named("Vinarija"), administrator);

        assertThat(page(get("/customers"))).contains("Uljara Čakovec", "+385 91 234 5678", "Vinarija");
        assertThat(page(get("/customers").param("q", "cakov")))
                .contains("Uljara Čakovec")
                .doesNotContain("Vinarija");
    }

    @Test
    void takesEachFilterAwayByItself() throws Exception {
        create.from(new A("Uljara").of(person.value()).fields(), administrator);

        var list = page(get("/customers?q=ulj&kind=COMPANY&responsible=" + person + "&sort=CREATED"));

        assertThat(list)
                .contains("href=\"/customers?kind=COMPANY&amp;responsible=" + person + "&amp;sort=CREATED\"")
                .contains("href=\"/customers?q=ulj&amp;responsible=" + person + "&amp;sort=CREATED\"")
                .contains("href=\"/customers?q=ulj&amp;kind=COMPANY&amp;sort=CREATED\"");
    }

    @Test
    void leadsAlongTheListThatTheCardWasOpenedFrom() throws Exception {
        var first = create.from(CustomerFields.named("Uljara Alfa"), administrator);
        create.from(CustomerFields.named("Uljara Bura"), administrator);
        var third = create.from(CustomerFields.named("Uljara Cer"), administrator);
        create.from(CustomerFields.named("Vinarija"), administrator);
        var card = "/customers/" + first.id() + "?list=q=ulj%26sort=NAME";

        assertThat(page(get("/customers?q=ulj"))).contains("href=\"" + card + "\"");
        assertThat(page(get("/customers/" + first.id()).param("list", "q=ulj&sort=NAME")))
                .contains("href=\"/customers/" + first.id() + "/next?list=q=ulj%26sort=NAME\"")
                .contains("href=\"/customers?q=ulj&amp;sort=NAME\"");
        assertThat(walk(first.id(), "next")).isEqualTo("/customers/2?list=q=ulj%26sort=NAME");
        assertThat(walk(third.id(), "next")).isEqualTo("/customers/3?list=q=ulj%26sort=NAME");
        assertThat(walk(third.id(), "previous")).isEqualTo("/customers/2?list=q=ulj%26sort=NAME");
    }

    @Test
    void showsAForeignersNameEscaped() throws Exception {
        var created = create.from(CustomerFields.named("<script>alert(1)</script>"), administrator);

        assertThat(page(get("/customers/" + created.id())))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void warnsOfTheSameCustomerAndCreatesItAnyway() throws Exception {
        create.from(new A("Uljara").emails("a@uljara.example").fields(), administrator);

        var warned = send(post("/customers").param("name", "Druga").param("emails", "a@uljara.example"));
        var created = send(post("/customers")
                .param("name", "Druga")
                .param("emails", "a@uljara.example")
                .param("anyway", "1"));

        assertThat(warned.getStatus()).isEqualTo(409);
        assertThat(text(warned)).contains("Uljara", "name=\"anyway\"");
        assertThat(created.getStatus()).isEqualTo(302);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongAtItsFieldAndKeepsWhatWasTyped() throws Exception {
        var refused = send(post("/customers").param("name", "Uljara").param("taxNumber", "12345678901"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("value=\"12345678901\"", "id=\"f-taxNumber-e\"");
        assertThat(count()).isZero();
    }

    @Test
    void changesOneFieldInItsPlace() throws Exception {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var path = "/customers/" + created.id() + "/fields/phones";

        assertThat(page(get(path))).contains("id=\"field-phones\"", "name=\"version\" value=\"1\"");
        var saved = send(post(path).param("version", "1").param("phones", "091 234 5678\r\n01 4567 890"));

        assertThat(saved.getRedirectedUrl()).isEqualTo("/customers/" + created.id());
        assertThat(customers.require(created.id()).fields().phones()).containsExactly("+385912345678", "+38514567890");
    }

    @Test
    void showsTheSecondEditorBothValues() throws Exception {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var path = "/customers/" + created.id() + "/fields/name";
        send(post(path).param("version", "1").param("name", "Njihova"));

        var refused = send(post(path).param("version", "1").param("name", "Moja"));
        var chosen = send(post(path).param("version", "2").param("name", "Moja"));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(text(refused)).contains("value=\"Moja\"", "Njihova", "name=\"version\" value=\"2\"");
        assertThat(chosen.getStatus()).isEqualTo(302);
        assertThat(customers.require(created.id()).name()).isEqualTo("Moja");
    }

    @Test
    void showsBothValuesInTheFullFormToo() throws Exception {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var path = "/customers/" + created.id() + "/edit";
        send(post(path).param("version", "1").param("name", "Njihova"));

        var refused = send(post(path).param("version", "1").param("name", "Moja"));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(text(refused)).contains("value=\"Moja\"", "Njihova");
        assertThat(customers.require(created.id()).name()).isEqualTo("Njihova");
    }

    @Test
    void keepsContactPersonsWithTheirPhones() throws Exception {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var path = "/customers/" + created.id() + "/people";

        send(post(path)
                .param("name", "Branka Lukež")
                .param("role", "direktorica")
                .param("phones", "091 234 5678"));

        var contact = people.of(created.id()).getFirst();
        assertThat(contact.phones()).containsExactly("+385912345678");
        assertThat(page(get("/customers/" + created.id()))).contains("Branka Lukež", "tel:+385912345678");
        assertThat(page(get("/customers").param("q", "lukez"))).contains("Uljara");
        send(post(path + "/" + contact.id() + "/archive"));
        assertThat(people.of(created.id())).isEmpty();
    }

    @Test
    void keepsTheHistoryOfConsents() throws Exception {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var path = "/customers/" + created.id() + "/consents/email";

        send(post(path).param("state", "GRANTED").param("givenOn", "2026-01-02").param("source", "obrazac"));
        send(post(path).param("state", "REFUSED").param("givenOn", "2026-03-04").param("source", "poziv"));
        var refused = send(post(path)
                .param("state", "GRANTED")
                .param("givenOn", "2199-01-01")
                .param("source", "x"));

        assertThat(consents.of(created.id()))
                .extracting(Consent::state, Consent::givenOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Consent.State.REFUSED, LocalDate.of(2026, 3, 4)),
                        org.assertj.core.groups.Tuple.tuple(Consent.State.GRANTED, LocalDate.of(2026, 1, 2)));
        assertThat(refused.getStatus()).isEqualTo(422);
    }

    @Test
    void beginsNothingWithOneThatIsArchived() throws Exception {
        var created = create.from(CustomerFields.named("Uljara"), administrator);
        var begins = Map.of(
                "/deals/of-customer/", "/deals/new?",
                "/complaints/of-customer/", "/complaints/new?",
                "/interactions/of-customer/", "id=\"composer\"");

        for (var begin : begins.entrySet()) {
            assertThat(page(get(begin.getKey() + created.id())))
                    .contains(begin.getValue())
                    .doesNotContain("??");
        }
        send(post("/customers/" + created.id() + "/archive"));
        for (var begin : begins.entrySet()) {
            assertThat(page(get(begin.getKey() + created.id()))).doesNotContain(begin.getValue());
        }
    }

    @Test
    void archivesAndRestores() throws Exception {
        var created = create.from(CustomerFields.named("Uljara"), administrator);

        send(post("/customers/" + created.id() + "/archive"));
        assertThat(page(get("/customers"))).doesNotContain("Uljara</a>");
        send(post("/customers/" + created.id() + "/restoration"));
        assertThat(page(get("/customers"))).contains("Uljara</a>");
    }

    @Test
    void exportsWhatIsSeenWithoutFormulas() throws Exception {
        create.from(new A("=cmd()").phones("091 234 5678").fields(), administrator);
        create.from(CustomerFields.named("Vinarija"), administrator);

        var csv = page(get("/customers/export.csv").param("q", "cmd"));

        assertThat(csv.lines().toList()).hasSize(2);
        assertThat(csv).contains("'=cmd()").contains(";+385912345678;").doesNotContain("Vinarija");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'customers.exported'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void answersAForeignRecordWithForbidden() throws Exception {
        var rep = world.user(Role.SALES_REP);
        var created = create.from(new A("Tuđa").of(administrator.id()).fields(), administrator);

        var status = mvc.perform(post("/customers/" + created.id() + "/fields/name")
                        .param("version", "1")
                        .param("name", "Moja")
                        .with(world.signedInAs(rep.person())))
                .andReturn()
                .getResponse()
                .getStatus();

        assertThat(status).isEqualTo(403);
        assertThat(customers.require(created.id()).name()).isEqualTo("Tuđa");
    }

    @Test
    void pagesLinkToTheRestOfALongList() throws Exception {
        for (var i = 0; i < 51; i++) {
            create.from(CustomerFields.named("Kupac %02d".formatted(i)), administrator);
        }

        var first = page(get("/customers"));

        assertThat(first).contains("1–50", "51", "rel=\"next\"").doesNotContain("Kupac 50");
    }

    private int count() {
        return jdbc.sql("select count(*) from customer").query(Integer.class).single();
    }

    private String walk(CustomerId from, String way) throws Exception {
        return mvc.perform(get("/customers/" + from + "/" + way)
                        .param("list", "q=ulj&sort=NAME")
                        .with(world.signedInAs(person)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var response = send(request);
        assertThat(List.of(200)).contains(response.getStatus());
        return text(response);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(world.signedInAs(person))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
