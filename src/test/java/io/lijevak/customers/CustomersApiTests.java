package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LijevakTest
class CustomersApiTests {
    private static final String PATH = "/api/v1/customers";

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    CreateCustomer create;

    @Autowired
    Customers customers;

    private CurrentUser administrator;
    private RequestPostProcessor bearer;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        bearer = world.bearer(administrator.person());
    }

    @Test
    void createsReadsAndChanges() throws Exception {
        var created = created(Map.of(
                "name", "Uljara",
                "taxNumber", "69435151530",
                "phones", List.of("091 234 5678"),
                "responsibleId", administrator.id(),
                "address", Map.of("city", "Vodnjan", "country", "HR")));
        var id = created.get("id").asLong();

        assertThat(created.get("taxCountry").asString()).isEqualTo("HR");
        assertThat(created.get("phones").get(0).asString()).isEqualTo("+385912345678");
        assertThat(created.get("responsible").get("id").asLong()).isEqualTo(administrator.id());
        var changed = body(send(patch(PATH + "/" + id), Map.of("version", 1, "note", "stari kupac")), 200);
        assertThat(changed.get("name").asString()).isEqualTo("Uljara");
        assertThat(changed.get("phones")).hasSize(1);
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        var replaced = body(send(put(PATH + "/" + id), Map.of("version", 2, "name", "Uljara 2")), 200);
        assertThat(replaced.get("phones")).isEmpty();
        assertThat(body(send(get(PATH + "/" + id), null), 200).get("name").asString())
                .isEqualTo("Uljara 2");
    }

    @Test
    void emptiesAFieldThatIsSentAsNull() throws Exception {
        var id = created(Map.of("name", "Uljara", "note", "x")).get("id").asLong();

        var changed = send(patch(PATH + "/" + id), json.readTree("{\"version\": 1, \"note\": null}"));

        assertThat(body(changed, 200).get("note").isNull()).isTrue();
    }

    @Test
    void namesTheFieldOfAWrongOib() throws Exception {
        var problem = body(send(post(PATH), Map.of("name", "Uljara", "taxNumber", "69435151531")), 422);

        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("taxNumber");
        assertThat(problem.get("errors").toString()).contains("OIB");
    }

    @Test
    void refusesAStaleVersionAndAMissingOne() throws Exception {
        var id = created(Map.of("name", "Uljara")).get("id").asLong();
        body(send(patch(PATH + "/" + id), Map.of("version", 1, "name", "Prva")), 200);

        body(send(patch(PATH + "/" + id), Map.of("version", 1, "name", "Druga")), 409);
        body(send(patch(PATH + "/" + id), Map.of("name", "Druga")), 422);
        assertThat(customers.require(new CustomerId(id)).name()).isEqualTo("Prva");
    }

    @Test
    void keepsForeignRecordsFromARep() throws Exception {
        var foreign = create.from(new A("Tuđa").of(administrator.id()).fields(), administrator);
        var rep = world.bearer(Role.SALES_REP);

        var response = mvc.perform(patch(PATH + "/" + foreign.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": 1, \"name\": \"Moja\"}")
                        .with(rep))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(customers.require(foreign.id()).name()).isEqualTo("Tuđa");
    }

    @Test
    void pagesByCursor() throws Exception {
        for (var name : List.of("A", "B", "C", "D", "E")) {
            created(Map.of("name", name));
        }
        var seen = new HashSet<String>();
        var next = Optional.<String>empty();
        do {
            var request = get(PATH).param("limit", "2");
            next.ifPresent(cursor -> request.param("next", cursor));
            var page = body(send(request, null), 200);
            page.get("items").forEach(item -> seen.add(item.get("name").asString()));
            next = Optional.ofNullable(page.get("next"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString);
        } while (next.isPresent());

        assertThat(seen).containsExactlyInAnyOrder("A", "B", "C", "D", "E");
        body(send(get(PATH).param("limit", "1000"), null), 422);
        body(send(get(PATH).param("next", "rubbish"), null), 422);
    }

    @Test
    void archivesAndRestores() throws Exception {
        var id = created(Map.of("name", "Uljara")).get("id").asLong();

        assertThat(body(send(post(PATH + "/" + id + "/archive"), null), 200)
                        .get("archived")
                        .asBoolean())
                .isTrue();
        body(send(patch(PATH + "/" + id), Map.of("version", 2, "name", "x")), 409);
        assertThat(body(send(delete(PATH + "/" + id + "/archive"), null), 200)
                        .get("archived")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void keepsContactPersons() throws Exception {
        var path = PATH + "/" + created(Map.of("name", "Uljara")).get("id").asLong() + "/contacts";
        var person = Map.of("name", "Ana Lukež", "role", "direktorica", "phones", List.of("091 234 5678"));

        var added = body(send(post(path), person), 201);
        var one = path + "/" + added.get("id").asLong();
        assertThat(added.get("phones").get(0).asString()).isEqualTo("+385912345678");
        var changed = body(send(patch(one), Map.of("version", 1, "role", "vlasnica")), 200);
        assertThat(changed.get("phones")).hasSize(1);
        body(send(patch(one), Map.of("version", 1, "role", "nitko")), 409);
        var replaced = body(send(put(one), Map.of("version", 2, "name", "Ana L.")), 200);
        assertThat(replaced.get("phones")).isEmpty();
        assertThat(body(send(get(one), null), 200).get("name").asString()).isEqualTo("Ana L.");
        assertThat(body(send(get(path), null), 200).get("items")).hasSize(1);
        assertThat(send(post(one + "/archive"), null).getStatus()).isEqualTo(204);
        assertThat(body(send(get(path), null), 200).get("items")).isEmpty();
        body(send(get(one), null), 404);
        body(send(delete(one + "/archive"), null), 200);
        body(send(delete(one + "/archive"), null), 404);
    }

    @Test
    void namesTheFieldOfAWrongContactPerson() throws Exception {
        var path = PATH + "/" + created(Map.of("name", "Uljara")).get("id").asLong() + "/contacts";

        var problem =
                body(send(post(path), Map.of("phones", List.of("x"), "emails", List.of("a@b.example", "y"))), 422);

        assertThat(problem.get("errors").toString()).contains("\"name\"", "\"phones", "\"emails");
    }

    @Test
    void recordsConsentPerChannel() throws Exception {
        var path = PATH + "/" + created(Map.of("name", "Uljara")).get("id").asLong() + "/consents";
        var granted = Map.of("channel", "EMAIL", "state", "GRANTED", "givenOn", "2026-01-15", "source", "obrazac");
        var refused = Map.of("channel", "EMAIL", "state", "REFUSED", "givenOn", "2026-02-01", "source", "poziv");

        body(send(post(path), granted), 201);
        var state = body(send(post(path), refused), 201);

        assertThat(state.get("inForce")).hasSize(1);
        assertThat(state.get("inForce").get(0).get("state").asString()).isEqualTo("REFUSED");
        assertThat(body(send(get(path), null), 200).get("history")).hasSize(2);
        var problem = body(send(post(path), Map.of("channel", "SMS")), 422);
        assertThat(problem.get("errors").toString()).contains("state", "givenOn", "source");
        var unknown = body(send(post(path), Map.of("channel", "FAX")), 400);
        assertThat(unknown.get("errors").get(0).get("field").asString()).isEqualTo("channel");
    }

    @Test
    void takesTheWordsOfAChoiceInAnyCaseAndNamesThemWhenNoneFits() throws Exception {
        var company = body(send(post(PATH), Map.of("kind", "company", "name", "Uljara")), 201);

        assertThat(company.get("kind").asString()).isEqualTo("COMPANY");
        var problem = body(send(post(PATH), Map.of("kind", "firma", "name", "Uljara")), 400);
        assertThat(problem.get("errors").get(0).get("message").asString()).endsWith(": COMPANY, PERSON.");
        var path = PATH + "/" + company.get("id").asLong();
        var patch = body(send(patch(path), Map.of("kind", "firma", "version", 1)), 422);
        assertThat(patch.get("errors").get(0).get("message").asString()).endsWith(": COMPANY, PERSON.");
    }

    @Test
    void leavesAnArchivedCustomerAsItIs() throws Exception {
        var path = PATH + "/" + created(Map.of("name", "Uljara")).get("id").asLong();
        send(post(path + "/archive"), null);

        body(send(post(path + "/contacts"), Map.of("name", "Ana")), 409);
    }

    @Test
    void describesContactsAndConsents() throws Exception {
        var paths = body(send(get("/api/v1/openapi.json"), null), 200).get("paths");

        assertThat(paths.propertyNames())
                .contains(
                        PATH + "/{id}/contacts",
                        PATH + "/{id}/contacts/{contact}",
                        PATH + "/{id}/contacts/{contact}/archive",
                        PATH + "/{id}/consents");
        assertThat(paths.get("/api/v1/products/{id}").propertyNames()).contains("get", "put", "patch");
    }

    @Test
    void bringsNaughtyStringsBackUnchanged() throws Exception {
        var file = Path.of(Optional.ofNullable(System.getenv("LIJEVAK_SHARED_DATA"))
                        .orElse("../shared/data"))
                .resolve("naughty-strings/blns.json");
        assumeThat(file).as("left out: no shared data at %s", file).exists();
        for (var text : naughty(file)) {
            var response = send(post(PATH), Map.of("name", text, "note", text));
            if (text.isBlank() || text.strip().isEmpty()) {
                assertThat(response.getStatus()).as(text).isEqualTo(422);
                continue;
            }
            var id = body(response, 201).get("id").asLong();
            var read = body(send(get(PATH + "/" + id), null), 200);
            assertThat(read.get("name").asString()).isEqualTo(text.strip());
            assertThat(send(get(PATH).param("q", text), null).getStatus()).isEqualTo(200);
            if (text.contains("<") || text.contains("&")) {
                assertThat(page("/customers/" + id, administrator.person()))
                        .doesNotContain("<script>alert")
                        .doesNotContain("<img src=x")
                        .doesNotContain("onerror=alert(1)>");
            }
        }
        assertThat(page("/customers", administrator.person())).doesNotContain("<script>alert");
    }

    private List<String> naughty(Path file) throws IOException {
        return json.readValue(
                Files.readString(file), json.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private String page(String path, PersonId person) throws Exception {
        var response = mvc.perform(get(path).with(world.signedInAs(person)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private JsonNode created(Map<String, Object> fields) throws Exception {
        return body(send(post(PATH), fields), 201);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Object body) throws Exception {
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        }
        return mvc.perform(request.with(bearer)).andReturn().getResponse();
    }

    private JsonNode body(MockHttpServletResponse response, int status) throws Exception {
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return json.readTree(text);
    }
}
