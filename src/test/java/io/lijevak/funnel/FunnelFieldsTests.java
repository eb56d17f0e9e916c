package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** The funnel and the lists of deals by fields of the deal's customer, person and products (S105, S112). */
@LijevakTest
class FunnelFieldsTests {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    KeepProperties keep;

    @Autowired
    ShowPassport passports;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private PersonId head;
    private Property region;
    private long stage;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        head = world.person("Ana", Role.ADMINISTRATOR);
        region = keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER,
                        PropertyType.LIST,
                        null,
                        null,
                        null,
                        List.of("North", "South", "East"),
                        PropertyDraft.named("Region")),
                world.user(head));
        var rows = new FunnelWorld(jdbc);
        stage = rows.stage("Offer", 1);
        type = rows.type("Sale", List.of(stage));
        for (var n = 0; n < 12; n++) {
            var customer = rows.customer("Customer " + n, null);
            if (n % 4 < 3) {
                fill(customer, region.choices().get(n % 4).id());
            }
            deal(rows, n % 4 == 0 ? "WON" : "LOST", customer);
        }
        deal(rows, "WON", null);
        facts.rebuild();
    }

    private void fill(long customer, long choice) {
        jdbc.sql(
                        "update customer set properties = jsonb_build_object('region', cast(:choice as bigint)) where id = :id")
                .param("choice", choice)
                .param("id", customer)
                .update();
    }

    private void deal(FunnelWorld rows, String outcome, @Nullable Long customer) {
        var entered = TODAY.minus(20, ChronoUnit.DAYS);
        var closed = TODAY.minus(5, ChronoUnit.DAYS);
        var amount = new BigDecimal("100.00");
        rows.deal(
                new Deal(type, stage, outcome, head.value(), null, customer, amount, entered, closed),
                List.of(new Visit(stage, entered, closed, outcome, amount, amount, entered, closed)));
    }

    @Test
    void theFunnelCountsTheDealsOfARegion() throws Exception {
        assertThat(closed("")).isEqualTo(13);
        assertThat(closed("&where.customer.property.region=North")).isEqualTo(3);
        assertThat(closed("&where.customer.property.region=" + id(0))).isEqualTo(3);
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
                            mvc.perform(get("/api/v1/deals?limit=100&" + where).with(world.bearer(head)))
                                    .andReturn()
                                    .getResponse()
                                    .getContentAsString());
            assertThat(api.at("/items").size()).as(where).isEqualTo((int) closed("&" + where));
        }
    }

    /** Conditions on what the facts repeat (customer) and on what they do not (outcome of the deal itself). */
    @Test
    void thePassportSaysWhomTheConditionsKeepOut() throws Exception {
        var user = world.user(head);
        for (var where : List.of(
                "where.customer.property.region:North", "where.customer.property.region:North,where.outcome:WON")) {
            var number = passports.of("view:closed,rule:closed,figure:won,dealType:" + type + "," + where, "", user);

            assertThat(number.counted().count()).isEqualTo(3);
            assertThat(number.deals()).isEqualTo(13);
            assertThat(number.excluded()).containsEntry(Exclusion.FIELDS, 10L);
            assertThat(passports.recount(number, user))
                    .hasValueSatisfying(anew -> assertThat(anew.equal()).isTrue());
            assertThat(whyNot(number, "South")).contains(Exclusion.FIELDS);
            assertThat(whyNot(number, "North")).isEmpty();
            var list = mvc.perform(get("/api/v1/deals?limit=100")
                            .param(Passport.EXCLUDED, number.key(Exclusion.FIELDS))
                            .with(world.bearer(head)))
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
                        region.choices().get(choice.equals("North") ? 0 : 1).id())
                .query(Long.class)
                .single();
        return passports.whyNot(number, deal, world.user(head)).orElseThrow().why();
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
                                    + (1 + n % 2) + "-15\"" + (n < 5 ? ", \"partner\": " + head.value() : "") + "}")
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
                        "/funnel/matrix?view=closed&rows=customer.property.region,property.vip&columns=stage", head))
                .contains("Customer › Region", "Yes");
        assertThat(reader.page("/funnel/matrix/export.csv?view=closed&rows=property.tools", head))
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
                world.user(head));
    }

    /** How many deals each row of the page counts, by its name; each number must open so many. */
    private Map<String, Integer> groups(String rows) throws Exception {
        var question = "view=closed&dealType=" + type + "&columns=none&rows=" + rows;
        var answer = JsonMapper.shared()
                .readTree(mvc.perform(get("/api/v1/funnel/matrix?" + question).with(world.bearer(head)))
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
                .matcher(reader.page("/funnel/matrix?" + question, head));
        var opened = new ArrayList<Integer>();
        while (links.find()) {
            var key = URI.create(links.group(1).replace("&amp;", "&"));
            var list = mvc.perform(
                            get(URI.create("/api/v1" + key + "&limit=100")).with(world.bearer(head)))
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

    @Test
    void aNumberOpensTheListOfExactlyItsDeals() throws Exception {
        var page = reader.page(
                "/funnel?view=closed&dealType=" + type + "&where.customer.property.region.in=" + id(0) + "," + id(1),
                head);
        var link = Pattern.compile("href=\"(/deals\\?funnel=[^\"]*figure%3Alost[^\"]*)\">3</a>")
                .matcher(page);

        assertThat(link.find()).isTrue();
        var list = mvc.perform(
                        get(URI.create(link.group(1).replace("&amp;", "&"))).with(world.signedInAs(head)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var deals = Pattern.compile("\"/deals/(\\d+)\\?list=")
                .matcher(list)
                .results()
                .map(found -> found.group(1));
        assertThat(deals.distinct()).hasSize(3);
    }

    @Test
    void aFilterIsChosenFieldByField() throws Exception {
        assertThat(reader.page("/funnel?view=closed&from=2020-01-01&to=2030-12-31", head))
                .contains("/filters/funnel?")
                .contains("from=2020-01-01");
        assertThat(reader.page("/filters/funnel?view=closed", head)).contains("field=customer", "at=customer");
        assertThat(reader.page("/filters/funnel?view=closed&at=customer", head))
                .contains("field=customer.property.region");
        assertThat(reader.page("/filters/funnel?view=closed&field=customer.property.region", head))
                .contains("South", "view");
        var added = answer(
                "/filters/funnel/condition?view=closed&from=2020-01-01&to=2030-12-31&field=customer.property.region&operator=eq&value="
                        + id(0) + "&value=" + id(1));
        assertThat(added.getStatus()).isEqualTo(302);
        assertThat(added.getRedirectedUrl())
                .contains(
                        "view=closed", "from=2020-01-01", "where.customer.property.region.in=" + id(0) + "%2C" + id(1));
        var empty = answer("/filters/funnel/condition?view=closed&field=customer.property.region&operator=eq");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(reader.page("/funnel?view=closed&where.customer.property.region=" + id(0), head))
                .contains("Region", "North");
    }

    @Test
    void aRetiredPropertyIsToldAndLeftOut() throws Exception {
        var address = "/funnel?view=closed&where.customer.property.region=" + id(0);
        keep.retire(region.id(), true, world.user(head));

        assertThat(reader.page(address, head)).contains("is retired");
        assertThat(reader.page("/funnel/matrix?view=closed&where.customer.property.region=" + id(0), head))
                .contains("is retired");
        assertThat(reader.page("/deals?where.customer.property.region=" + id(0), head))
                .contains("is retired");
        assertThat(reader.page("/customers?where.property.region=" + id(0), head))
                .contains("is retired");
        var ofDeals = "?view=closed&where.customer.property.region=" + id(0);
        var ofCustomers = "?where.property.region=" + id(0);
        for (var export : List.of(
                "/deals/export.csv" + ofDeals,
                "/customers/export.csv" + ofCustomers,
                "/funnel/export.csv" + ofDeals,
                "/funnel/matrix/export.csv" + ofDeals)) {
            assertThat(answer(export).getStatus()).as(export).isEqualTo(422);
        }
        for (var program : List.of(
                "/funnel" + ofDeals,
                "/funnel/matrix" + ofDeals,
                "/funnel/matrix?rows=customer.property.region",
                "/deals" + ofDeals,
                "/customers" + ofCustomers)) {
            var refused = mvc.perform(get("/api/v1" + program).with(world.bearer(head)))
                    .andReturn()
                    .getResponse();
            assertThat(refused.getStatus()).as(program).isEqualTo(422);
            assertThat(refused.getContentAsString()).as(program).contains("region");
        }
    }

    private String id(int choice) {
        return region.choices().get(choice).value();
    }

    private long closed(String where) throws Exception {
        var answer = mvc.perform(get("/api/v1/funnel?view=closed&dealType=" + type + where)
                        .with(world.bearer(head)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(where).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(answer.getContentAsString())
                .at("/stages/0/entered/count")
                .asLong();
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return mvc.perform(get(address).with(world.signedInAs(head)))
                .andReturn()
                .getResponse();
    }
}
