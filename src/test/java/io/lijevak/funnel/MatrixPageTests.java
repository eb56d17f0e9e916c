package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Pdf;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What the matrix of the funnel, its export and its API show, and to whom. */
@LijevakTest
class MatrixPageTests {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final Pattern CELL = Pattern.compile("href=\"(/deals\\?funnel=[^\"]+)\"[^>]*>\\s*(\\d+)\\s*</a>");

    private static final Pattern PASSPORT =
            Pattern.compile("href=\"/funnel/passport\\?cell=([^\"&]+)&(?:amp;)?measure=([^\"]+)\"");

    private static final Pattern LISTED = Pattern.compile("\"/deals/(\\d+)\\?list=");

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    Formulas formulas;

    @Autowired
    MockMvc mvc;

    private PersonId head;
    private PersonId rep;
    private long first;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        var team = world.team("North");
        head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rep = world.person("Ivan Perić", Role.SALES_REP, team, null);
        var rows = new FunnelWorld(jdbc);
        first = rows.stage("Contact", 1);
        var second = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(first, second));
        for (var i = 0; i < 9; i++) {
            var owner = i % 3 == 0 ? null : i % 3 == 1 ? rep.value() : head.value();
            var outcome = i < 4 ? "WON" : i < 7 ? "LOST" : "OPEN";
            var entered = TODAY.minus(20, ChronoUnit.DAYS);
            var moved = TODAY.minus(10, ChronoUnit.DAYS);
            var closed = outcome.equals("OPEN") ? null : TODAY.minus(5, ChronoUnit.DAYS);
            var amount = new BigDecimal("100.00");
            rows.deal(
                    new Deal(type, second, outcome, owner, null, null, amount, entered, closed),
                    List.of(
                            new Visit(first, entered, moved, "ADVANCED", amount, amount, entered, moved),
                            new Visit(
                                    second,
                                    moved,
                                    closed,
                                    outcome,
                                    amount,
                                    closed == null ? null : amount,
                                    moved,
                                    closed)));
        }
        facts.rebuild();
    }

    @Test
    void everyCellOpensAListOfExactlyItsDeals() throws Exception {
        var page = page(get("/funnel/matrix?view=closed&rows=stage&columns=owner&measures=entered,won,lost"));
        var cells = CELL.matcher(page);
        var opened = 0;

        while (cells.find()) {
            var link = URLDecoder.decode(cells.group(1), StandardCharsets.UTF_8);
            var listed = LISTED.matcher(page(get("/deals").param("funnel", link.substring("/deals?funnel=".length()))))
                    .results()
                    .map(found -> found.group(1))
                    .distinct();
            assertThat(listed).as(link).hasSize(Integer.parseInt(cells.group(2)));
            opened++;
        }
        assertThat(opened).isGreaterThan(20);
    }

    @Test
    void showsStagesInTheirOrderByPeopleWithSums() throws Exception {
        var page = page(get("/funnel/matrix?view=closed"));

        assertThat(page).contains("Ivan Perić", "Ana Marušić", "Nobody").doesNotContain("??");
        assertThat(page.indexOf(">Contact<")).isBetween(0, page.indexOf(">Offer<"));
    }

    @ParameterizedTest
    @CsvSource({"hr,Matrica lijevka", "ru,Матрица воронки"})
    void speaksTheLanguageOfTheReader(String language, String title) throws Exception {
        jdbc.sql("update person set language = ? where id = ?")
                .params(language, head.value())
                .update();

        assertThat(page(get("/funnel/matrix?rows=team,owner&columns=closed&measures=median-days,conversion")))
                .contains(title);
    }

    @Test
    void theApiGivesCellsAndTotalsByName() throws Exception {
        mvc.perform(get("/api/v1/funnel/matrix?view=closed&rows=stage&columns=team,owner&measures=won,conversion")
                        .with(world.bearer(head)))
                .andExpect(status().isOk())
                .andExpect(header().exists("Server-Timing"))
                .andExpect(jsonPath("$.rows[0]").value("stage"))
                .andExpect(jsonPath("$.cells[0].row").isEmpty())
                .andExpect(jsonPath("$.cells[0].measures.won").value(4))
                .andExpect(jsonPath(
                                "$.cells[?(@.columnNames[1] == 'Ivan Perić' && @.rowNames[0] == 'Offer')].measures.won")
                        .value(hasItem(1)))
                .andExpect(jsonPath("$.cells[?(@.columnNames[0] == 'North' && @.column.length() == 1)]", hasSize(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "rows=nonsense,rows",
        "columns=stage,columns",
        "'rows=owner,team,source',rows",
        "measures=profit,measures",
        "from=yesterday,from",
        "engine=abacus,engine"
    })
    void refusesWhatCannotBeAsked(String question, String at) throws Exception {
        mvc.perform(get("/api/v1/funnel/matrix?" + question).with(world.bearer(head)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("\"" + at + "\"")));
    }

    @Test
    void everyoneSeesTheDealsTheyMaySee() throws Exception {
        var answer = mvc.perform(
                        get("/api/v1/funnel/matrix?view=closed&columns=none").with(world.bearer(rep)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var all = JsonMapper.shared().readTree(answer).get("cells").get(0);

        assertThat(all.get("measures").get("entered").asInt()).isEqualTo(2);
    }

    @Test
    void isExportedAsShown() throws Exception {
        var file = mvc.perform(get("/funnel/matrix/export.csv?view=closed&measures=won")
                        .with(world.signedInAs(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(file).contains("Ivan Perić, Won or advanced").contains("Closed in period");
        var pdf = mvc.perform(get("/funnel/matrix/export.pdf?view=closed&measures=won")
                        .with(world.signedInAs(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var page = page(get("/funnel/matrix?view=closed&measures=won"));
        assertThat(List.of(Pdf.text(pdf).split(" ")))
                .containsAll(
                        CELL.matcher(page).results().map(cell -> cell.group(2)).toList())
                .contains("Ivan");
        mvc.perform(get("/funnel/matrix/export.xlsx?view=closed").with(world.signedInAs(rep)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aFormulaIsCountedInEachCellAndInSumsFromTheirOwnFigures() throws Exception {
        var mean = formula("Mean & more", "won.amount / won.count", "AMOUNT");
        var share = formula("Share", "percent(won.count, entered.count)", "PERCENT");
        var question = "view=closed&rows=stage&columns=owner&measures=won," + mean + "," + share;

        var page = page(get("/funnel/matrix?" + question));
        assertThat(page)
                .contains("Mean &amp; more, EUR", "won.amount / won.count", "value=\"" + mean + "\" checked")
                .contains("57,1\u00a0%");
        var cells = "$.cells[?(@.rowNames[0] == 'Offer' && @.column.length() == 0)]";
        mvc.perform(get("/api/v1/funnel/matrix?" + question).with(world.bearer(head)))
                .andExpect(jsonPath(cells + ".measures.won").value(hasItem(4)))
                .andExpect(jsonPath(cells + ".measures." + mean).value(hasItem(100.0)))
                .andExpect(jsonPath(cells + ".measures." + share).value(hasItem(57.142857)));
        assertThat(file("/funnel/matrix/export.csv?" + question)).contains("Ivan Perić, Share", "57,142857");
    }

    @Test
    void aFormulaThatDividesByZeroIsADashWithTheReason() throws Exception {
        var none = formula("None", "won.amount / returned.count", "NUMBER");

        assertThat(page(get("/funnel/matrix?view=closed&measures=" + none)))
                .contains("<span title=\"Nothing to divide by\">–<span class=\"sr\">");
        mvc.perform(get("/api/v1/funnel/matrix?view=closed&rows=none&columns=none&measures=" + none)
                        .with(world.bearer(head)))
                .andExpect(jsonPath("$.cells[0].measures." + none).doesNotExist())
                .andExpect(jsonPath("$.cells[0].missing." + none).value("DIVISION_BY_ZERO"));
    }

    @Test
    void aFormulaThatCannotBeReadIsShownAgainWithThePlace() throws Exception {
        var refused = mvc.perform(post("/funnel/formulas")
                        .param("name", "Broken")
                        .param("text", "won.count / profit")
                        .with(world.signedInAs(rep)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(refused)
                .contains("Letter 13: “profit” is neither", "<code>won.count / <mark>p</mark>rofit</code>")
                .contains("data-insert=\"days_to_win.median\"");
    }

    @Test
    void whoSeesTheFunnelWritesFormulasAndOnlyTheAuthorOrWhoeverKeepsTheTypesChangesThem() throws Exception {
        var key = formula("Mine", "won.count", "NUMBER");
        var ofHead = post("/funnel/formulas/1")
                .param("name", "Taken")
                .param("text", "1")
                .param("version", "0");
        mvc.perform(ofHead.with(world.signedInAs(rep))).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/funnel/formulas")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Of Ivan\", \"text\": \"lost.count\"}")
                        .with(world.bearer(rep)))
                .andExpect(status().isCreated());
        mvc.perform(post("/funnel/formulas/1/retirement")
                        .param("retired", "true")
                        .with(world.signedInAs(head)))
                .andExpect(status().is3xxRedirection());

        assertThat(page(get("/funnel/formulas"))).contains("Mine", "Of Ivan", "retired");
        assertThat(page(get("/funnel/matrix"))).contains(">Of Ivan<").doesNotContain(">Mine<");
        assertThat(page(get("/funnel/matrix?measures=" + key))).contains(">Mine<");
    }

    @Test
    void cellsSumsAndFormulasOpenPassportsThatTheLedgerCountsAlike() throws Exception {
        var mean = formula("Mean", "won.amount / won.count + days.average", "AMOUNT");
        var all = Stream.of(Measure.values()).map(Measure::key).collect(Collectors.joining(",", mean + ",", ""));
        var passports = PASSPORT.matcher(page(get("/funnel/matrix?view=closed&numbers=passport&measures=" + all)));
        var asked = new HashSet<String>();

        for (var i = 0; passports.find(); i++) {
            if (i % 7 == 0) {
                var measure = passports.group(2);
                asked.add(measure);
                mvc.perform(get("/api/v1/funnel/passport")
                                .param("cell", URLDecoder.decode(passports.group(1), StandardCharsets.UTF_8))
                                .param("measure", measure)
                                .param("recount", "true")
                                .with(world.bearer(head)))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.told.measure").value(measure))
                        .andExpect(jsonPath("$.recount.equal").value(true));
            }
        }
        assertThat(asked).hasSize(1 + Measure.values().length);
    }

    @Test
    void thePassportOfACellSaysItsGroupsTheFormulaAndWhatItIsMadeOf() throws Exception {
        var share = formula("Share", "percent(won.count, entered.count)", "PERCENT");
        var cell = "dealType:" + type + ",figure:entered,rule:closed,view:closed,stage:" + first + ",by-owner:"
                + rep.value();
        var other = jdbc.sql("select min(id) from deal where responsible_id is null and outcome <> 'OPEN'")
                .query(String.class)
                .single();

        assertThat(page(get("/funnel/passport")
                        .param("cell", cell)
                        .param("measure", share)
                        .param("deal", "#" + other)))
                .contains("Contact › Ivan Perić: Share", "percent(won.count, entered.count)", "<dd>Ivan Perić</dd>")
                .contains("Won or advanced <code class=\"formula__text\">won.count</code>")
                .contains("because it is of another row or column of the matrix (Seller)");
        assertThat(page(get("/deals").param("funnel", cell))).contains("href=\"/funnel/passport?cell=");
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", cell)
                        .param("measure", "formula-99")
                        .with(world.bearer(head)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("\"measure\"")));
    }

    @Test
    void expectedRevenueIsRoundedOnceInFunnelAndMatrix() throws Exception {
        var rows = new FunnelWorld(jdbc);
        var second = jdbc.sql("select id from stage where name = 'Offer'")
                .query(Long.class)
                .single();
        var quick = rows.type("Quick", List.of(first, second));
        var amounts = Map.of(first, new BigDecimal("33.35"), second, new BigDecimal("33.33"));
        amounts.forEach((stage, amount) -> rows.deal(
                new Deal(quick, stage, "OPEN", null, null, null, amount, TODAY, null),
                List.of(new Visit(stage, TODAY, null, "OPEN", amount, null, TODAY, null))));
        facts.rebuild();

        // 33.35 × 10 % + 33.33 × 20 % = 3.335 + 6.666 = 10.001; rounded one by one 10.01
        assertThat(file("/funnel/export.csv?view=active&dealType=" + quick))
                .contains("10,00")
                .doesNotContain("10,01");
        mvc.perform(get("/api/v1/funnel/matrix?view=active&rows=none&columns=none&measures=expected&dealType=" + quick)
                        .with(world.bearer(head)))
                .andExpect(jsonPath("$.cells[0].measures.expected").value(10.00));
    }

    @Test
    void manyColumnsAreReadInAFile() throws Exception {
        var rows = new FunnelWorld(jdbc);
        var amount = new BigDecimal("10.00");
        for (var i = 0; i < 70; i++) {
            var owner = world.person("Rep " + i, Role.SALES_REP).value();
            var entered = TODAY.minus(20, ChronoUnit.DAYS);
            var closed = TODAY.minus(5, ChronoUnit.DAYS);
            rows.deal(
                    new Deal(type, first, "LOST", owner, null, null, amount, entered, closed),
                    List.of(new Visit(first, entered, closed, "LOST", amount, amount, entered, closed)));
        }
        facts.rebuild();
        var key = formula("Mean", "lost.amount / lost.count", "AMOUNT");

        assertThat(page(get("/funnel/matrix?view=closed&measures=" + key))).contains("13 more columns");
        assertThat(file("/funnel/matrix/export.csv?view=closed&measures=" + key))
                .contains("Rep 0, Mean", "Rep 69, Mean");
    }

    private String formula(String name, String text, String format) {
        return formulas.add(new Formulas.Draft(name, text, NamedFormula.Format.valueOf(format)), world.user(head))
                .key();
    }

    private String file(String address) throws Exception {
        return mvc.perform(get(address).with(world.signedInAs(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        assertThat(page(get("/funnel/matrix?view=closed&from=2001-01-01&to=2001-02-01")))
                .contains("No deals of the type Sale");
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(world.signedInAs(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
