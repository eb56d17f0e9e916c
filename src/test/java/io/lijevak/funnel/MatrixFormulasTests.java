package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Formulas in the matrix: what cells and sums of them say, who writes them, and the passports of their numbers. */
@LijevakTest
class MatrixFormulasTests {
    private static final Pattern PASSPORT =
            Pattern.compile("href=\"/funnel/passport\\?cell=([^\"&]+)&(?:amp;)?measure=([^\"]+)\"");

    @Autowired
    MatrixWorld matrix;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void begin() {
        matrix.found();
    }

    @Test
    void aFormulaIsCountedInEachCellAndInSumsFromTheirOwnFigures() throws Exception {
        var mean = matrix.formula("Mean & more", "won.amount / won.count", "AMOUNT");
        var share = matrix.formula("Share", "percent(won.count, entered.count)", "PERCENT");
        var question = "view=closed&rows=stage&columns=owner&measures=won," + mean + "," + share;

        var page = matrix.page(get("/funnel/matrix?" + question));
        assertThat(page)
                .contains("Mean &amp; more, EUR", "won.amount / won.count", "value=\"" + mean + "\" checked")
                .contains("57,1\u00a0%");
        var cells = "$.cells[?(@.rowNames[0] == 'Offer' && @.column.length() == 0)]";
        mvc.perform(get("/api/v1/funnel/matrix?" + question).with(world.bearer(matrix.head())))
                .andExpect(jsonPath(cells + ".measures.won").value(hasItem(4)))
                .andExpect(jsonPath(cells + ".measures." + mean).value(hasItem(100.0)))
                .andExpect(jsonPath(cells + ".measures." + share).value(hasItem(57.142857)));
        assertThat(matrix.file("/funnel/matrix/export.csv?" + question)).contains("Ivan Perić, Share", "57,142857");
    }

    @Test
    void aFormulaThatDividesByZeroIsADashWithTheReason() throws Exception {
        var none = matrix.formula("None", "won.amount / returned.count", "NUMBER");

        assertThat(matrix.page(get("/funnel/matrix?view=closed&measures=" + none)))
                .contains("<span title=\"Nothing to divide by\">–<span class=\"sr\">");
        mvc.perform(get("/api/v1/funnel/matrix?view=closed&rows=none&columns=none&measures=" + none)
                        .with(world.bearer(matrix.head())))
                .andExpect(jsonPath("$.cells[0].measures." + none).doesNotExist())
                .andExpect(jsonPath("$.cells[0].missing." + none).value("DIVISION_BY_ZERO"));
    }

    @Test
    void aFormulaThatCannotBeReadIsShownAgainWithThePlace() throws Exception {
        var refused = mvc.perform(post("/funnel/formulas")
                        .param("name", "Broken")
                        .param("text", "won.count / profit")
                        .with(world.signedInAs(matrix.rep())))
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
        var key = matrix.formula("Mine", "won.count", "NUMBER");
        var ofHead = post("/funnel/formulas/1")
                .param("name", "Taken")
                .param("text", "1")
                .param("version", "0");
        mvc.perform(ofHead.with(world.signedInAs(matrix.rep()))).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/funnel/formulas")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Of Ivan\", \"text\": \"lost.count\"}")
                        .with(world.bearer(matrix.rep())))
                .andExpect(status().isCreated());
        mvc.perform(post("/funnel/formulas/1/retirement")
                        .param("retired", "true")
                        .with(world.signedInAs(matrix.head())))
                .andExpect(status().is3xxRedirection());

        assertThat(matrix.page(get("/funnel/formulas"))).contains("Mine", "Of Ivan", "retired");
        assertThat(matrix.page(get("/funnel/matrix"))).contains(">Of Ivan<").doesNotContain(">Mine<");
        assertThat(matrix.page(get("/funnel/matrix?measures=" + key))).contains(">Mine<");
    }

    @Test
    void cellsSumsAndFormulasOpenPassportsThatTheLedgerCountsAlike() throws Exception {
        var mean = matrix.formula("Mean", "won.amount / won.count + days.average", "AMOUNT");
        var all = Stream.of(Measure.values()).map(Measure::key).collect(Collectors.joining(",", mean + ",", ""));
        var passports =
                PASSPORT.matcher(matrix.page(get("/funnel/matrix?view=closed&numbers=passport&measures=" + all)));
        var asked = new HashSet<String>();

        for (var i = 0; passports.find(); i++) {
            if (i % 7 == 0) {
                var measure = passports.group(2);
                asked.add(measure);
                mvc.perform(get("/api/v1/funnel/passport")
                                .param("cell", URLDecoder.decode(passports.group(1), StandardCharsets.UTF_8))
                                .param("measure", measure)
                                .param("recount", "true")
                                .with(world.bearer(matrix.head())))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.told.measure").value(measure))
                        .andExpect(jsonPath("$.recount.equal").value(true));
            }
        }
        assertThat(asked).hasSize(1 + Measure.values().length);
    }

    @Test
    void thePassportOfACellSaysItsGroupsTheFormulaAndWhatItIsMadeOf() throws Exception {
        var share = matrix.formula("Share", "percent(won.count, entered.count)", "PERCENT");
        var cell = "dealType:" + matrix.type() + ",figure:entered,rule:closed,view:closed,stage:" + matrix.first()
                + ",by-owner:" + matrix.rep().value();
        var other = jdbc.sql("select min(id) from deal where responsible_id is null and outcome <> 'OPEN'")
                .query(String.class)
                .single();

        assertThat(matrix.page(get("/funnel/passport")
                        .param("cell", cell)
                        .param("measure", share)
                        .param("deal", "#" + other)))
                .contains("Contact › Ivan Perić: Share", "percent(won.count, entered.count)", "<dd>Ivan Perić</dd>")
                .contains("Won or advanced <code class=\"formula__text\">won.count</code>")
                .contains("because it is of another row or column of the matrix (Seller)");
        assertThat(matrix.page(get("/deals").param("funnel", cell))).contains("href=\"/funnel/passport?cell=");
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", cell)
                        .param("measure", "formula-99")
                        .with(world.bearer(matrix.head())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("\"measure\"")));
    }

    @Test
    void manyColumnsAreReadInAFile() throws Exception {
        var rows = new FunnelWorld(jdbc);
        var amount = new BigDecimal("10.00");
        for (var i = 0; i < 70; i++) {
            var owner = world.person("Rep " + i, Role.SALES_REP).value();
            var entered = MatrixWorld.TODAY.minus(20, ChronoUnit.DAYS);
            var closed = MatrixWorld.TODAY.minus(5, ChronoUnit.DAYS);
            rows.deal(
                    new Deal(matrix.type(), matrix.first(), "LOST", owner, null, null, amount, entered, closed),
                    List.of(new Visit(matrix.first(), entered, closed, "LOST", amount, amount, entered, closed)));
        }
        facts.rebuild();
        var key = matrix.formula("Mean", "lost.amount / lost.count", "AMOUNT");

        assertThat(matrix.page(get("/funnel/matrix?view=closed&measures=" + key)))
                .contains("13 more columns");
        assertThat(matrix.file("/funnel/matrix/export.csv?view=closed&measures=" + key))
                .contains("Rep 0, Mean", "Rep 69, Mean");
    }
}
