package io.lijevak.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Properties;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Properties on products: in the form, in the history, in the file and in the API. */
@LijevakTest
class ProductPropertiesTests {
    @Autowired
    World world;

    @Autowired
    KeepProperties keep;

    @Autowired
    CreateProduct create;

    @Autowired
    Products products;

    @Autowired
    AuditTrail audit;

    @Autowired
    Properties properties;

    @Autowired
    MockMvc mvc;

    private CurrentUser administrator;
    private Product mast;

    @BeforeEach
    void begin() {
        world.reset();
        administrator = world.user(Role.ADMINISTRATOR);
        keep.add(
                new NewProperty(
                        RecordKind.PRODUCT,
                        PropertyType.NUMBER,
                        "weight",
                        null,
                        null,
                        List.of(),
                        PropertyDraft.named("Weight, kg")),
                administrator);
        mast = create.from(new ProductFields("M1", "Mast", null, null, null), administrator);
    }

    @Test
    void isChangedInTheFormAndToldInTheHistory() throws Exception {
        var address = "/products/" + mast.id();
        assertThat(text(get(address))).contains("properties.weight");

        text(post(address)
                .param("version", "1")
                .param("name", "Mast")
                .param("code", "M1")
                .param("properties.weight", "12,5"));

        assertThat(products.require(mast.id()).fields().values().get("weight")).isEqualTo(new BigDecimal("12.5"));
        assertThat(text(get(address))).contains("Weight, kg:", "12,5");
        assertThat(text(get("/products/export.csv"))).contains("Weight, kg", "12,5");
        assertThat(audit.of("product", mast.id().value(), 1).getFirst().changes())
                .containsEntry("property.weight", new AuditTrail.Change(null, "12,5"));
    }

    @Test
    void programsThatKnowNoPropertiesLeaveThem() throws Exception {
        api("{\"version\":1,\"name\":\"Mast\",\"properties\":{\"weight\":7}}");
        assertThat(api("{\"version\":2,\"name\":\"Tall mast\"}")).contains("\"properties\":{\"weight\":7}");
    }

    @Test
    void narrowsTheListUntilItIsRetired() throws Exception {
        create.from(new ProductFields("S1", "Sail", null, null, null), administrator);
        api("{\"version\":1,\"name\":\"Mast\",\"properties\":{\"weight\":17}}");
        var heavy = "?where.property.weight.gt=10";
        assertThat(text(get("/products" + heavy)))
                .contains("Mast</a>", "Weight, kg")
                .doesNotContain("Sail</a>");
        assertThat(text(get("/products/export.csv" + heavy))).contains("Mast").doesNotContain("Sail");
        assertThat(text(get("/filters/products"))).contains("field=property.weight", "field=group");

        keep.retire(properties.find(RecordKind.PRODUCT, "weight").orElseThrow().id(), true, administrator);

        assertThat(text(get("/products" + heavy))).contains("is retired", "Mast</a>", "Sail</a>");
        for (var address : List.of("/products/export.csv", "/api/v1/products")) {
            var refused = mvc.perform(get(address + heavy)
                            .with(
                                    address.startsWith("/api")
                                            ? world.bearer(administrator.person())
                                            : world.signedInAs(administrator.person())))
                    .andReturn()
                    .getResponse();
            assertThat(refused.getStatus()).as(address).isEqualTo(422);
        }
    }

    private String api(String body) throws Exception {
        return mvc.perform(put("/api/v1/products/" + mast.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(world.bearer(administrator.person())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request.with(world.signedInAs(administrator.person())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isLessThan(400);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
