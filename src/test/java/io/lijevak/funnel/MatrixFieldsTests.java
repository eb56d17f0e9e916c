package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** The matrix by properties of deals and of their customers (S105, S112). */
@LijevakTest
class MatrixFieldsTests {
    @Autowired
    FieldsWorld fields;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

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

    /** Deals by properties of theirs and of their customers: each in every value it has, in the sum once. */
    @Test
    void theMatrixGroupsByPropertiesAndOpensItsDeals() throws Exception {
        var tools = add("tools", PropertyType.MULTI_LIST, null, "Sails", "Motors");
        add("vip", PropertyType.FLAG, null);
        add("renewal", PropertyType.DATE, null);
        add("partner", PropertyType.REFERENCE, RecordKind.PERSON);
        var ids = jdbc.sql("select id from deal order by id").query(Long.class).list();
        for (var n = 0; n < ids.size(); n++) {
            var chosen = tools.choices().subList(0, n % 3).stream()
                    .map(Property.Choice::value)
                    .toList();
            jdbc.sql("update deal set properties = cast(:values as jsonb) where id = :id")
                    .param(
                            "values",
                            "{\"tools\": " + chosen + ", \"vip\": " + (n % 2 == 0) + ", \"renewal\": \"2026-0"
                                    + (1 + n % 2) + "-15\""
                                    + (n < 5 ? ", \"partner\": " + fields.head().value() : "") + "}")
                    .param("id", ids.get(n))
                    .update();
        }

        assertThat(groups("customer.property.region"))
                .containsExactly(
                        entry("North", 3), entry("South", 3), entry("East", 3), entry("Not filled", 4), entry("", 13));
        assertThat(groups("property.tools"))
                .containsExactly(entry("Sails", 8), entry("Motors", 4), entry("Not filled", 5), entry("", 13));
        assertThat(groups("property.vip")).containsExactly(entry("Yes", 7), entry("No", 6), entry("", 13));
        assertThat(groups("property.renewal").values()).containsExactly(7, 6, 13);
        assertThat(groups("property.partner")).containsExactly(entry("Ana", 5), entry("Not filled", 8), entry("", 13));
        assertThat(reader.page(
                        "/funnel/matrix?view=closed&rows=customer.property.region,property.vip&columns=stage",
                        fields.head()))
                .contains("Customer › Region", "Yes");
        assertThat(reader.page("/funnel/matrix/export.csv?view=closed&rows=property.tools", fields.head()))
                .contains("Tools", "Motors");
        var rep = world.user(world.person("Iva", Role.SALES_REP));
        assertThat(mvc.perform(get("/api/v1/funnel/matrix?view=closed&rows=property.partner")
                                .with(world.bearer(rep.person())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("rows", "property.partner")
                .doesNotContain("cells");
    }

    private Property add(String key, PropertyType type, @Nullable RecordKind target, String... values) {
        var name = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
        var roles = key.equals("partner") ? Set.of(Role.HEAD_OF_SALES) : Set.<Role>of();
        return keep.add(
                new NewProperty(
                        RecordKind.DEAL,
                        type,
                        key,
                        target,
                        null,
                        List.of(values),
                        new PropertyDraft(name, null, null, null, null, false, roles, 0)),
                world.user(fields.head()));
    }

    /** How many deals each row of the page counts, by its name; each number must open so many. */
    private Map<String, Integer> groups(String rows) throws Exception {
        var question = "view=closed&dealType=" + fields.type() + "&columns=none&rows=" + rows;
        var answer = JsonMapper.shared()
                .readTree(mvc.perform(get("/api/v1/funnel/matrix?" + question).with(world.bearer(fields.head())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        var counts = new LinkedHashMap<String, Integer>();
        var whole = 0;
        for (var cell : answer.at("/cells")) {
            var entered = cell.at("/measures/entered").asInt();
            if (cell.at("/rowNames").isEmpty()) {
                whole = entered;
            } else {
                counts.put(cell.at("/rowNames/0").asString(), entered);
            }
        }
        counts.put("", whole);
        var links = Pattern.compile("href=\"(/deals\\?funnel=[^\"]*)\"[^>]*>(\\d+)</a>")
                .matcher(reader.page("/funnel/matrix?" + question, fields.head()));
        var opened = new ArrayList<Integer>();
        while (links.find()) {
            var key = URI.create(links.group(1).replace("&amp;", "&"));
            var list = mvc.perform(
                            get(URI.create("/api/v1" + key + "&limit=100")).with(world.bearer(fields.head())))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(JsonMapper.shared().readTree(list).at("/items").size())
                    .as("%s", key)
                    .isEqualTo(Integer.parseInt(links.group(2)));
            opened.add(Integer.parseInt(links.group(2)));
        }
        assertThat(opened).containsExactlyElementsOf(counts.values());
        return counts;
    }
}
