package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Properties of customers and their people on pages, in exports and the API. */
@LijevakTest
class CustomerPropertyPagesTests {
    @Autowired
    World world;

    @Autowired
    CustomerPropertyWorld properties;

    @Autowired
    KeepProperties keep;

    @Autowired
    CreateCustomer create;

    @Autowired
    Customers customers;

    @Autowired
    ContactPeople people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private CurrentUser administrator;

    @BeforeEach
    void begin() {
        administrator = properties.found();
    }

    @Test
    void programsReadNamesAndPatchOneProperty() throws Exception {
        properties.add("People", PropertyType.NUMBER);
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
        properties.add("Note", PropertyType.TEXT);
        var created = create.from(
                new A("Uljara").with("region", "North").with("note", "<b>'\"").fields(), administrator);
        var address = "/customers/" + created.id();

        assertThat(reader.page(address, administrator.person())).contains("Region", "North", "&lt;b&gt;");
        assertThat(reader.page(address + "/edit", administrator.person())).contains("properties.region", "South");
        assertThat(reader.page(address + "/properties/region", administrator.person()))
                .contains("properties.region");
        var south = properties.region().choices().get(1).value();
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
                        .param(
                                "properties.region",
                                properties.region().choices().getFirst().value())
                        .with(signedIn))
                .andReturn()
                .getResponse();
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString(StandardCharsets.UTF_8)).contains("South");
        assertThat(reader.page("/customers/export.csv", administrator.person()))
                .contains("Region")
                .contains("South");
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

        assertThat(reader.page(address + "/people/new", administrator.person())).contains("properties.languages");
        mvc.perform(post(address + "/people")
                        .param("name", "Iva")
                        .param(
                                "properties.languages",
                                "",
                                langs.choices().getLast().value())
                        .with(signedIn))
                .andReturn();
        assertThat(reader.page(address, administrator.person())).contains("Languages", "English");
        var person = people.of(customer.id()).getFirst();
        mvc.perform(post(address + "/people/" + person.id())
                        .param("version", "1")
                        .param("name", "Iva Ivić")
                        .param("properties.languages", "")
                        .with(signedIn))
                .andReturn();
        assertThat(people.of(customer.id()).getFirst().properties().isEmpty()).isTrue();
        assertThat(reader.page(address, administrator.person()))
                .contains("Iva Ivić")
                .contains("Languages");

        var bearer = world.bearer(administrator.person());
        var answer = mvc.perform(patch("/api/v1" + address + "/contacts/" + person.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":2,\"properties\":{\"languages\":[\"Croatian\",\"English\"]}}")
                        .with(bearer))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("\"languages\":[\"Croatian\",\"English\"]");
        assertThat(reader.page("/customers?where.contact.property.languages=English", administrator.person()))
                .contains("Uljara");
        assertThat(reader.page("/customers?where.contact.property.languages.ne=English", administrator.person()))
                .doesNotContain("Uljara</");
    }

    @Test
    void fiveHundredPropertiesStillShow() throws Exception {
        IntStream.range(0, KeepProperties.MOST - 1).forEach(n -> properties.add("P" + n, PropertyType.TEXT));
        var created = create.from(new A("Uljara").with("p7", "seven").fields(), administrator);

        assertThat(reader.page("/customers/" + created.id(), administrator.person()))
                .contains("seven");
        assertThatThrownBy(() -> properties.add("One more", PropertyType.TEXT)).isInstanceOf(InvalidInput.class);
    }
}
