package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Properties on customers: filled, refused, audited, shown, exported. */
@LijevakTest
class CustomerPropertiesTests {
    @Autowired
    World world;

    @Autowired
    KeepProperties keep;

    @Autowired
    CreateCustomer create;

    @Autowired
    ChangeCustomer change;

    @Autowired
    Customers customers;

    @Autowired
    ContactPeople people;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvc mvc;

    private CurrentUser administrator;
    private Property region;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        region = add("Region", PropertyType.LIST, "North", "South");
    }

    @Test
    void keepsEveryTypeAsItWasGiven() {
        add("Note", PropertyType.TEXT);
        add("People", PropertyType.NUMBER);
        add("Turnover", PropertyType.MONEY);
        add("Renewal", PropertyType.DATE);
        add("Exports", PropertyType.FLAG);
        add("Boats", PropertyType.MULTI_LIST, "Sail", "Motor", "Rubber");
        var other = create.from(new A("Other").fields(), administrator);
        keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER,
                        PropertyType.REFERENCE,
                        "partner",
                        RecordKind.CUSTOMER,
                        null,
                        List.of(),
                        PropertyDraft.named("Partner")),
                administrator);

        var created = create.from(
                new A("Uljara")
                        .with("region", "south")
                        .with("note", " Robert'); drop table customer; -- \"\\ ")
                        .with("people", "1.234,50")
                        .with("turnover", new BigDecimal("1000000.10"))
                        .with("renewal", "31. 12. 2026.")
                        .with("exports", "da")
                        .with("boats", "Rubber, sail")
                        .with("partner", BigDecimal.valueOf(other.id().value()))
                        .fields(),
                administrator);

        var stored = customers.require(created.id()).fields().properties();
        assertThat(stored.get("region"))
                .isEqualTo(BigDecimal.valueOf(region.choices().get(1).id()));
        assertThat(stored.get("note")).isEqualTo("Robert'); drop table customer; -- \"\\");
        assertThat(stored.get("people")).isEqualTo(new BigDecimal("1234.5"));
        assertThat(stored.get("turnover")).isEqualTo(new BigDecimal("1000000.1"));
        assertThat(stored.get("renewal")).isEqualTo("2026-12-31");
        assertThat(stored.get("exports")).isEqualTo(true);
        assertThat(stored.get("boats"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(stored.get("partner"))
                .isEqualTo(BigDecimal.valueOf(other.id().value()));
    }

    @Test
    void refusesEachWrongValueAtItsField() {
        add("People", PropertyType.NUMBER);
        add("Renewal", PropertyType.DATE);
        add("Note", PropertyType.TEXT);
        var wrong = new A("Uljara")
                .with("region", "West")
                .with("people", "many")
                .with("renewal", "31.02.2026")
                .with("note", "x".repeat(10_000))
                .with("unheard", "of")
                .fields();

        assertThatThrownBy(() -> create.from(wrong, administrator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.field() + " " + problem.messageKey())
                                .containsExactlyInAnyOrder(
                                        "properties.region properties.problem.choice.unknown",
                                        "properties.people platform.problem.number",
                                        "properties.renewal platform.problem.date",
                                        "properties.note properties.problem.long",
                                        "properties.unheard properties.problem.unknown"));
    }

    @Test
    void asksARequiredPropertyOfNewCustomersAndLetsNobodyEmptyIt() {
        var old = create.from(new A("Old").fields(), administrator);
        var draft = new PropertyDraft("Band", null, null, null, null, true, Set.of(), 0);
        keep.add(
                new NewProperty(RecordKind.CUSTOMER, PropertyType.TEXT, null, null, null, List.of(), draft),
                administrator);

        assertThatThrownBy(() -> create.from(new A("New").fields(), administrator))
                .isInstanceOf(InvalidInput.class);
        change.by(administrator, old.id(), old.version(), now -> now.ofPerson(administrator.id()));
        var filled = change.by(
                administrator,
                old.id(),
                2,
                now -> now.withProperties(now.properties().with("band", "50-99")));
        assertThatThrownBy(() -> change.by(
                        administrator, old.id(), filled.version(), now -> now.withProperties(PropertyValues.NONE)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void keepsWhatThePersonMayNotSeeAndWhatIsRetired() {
        var draft = new PropertyDraft("Margin", null, null, null, null, false, Set.of(Role.HEAD_OF_SALES), 0);
        keep.add(
                new NewProperty(RecordKind.CUSTOMER, PropertyType.NUMBER, null, null, null, List.of(), draft),
                administrator);
        var rep = world.user(Role.SALES_REP);
        var created = create.from(
                new A("Uljara")
                        .of(rep.id())
                        .with("margin", "12")
                        .with("region", "North")
                        .fields(),
                administrator);
        keep.retire(region.id(), true, administrator);

        var changed = change.by(rep, created.id(), created.version(), now -> now.withProperties(PropertyValues.NONE));

        assertThat(changed.fields().properties()).isEqualTo(created.fields().properties());
        assertThatThrownBy(() -> change.by(
                        rep,
                        created.id(),
                        changed.version(),
                        now -> now.withProperties(now.properties().with("margin", "99"))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void recordsAChangeByTheNamesOfItsValues() {
        var created = create.from(new A("Uljara").with("region", "North").fields(), administrator);
        change.by(
                administrator,
                created.id(),
                1,
                now -> now.withProperties(now.properties().with("region", "South")));

        assertThat(audit.of("customer", created.id().value(), 1).getFirst().changes())
                .containsEntry("property.region", new AuditTrail.Change("North", "South"));
    }

    @Test
    void programsReadNamesAndPatchOneProperty() throws Exception {
        add("People", PropertyType.NUMBER);
        var created = create.from(
                new A("Uljara").with("region", "North").with("people", "5").fields(), administrator);
        var bearer = world.bearer(Role.ADMINISTRATOR);

        var answer = mvc.perform(patch("/api/v1/customers/" + created.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":1,\"properties\":{\"region\":\"South\"}}")
                        .with(bearer))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).contains("\"properties\":{\"region\":\"South\",\"people\":5}");
        var refused = mvc.perform(patch("/api/v1/customers/" + created.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":2,\"properties\":{\"region\":\"Atlantis\",\"people\":1e999999999}}")
                        .with(bearer))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("properties.region", "properties.people");
    }

    @Test
    void showsEditsAndExportsThemOnPages() throws Exception {
        var signedIn = world.signedInAs(administrator.person());
        add("Note", PropertyType.TEXT);
        var created = create.from(
                new A("Uljara").with("region", "North").with("note", "<b>'\"").fields(), administrator);
        var address = "/customers/" + created.id();

        assertThat(page(address, signedIn)).contains("Region", "North", "&lt;b&gt;");
        assertThat(page(address + "/edit", signedIn)).contains("properties.region", "South");
        assertThat(page(address + "/properties/region", signedIn)).contains("properties.region");
        var south = region.choices().get(1).value();
        var saved = mvc.perform(post(address + "/properties/region")
                        .param("version", "1")
                        .param("properties.region", south)
                        .with(signedIn))
                .andReturn()
                .getResponse();
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(customers.require(created.id()).fields().properties().get("note"))
                .isEqualTo("<b>'\"");
        var stale = mvc.perform(post(address + "/properties/region")
                        .param("version", "1")
                        .param("properties.region", region.choices().getFirst().value())
                        .with(signedIn))
                .andReturn()
                .getResponse();
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString(StandardCharsets.UTF_8)).contains("South");
        assertThat(page("/customers/export.csv", signedIn)).contains("Region").contains("South");
    }

    @Test
    void contactPersonsHaveProperties() throws Exception {
        var langs = keep.add(
                new NewProperty(
                        RecordKind.CONTACT,
                        PropertyType.MULTI_LIST,
                        "languages",
                        null,
                        null,
                        List.of("Croatian", "English"),
                        PropertyDraft.named("Languages")),
                administrator);
        var customer = create.from(new A("Uljara").fields(), administrator);
        var signedIn = world.signedInAs(administrator.person());
        var address = "/customers/" + customer.id();

        assertThat(page(address + "/people/new", signedIn)).contains("properties.languages");
        mvc.perform(post(address + "/people")
                        .param("name", "Iva")
                        .param(
                                "properties.languages",
                                "",
                                langs.choices().getLast().value())
                        .with(signedIn))
                .andReturn();
        assertThat(page(address, signedIn)).contains("Languages", "English");
        var person = people.of(customer.id()).getFirst();
        mvc.perform(post(address + "/people/" + person.id())
                        .param("version", "1")
                        .param("name", "Iva Ivić")
                        .param("properties.languages", "")
                        .with(signedIn))
                .andReturn();
        assertThat(people.of(customer.id()).getFirst().properties().isEmpty()).isTrue();
        assertThat(page(address, signedIn)).contains("Iva Ivić").contains("Languages");

        var bearer = world.bearer(administrator.person());
        var answer = mvc.perform(patch("/api/v1" + address + "/contacts/" + person.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":2,\"properties\":{\"languages\":[\"Croatian\",\"English\"]}}")
                        .with(bearer))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("\"languages\":[\"Croatian\",\"English\"]");
        assertThat(page("/customers?where.contact.property.languages=English", signedIn))
                .contains("Uljara");
        assertThat(page("/customers?where.contact.property.languages.ne=English", signedIn))
                .doesNotContain("Uljara</");
    }

    @Test
    void fiveHundredPropertiesStillShow() throws Exception {
        IntStream.range(0, KeepProperties.MOST - 1).forEach(n -> add("P" + n, PropertyType.TEXT));
        var created = create.from(new A("Uljara").with("p7", "seven").fields(), administrator);

        assertThat(page("/customers/" + created.id(), world.signedInAs(administrator.person())))
                .contains("seven");
        assertThatThrownBy(() -> add("One more", PropertyType.TEXT)).isInstanceOf(InvalidInput.class);
    }

    private String page(String address, org.springframework.test.web.servlet.request.RequestPostProcessor signedIn)
            throws Exception {
        var response = mvc.perform(get(address).with(signedIn)).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private Property add(String name, PropertyType type, String... values) {
        return keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER, type, null, null, null, List.of(values), PropertyDraft.named(name)),
                administrator);
    }
}
