package io.lijevak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.SignedIn;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Money;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@LijevakTest
class CatalogTests {
    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    CreateProduct create;

    @Autowired
    ChangeProduct change;

    @Autowired
    ArchiveProduct archive;

    @Autowired
    Products products;

    @Autowired
    ProductGroups groups;

    private CurrentUser administrator;
    private SignedIn browser;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        browser = new SignedIn(mvc, world.signedInAs(administrator.person()));
    }

    @Test
    void refusesACodeThatAnotherProductHas() {
        create.from(product("P-1", "Preša"), administrator);

        assertThatThrownBy(() -> create.from(product("P-1", "Druga"), administrator))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().getFirst().field()).isEqualTo("code"));
    }

    @Test
    void refusesTheSecondEditorAndWhoMayNotEdit() {
        var created = create.from(product("P-1", "Preša"), administrator);
        change.to(product("P-1", "Preša 2"), created.id(), 1, administrator);

        assertThatThrownBy(() -> change.to(product("P-1", "Preša 3"), created.id(), 1, administrator))
                .isInstanceOf(StaleVersion.class);
        var reader = world.user(Role.READER);
        assertThatThrownBy(() -> change.to(product("P-1", "Preša 3"), created.id(), 2, reader))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(products.require(created.id()).name()).isEqualTo("Preša 2");
    }

    @Test
    void createsByTheFormInTheRegionsNumbers() throws Exception {
        browser.send(post("/products")
                .param("name", "Preša")
                .param("price", "1.234,50")
                .param("currency", "EUR"));
        var refused = browser.send(post("/products").param("name", "Druga").param("price", "1.234,5x"));

        assertThat(SignedIn.text(browser.send(get("/products"))))
                .contains("Preša", "1.234,50")
                .doesNotContain("Druga");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("value=\"1.234,5x\"", "id=\"f-price-e\"");
    }

    @Test
    void findsByPartOfNameAndCodeAndGroup() throws Exception {
        groups.add("Strojevi", administrator);
        var group = groups.all().getFirst().id();
        create.from(new ProductFields("GTX-1", "Čistilica", group, null, null), administrator);
        create.from(product("P-1", "Preša"), administrator);

        assertThat(SignedIn.text(browser.send(get("/products").param("q", "cistil"))))
                .contains("Čistilica")
                .doesNotContain("Preša");
        assertThat(SignedIn.text(browser.send(get("/products").param("q", "gtx-1"))))
                .contains("Čistilica")
                .doesNotContain("Preša");
        assertThat(SignedIn.text(browser.send(get("/products").param("group", String.valueOf(group)))))
                .contains("Čistilica")
                .doesNotContain("Preša");
        assertThat(SignedIn.text(browser.send(get("/products/options").param("q", "pre"))))
                .contains("role=\"option\"", "Preša");
    }

    @Test
    void takesArchivedProductsOffTheLists() throws Exception {
        var created = create.from(product("P-1", "Preša"), administrator);
        archive.archive(created.id(), administrator);

        assertThat(SignedIn.text(browser.send(get("/products/options").param("q", "pre"))))
                .doesNotContain("Preša");
        assertThat(SignedIn.text(browser.send(get("/products/" + created.id()))))
                .contains("disabled");
        archive.restore(created.id(), administrator);
        assertThat(SignedIn.text(browser.send(get("/products")))).contains("Preša");
    }

    @Test
    void exportsPricesAsNumbers() throws Exception {
        create.from(product("P-1", "=Preša"), administrator);

        assertThat(SignedIn.text(browser.send(get("/products/export.csv")))).contains("P-1;'=Preša;;1000,00;EUR");
    }

    @Test
    void answersTheApi() throws Exception {
        var bearer = world.bearer(administrator.person());
        var created = mvc.perform(post("/api/v1/products")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Preša\", \"price\": {\"value\": \"1000.00\", \"currency\": \"EUR\"}}")
                        .with(bearer))
                .andReturn()
                .getResponse();
        var changed = mvc.perform(patch("/api/v1/products/1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": 1, \"code\": \"P-9\"}")
                        .with(bearer))
                .andReturn()
                .getResponse();
        var listed =
                mvc.perform(get("/api/v1/products").with(bearer)).andReturn().getResponse();

        assertThat(created.getStatus()).as(SignedIn.text(created)).isEqualTo(201);
        assertThat(SignedIn.text(changed)).contains("\"code\":\"P-9\"", "\"value\":\"1000.00\"");
        assertThat(SignedIn.text(listed)).contains("\"items\":[{", "Preša");
    }

    @Test
    void replacesAProductOverTheApiUnlessSomebodyWasFaster() throws Exception {
        create.from(product("P-1", "Preša"), administrator);
        var fields = "\"name\": \"Preša 2\", \"price\": {\"value\": \"7.50\", \"currency\": \"EUR\"}}";

        var replaced = put("{\"version\": 1, " + fields);
        var stale = put("{\"version\": 1, " + fields);
        var blind = put("{" + fields);
        var nameless = put("{\"version\": 2, \"code\": \"P-1\"}");

        assertThat(SignedIn.text(replaced)).contains("Preša 2", "\"value\":\"7.50\"", "\"code\":null", "\"version\":2");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(blind.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(blind)).contains("\"field\":\"version\"");
        assertThat(nameless.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(nameless)).contains("\"field\":\"name\"");
    }

    private MockHttpServletResponse put(String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.put("/api/v1/products/1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(world.bearer(administrator.person())))
                .andReturn()
                .getResponse();
    }

    @Test
    void renamesAGroupButNotToOneThatExists() {
        groups.add("Strojevi", administrator);
        groups.add("Usluge", administrator);
        var id = new ProductGroupId(groups.all().getFirst().id());

        assertThatThrownBy(() -> groups.rename(id, "Usluge", administrator)).isInstanceOf(InvalidInput.class);
        groups.rename(id, "Oprema", administrator);
        assertThat(groups.all()).extracting(ProductGroups.Group::name).containsExactly("Oprema", "Usluge");
    }

    private static ProductFields product(String code, String name) {
        return new ProductFields(code, name, null, Money.of("1000.00", "EUR"), null);
    }
}
