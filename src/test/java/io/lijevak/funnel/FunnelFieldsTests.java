package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** The funnel and the lists of deals by fields of the deal's customer, person and products (S105, S112). */
@LijevakTest
class FunnelFieldsTests {
    @Autowired
    FieldsWorld fields;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ShowPassport passports;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    @BeforeEach
    void deals() {
        fields.found();
    }

    @Test
    void theFunnelCountsTheDealsOfARegion() throws Exception {
        assertThat(closed("")).isEqualTo(13);
        assertThat(closed("&where.customer.property.region=North")).isEqualTo(3);
        assertThat(closed("&where.customer.property.region=" + fields.id(0))).isEqualTo(3);
        assertThat(closed("&where.customer.property.region.in=North,South")).isEqualTo(6);
        assertThat(closed("&where.customer.property.region.ne=North")).isEqualTo(10);
        assertThat(closed("&where.customer.property.region.empty=yes")).isEqualTo(4);
        assertThat(closed("&where.outcome=WON")).isEqualTo(4);
        assertThat(closed("&where.outcome=WON&where.customer.property.region.filled=yes"))
                .isEqualTo(3);
        assertThat(closed("&where.customer.responsible.team.empty=yes")).isEqualTo(13);
        assertThat(closed("&where.responsible.name=ana")).isEqualTo(13);
        assertThat(closed("&where.customer.name.contains=Customer 1")).isEqualTo(3);
    }

    @Test
    void theListOfDealsCountsTheSame() throws Exception {
        for (var where : List.of(
                "where.customer.property.region=North",
                "where.customer.property.region.in=North,South",
                "where.customer.property.region.empty=yes",
                "where.customer.responsible.team.empty=yes",
                "where.outcome=WON&where.customer.property.region.filled=yes",
                "where.product.name.contains=x")) {
            var api = JsonMapper.shared()
                    .readTree(
                            mvc.perform(get("/api/v1/deals?limit=100&" + where).with(world.bearer(fields.head())))
                                    .andReturn()
                                    .getResponse()
                                    .getContentAsString());
            assertThat(api.at("/items").size()).as(where).isEqualTo((int) closed("&" + where));
        }
    }

    /** Conditions on what the facts repeat (customer) and on what they do not (outcome of the deal itself). */
    @Test
    void thePassportSaysWhomTheConditionsKeepOut() throws Exception {
        var user = world.user(fields.head());
        for (var where : List.of(
                "where.customer.property.region:North", "where.customer.property.region:North,where.outcome:WON")) {
            var number = passports.of(
                    "view:closed,rule:closed,figure:won,dealType:" + fields.type() + "," + where, "", user);

            assertThat(number.counted().count()).isEqualTo(3);
            assertThat(number.deals()).isEqualTo(13);
            assertThat(number.excluded()).containsEntry(Exclusion.FIELDS, 10L);
            assertThat(passports.recount(number, user))
                    .hasValueSatisfying(anew -> assertThat(anew.equal()).isTrue());
            assertThat(whyNot(number, "South")).contains(Exclusion.FIELDS);
            assertThat(whyNot(number, "North")).isEmpty();
            var list = mvc.perform(get("/api/v1/deals?limit=100")
                            .param(Passport.EXCLUDED, number.key(Exclusion.FIELDS))
                            .with(world.bearer(fields.head())))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(JsonMapper.shared().readTree(list).at("/items").size()).isEqualTo(10);
        }
    }

    private Optional<Exclusion> whyNot(Passport number, String choice) {
        var deal = jdbc.sql("""
                select min(d.id) from deal d join customer c on c.id = d.customer_id
                where c.properties = jsonb_build_object('region', cast(:choice as bigint))""")
                .param(
                        "choice",
                        fields.region()
                                .choices()
                                .get(choice.equals("North") ? 0 : 1)
                                .id())
                .query(Long.class)
                .single();
        return passports
                .whyNot(number, deal, world.user(fields.head()))
                .orElseThrow()
                .why();
    }

    @Test
    void aNumberOpensTheListOfExactlyItsDeals() throws Exception {
        var page = reader.page(
                "/funnel?view=closed&dealType=" + fields.type() + "&where.customer.property.region.in=" + fields.id(0)
                        + "," + fields.id(1),
                fields.head());
        var link = Pattern.compile("href=\"(/deals\\?funnel=[^\"]*figure%3Alost[^\"]*)\">3</a>")
                .matcher(page);

        assertThat(link.find()).isTrue();
        var list = mvc.perform(
                        get(URI.create(link.group(1).replace("&amp;", "&"))).with(world.signedInAs(fields.head())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var deals = Pattern.compile("\"/deals/(\\d+)\\?list=")
                .matcher(list)
                .results()
                .map(found -> found.group(1));
        assertThat(deals.distinct()).hasSize(3);
    }

    private long closed(String where) throws Exception {
        var answer = mvc.perform(get("/api/v1/funnel?view=closed&dealType=" + fields.type() + where)
                        .with(world.bearer(fields.head())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(where).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(answer.getContentAsString())
                .at("/stages/0/entered/count")
                .asLong();
    }
}
