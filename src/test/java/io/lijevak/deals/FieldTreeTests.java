package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.A;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.properties.Fields;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Operator;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.TypedField;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Deals of 500, 1000 and 2000, the last two won: conditions joined by or and not narrow the list and the funnel alike. */
@LijevakTest
class FieldTreeTests {
    private static final String EITHER = "any(potential.lt=600;all(outcome=WON;none(potential.lt=1500)))";

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CloseDeal close;

    @Autowired
    CreateCustomer customers;

    @Autowired
    CreateDeal open;

    @Autowired
    Fields fields;

    @Autowired
    KeepProperties keep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private RequestPostProcessor signedIn = request -> request;
    private RequestPostProcessor token = request -> request;

    @BeforeEach
    void found() {
        CurrentUser ana = deals.found();
        deals.open(ana, null, "500.00");
        for (var amount : List.of("1000.00", "2000.00")) {
            close.won(deals.open(ana, null, amount), Seen.ANYTHING, null, null, ana);
        }
        signedIn = world.signedInAs(ana.person());
        token = world.bearer(ana.person());
    }

    @Test
    void narrowsListFunnelAndMatrixAlike() throws Exception {
        mvc.perform(get("/api/v1/deals").param("where", EITHER).with(token))
                .andExpect(jsonPath("$.items.length()").value(2));
        mvc.perform(get("/api/v1/deals")
                        .param("where", EITHER)
                        .param("where.outcome", "WON")
                        .with(token))
                .andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get("/api/v1/funnel?view=closed&rule=closed")
                        .param("where", EITHER)
                        .with(token))
                .andExpect(jsonPath("$.totals.won.count").value(1));
        mvc.perform(get("/funnel?view=closed&rule=closed")
                        .param("where", EITHER)
                        .with(signedIn))
                .andExpect(content().string(containsString("Extended conditions")))
                .andExpect(content().string(containsString("where%3Aany")));
    }

    @Test
    void theApiTellsWhatIsWrongAtTheCondition() throws Exception {
        mvc.perform(get("/api/v1/deals")
                        .param("where", "any(outcome=WON;none(nothing=1;potential=much))")
                        .with(token))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("where[2.1]"))
                .andExpect(jsonPath("$.errors[1].field").value("where[2.2]"));
        mvc.perform(get("/api/v1/deals").param("where", "any(outcome=WON").with(token))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("where"));
    }

    @Test
    void aPageLeavesOutWhatCannotBeUsedAndSaysSo() throws Exception {
        mvc.perform(get("/deals").param("where", "any(outcome=OPEN;nothing=1)").with(signedIn))
                .andExpect(content().string(containsString("1 deal,")))
                .andExpect(content().string(containsString("Extended conditions")))
                .andExpect(content().string(containsString("no field nothing")));
    }

    @Test
    void isMadeStepByStepWithoutScripts() throws Exception {
        var first = mvc.perform(get("/filters/deals/condition")
                        .param("field", "potential")
                        .param("operator", "lt")
                        .param("value", "600")
                        .param("into", "all")
                        .param("q", "Press")
                        .with(signedIn))
                .andExpect(redirectedUrl("/filters/deals/tree?q=Press&where=all(potential.lt=600)"))
                .andReturn();
        assertThat(first.getResponse().getRedirectedUrl()).isNotNull();
        mvc.perform(get("/filters/deals/condition")
                        .param("field", "outcome")
                        .param("operator", "eq")
                        .param("value", "WON")
                        .param("into", "2")
                        .param("where", "any(potential.lt=600;none())")
                        .with(signedIn))
                .andExpect(redirectedUrl("/filters/deals/tree?where=any(potential.lt=600;none(outcome=WON))"));
        mvc.perform(get("/filters/deals/tree")
                        .param("where", "any(potential.lt=600;none(outcome=WON;potential=much))")
                        .with(signedIn))
                .andExpect(content().string(containsString("/deals?where=any(potential.lt=600;none(outcome=WON;")))
                .andExpect(content().string(containsString("into=2")))
                .andExpect(content().string(containsString("field__error")));
    }

    @Test
    void aConditionIsChangedInItsPlace() throws Exception {
        var tree = "any(potential.between=1500..2500;none(outcome.in=WON,LOST;nothing=1;potential.lt=much))";
        mvc.perform(get("/filters/deals/tree").param("where", tree).with(signedIn))
                .andExpect(content().string(containsString("replaced=2.1")))
                .andExpect(content().string(not(containsString("replaced=2.2"))));
        changing(tree, "1").andExpect(content().string(matchesPattern("(?s).*name=\"value2\"[^>]*value=\"2.?500.*")));
        changing(tree, "2.1")
                .andExpect(content().string(matchesPattern("(?s).*value=\"WON\" checked.*value=\"LOST\" checked.*")));
        changing(tree, "2.3")
                .andExpect(content().string(containsString("much")))
                .andExpect(content().string(containsString("field__error")));
        mvc.perform(get("/filters/deals")
                        .param("where", tree)
                        .param("replaced", "3")
                        .with(signedIn))
                .andExpect(status().isNotFound());

        var change = get("/filters/deals/condition")
                .param("field", "potential")
                .param("operator", "ge")
                .param("replaced", "1")
                .param("where", "any(potential.lt=600;outcome=WON)")
                .with(signedIn);
        mvc.perform(change.param("value", "plenty"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("value=\"plenty\"")))
                .andExpect(content().string(containsString("name=\"replaced\" value=\"1\"")));
        mvc.perform(get("/filters/deals/condition")
                        .param("field", "potential")
                        .param("operator", "ge")
                        .param("value", "700")
                        .param("replaced", "1")
                        .param("where", "any(potential.lt=600;outcome=WON)")
                        .with(signedIn))
                .andExpect(redirectedUrl("/filters/deals/tree?where=any(potential.ge=700;outcome=WON)"));
    }

    @Test
    void severalRecordsAreChangedInTheirPlace() throws Exception {
        var ana = world.person("Ana", Role.SALES_REP);
        var ivo = world.person("Ivo", Role.SALES_REP);
        var eva = world.person("Eva", Role.SALES_REP);
        var tree = "all(responsible.not_in=%s,%s)".formatted(ana, ivo);

        mvc.perform(get("/filters/deals/tree").param("where", tree).with(signedIn))
                .andExpect(content().string(containsString("replaced=1")));
        changing(tree, "1")
                .andExpect(content().string(matchesPattern("(?s).*value=\"ne\" selected.*")))
                .andExpect(content()
                        .string(matchesPattern("(?s).*value=\"%s\" checked[^A]*Ana.*value=\"%s\" checked[^I]*Ivo.*"
                                .formatted(ana, ivo))));
        var change = chosen(tree, "ne", ana, ivo);
        mvc.perform(change.param("further", eva.toString()).param("more", "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(matchesPattern("(?s).*value=\"%s\" checked[^E]*Eva.*".formatted(eva))))
                .andExpect(content().string(containsString("name=\"replaced\" value=\"1\"")));
        mvc.perform(chosen(tree, "ne", ana).param("further", eva.toString()))
                .andExpect(redirectedUrl(
                        "/filters/deals/tree?where=all(responsible.not_in=%s%%2C%s)".formatted(ana, eva)));
        mvc.perform(chosen(tree, "eq", ivo))
                .andExpect(redirectedUrl("/filters/deals/tree?where=all(responsible=%s)".formatted(ivo)));
        mvc.perform(chosen(tree, "under", ana, ivo))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("takes one record")));
        mvc.perform(chosen(tree, "eq", ana).param("further__text", "Ev"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("value=\"Ev\"")));
        mvc.perform(chosen(tree, "eq"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Ivo")));
    }

    /** The form of both named records with those ticked. */
    private MockHttpServletRequestBuilder chosen(String tree, String operator, PersonId... ticked) {
        var form = get("/filters/deals/condition")
                .param("field", "responsible")
                .param("operator", operator)
                .param("replaced", "1")
                .param("where", tree)
                .with(signedIn);
        tree.replaceAll("[^0-9,]", "")
                .lines()
                .flatMap(ids -> Stream.of(ids.split(",")))
                .forEach(id -> form.param("named", id));
        for (var person : ticked) {
            form.param("value", person.toString());
        }
        return form;
    }

    private ResultActions changing(String tree, String place) throws Exception {
        return mvc.perform(get("/filters/deals")
                        .param("where", tree)
                        .param("replaced", place)
                        .with(signedIn))
                .andExpect(status().isOk());
    }

    @Test
    void whatHasAHierarchyIsAskedWithAllBelowIt() throws Exception {
        var head = world.user(world.person("Voditelj", Role.HEAD_OF_SALES));
        var admin = world.user(Role.ADMINISTRATOR);
        var rep = world.person("Prodavač", Role.SALES_REP, null, head.person());
        var group = customers.from(new A("Grupa").fields(), admin).id();
        var part = customers.from(new A("Kći").parent(group).fields(), admin).id();
        var below = customers.from(new A("Unuka").parent(part).fields(), admin).id();
        for (var customer : List.of(group, below)) {
            var terms = new DealTerms("Press", customer.value(), null, null, null, null, "EUR", null, List.of());
            open.with(new NewDeal(deals.manual().id(), null, rep.value(), terms), admin);
        }
        assertThat(count("where.customer.under", group.value())).isEqualTo(2);
        assertThat(count("where.customer.under", part.value())).isEqualTo(1);
        assertThat(count("where.customer.parent.under", group.value())).isEqualTo(1);
        assertThat(count("where.responsible.under", head.id())).isEqualTo(2);
        assertThat(count("where.responsible", head.id())).isZero();
        keep.add(
                new NewProperty(
                        RecordKind.DEAL,
                        PropertyType.REFERENCE,
                        "partner",
                        RecordKind.CUSTOMER,
                        null,
                        List.of(),
                        PropertyDraft.named("Partner")),
                admin);
        jdbc.sql("update deal set properties = jsonb_build_object('partner', ?::bigint) where customer_id = ?")
                .params(part.value(), group.value())
                .update();
        assertThat(count("where.property.partner.under", group.value())).isEqualTo(1);
        assertThat(count("where.property.partner.under", below.value())).isZero();
        assertThat(count("where.property.partner", group.value())).isZero();
        assertThat(fields.level(RecordKind.DEAL, "", admin).fields())
                .filteredOn(field -> field.operators().contains(Operator.UNDER))
                .extracting(TypedField::path)
                .containsExactly("reason", "customer", "responsible", "property.partner");
    }

    private int count(String parameter, long value) throws Exception {
        var answer = mvc.perform(get("/api/v1/deals")
                        .param(parameter, Long.toString(value))
                        .with(token))
                .andExpect(status().isOk())
                .andReturn();
        return JsonPath.<List<Object>>read(answer.getResponse().getContentAsString(), "$.items")
                .size();
    }

    @Test
    void isKeptInViewsAndSegments() throws Exception {
        mvc.perform(post("/views")
                        .param("at", "/deals?where=any(outcome%3DWON)")
                        .param("name", "Dobiveni")
                        .with(signedIn))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/api/v1/views").with(token))
                .andExpect(jsonPath("$.items[0].address").value(containsString("where=any")));
    }
}
