package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Properties on deals: filled, changed beside other fields, audited, shown, exported. */
@LijevakTest
class DealPropertiesTests {
    @Autowired
    World world;

    @Autowired
    DealWorld dealWorld;

    @Autowired
    KeepProperties keep;

    @Autowired
    CreateDeal create;

    @Autowired
    ChangeDeal change;

    @Autowired
    StoredTerms stored;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private CurrentUser administrator;
    private Property depth;
    private DealId deal;

    @BeforeEach
    void begin() {
        administrator = dealWorld.found();
        depth = add("Depth", PropertyType.NUMBER);
        add("Hull", PropertyType.LIST, "Steel", "Wood");
        deal = create.with(
                new NewDeal(
                        dealWorld.manual().id(),
                        null,
                        administrator.id(),
                        terms(Map.of("depth", "1,234", "hull", "wood"))),
                administrator);
    }

    @Test
    void keepsItsPropertiesWhenOtherTermsChange() {
        assertThat(values().get("depth")).isEqualTo(new BigDecimal("1.234"));
        var before = values();

        change.to(plain("Renamed"), deal, change.version(deal), administrator);

        assertThat(stored.of(deal).orElseThrow().title()).isEqualTo("Renamed");
        assertThat(values()).isEqualTo(before);
    }

    @Test
    void recordsWhatChangedByNames() {
        change.to(terms(Map.of("hull", "Steel")), deal, change.version(deal), administrator);

        assertThat(audit.of("deal", deal.value(), 1).getFirst().changes())
                .containsEntry("property.hull", new AuditTrail.Change("Wood", "Steel"))
                .containsEntry("property.depth", new AuditTrail.Change("1,234", null));
        assertThatThrownBy(() -> change.to(terms(Map.of("hull", "Glass")), deal, change.version(deal), administrator))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void showsEditsFiltersAndExportsThem() throws Exception {
        var address = "/deals/" + deal;
        assertThat(reader.page(address, administrator.person())).contains(address + "/properties");
        assertThat(reader.page(address + "/properties", administrator.person())).contains("Depth", "1,234", "Wood");
        assertThat(reader.page(address + "/edit", administrator.person())).contains("properties.depth", "1,234");
        assertThat(reader.page(address + "/properties/depth", administrator.person()))
                .contains("properties.depth");

        var saved = mvc.perform(post(address + "/properties/depth")
                        .param("version", String.valueOf(change.version(deal)))
                        .param("properties.depth", "7")
                        .with(world.signedInAs(administrator.person())))
                .andReturn()
                .getResponse();

        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(values().get("depth")).isEqualTo(new BigDecimal("7"));
        assertThat(values().get("hull")).isNotNull();
        assertThat(reader.page("/deals/export.csv", administrator.person()))
                .contains("Depth")
                .contains("Wood");
        assertThat(reader.page("/deals?where.property.depth.between=5..9", administrator.person()))
                .contains(address + "?");
        assertThat(reader.page("/deals?where.property.depth.gt=7", administrator.person()))
                .doesNotContain(address + "?");
        assertThat(reader.page("/deals/board?where.property.depth=7", administrator.person()))
                .contains(address);
        assertThat(reader.page("/deals/losses?where.property.depth=7", administrator.person()))
                .contains("Depth");
    }

    @Test
    void aSecondEditorSeesWhatStandsThereNow() throws Exception {
        var version = String.valueOf(change.version(deal));
        change.to(terms(Map.of("depth", "9", "hull", "wood")), deal, change.version(deal), administrator);

        var refused = mvc.perform(post("/deals/" + deal + "/properties/depth")
                        .param("version", version)
                        .param("properties.depth", "7")
                        .with(world.signedInAs(administrator.person())))
                .andReturn()
                .getResponse();

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"7\"", "9");
    }

    @Test
    void programsThatKnowNoPropertiesLeaveThem() throws Exception {
        var bearer = world.bearer(administrator.person());
        var body = "{\"version\":%d,\"title\":\"By program\",\"currency\":\"EUR\"%s}";

        put(body.formatted(change.version(deal), ""));
        assertThat(values().get("depth")).isEqualTo(new BigDecimal("1.234"));

        put(body.formatted(change.version(deal), ",\"properties\":{\"hull\":\"Steel\",\"depth\":2.5}"));
        var answer = mvc.perform(get("/api/v1/deals/" + deal).with(bearer))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("\"properties\":{\"depth\":2.5,\"hull\":\"Steel\"}");
    }

    private void put(String body) throws Exception {
        var answer = mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put("/api/v1/deals/" + deal)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body)
                                .with(world.bearer(administrator.person())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    }

    private PropertyValues values() {
        return stored.of(deal).orElseThrow().values();
    }

    private static DealTerms plain(String title) {
        return new DealTerms(title, null, null, null, null, null, "EUR", null, List.of());
    }

    private static DealTerms terms(Map<String, Object> values) {
        return plain("Boat").with(PropertyValues.of(values));
    }

    private Property add(String name, PropertyType type, String... values) {
        return keep.add(
                new NewProperty(RecordKind.DEAL, type, null, null, null, List.of(values), PropertyDraft.named(name)),
                administrator);
    }
}
