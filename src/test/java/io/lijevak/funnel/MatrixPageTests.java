package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Pdf;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What the matrix of the funnel, its export and its API show, and to whom. */
@LijevakTest
class MatrixPageTests {
    private static final Pattern CELL = Pattern.compile("href=\"(/deals\\?funnel=[^\"]+)\"[^>]*>\\s*(\\d+)\\s*</a>");

    private static final Pattern LISTED = Pattern.compile("\"/deals/(\\d+)\\?list=");

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
    void everyCellOpensAListOfExactlyItsDeals() throws Exception {
        var page = matrix.page(get("/funnel/matrix?view=closed&rows=stage&columns=owner&measures=entered,won,lost"));
        var cells = CELL.matcher(page);
        var opened = 0;

        while (cells.find()) {
            var link = URLDecoder.decode(cells.group(1), StandardCharsets.UTF_8);
            var listed = LISTED.matcher(
                            matrix.page(get("/deals").param("funnel", link.substring("/deals?funnel=".length()))))
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
        var page = matrix.page(get("/funnel/matrix?view=closed"));

        assertThat(page).contains("Ivan Perić", "Ana Marušić", "Nobody").doesNotContain("??");
        assertThat(page.indexOf(">Contact<")).isBetween(0, page.indexOf(">Offer<"));
    }

    @ParameterizedTest
    @CsvSource({"hr,Matrica lijevka", "ru,Матрица воронки"})
    void speaksTheLanguageOfTheReader(String language, String title) throws Exception {
        jdbc.sql("update person set language = ? where id = ?")
                .params(language, matrix.head().value())
                .update();

        assertThat(matrix.page(get("/funnel/matrix?rows=team,owner&columns=closed&measures=median-days,conversion")))
                .contains(title);
    }

    @Test
    void theApiGivesCellsAndTotalsByName() throws Exception {
        mvc.perform(get("/api/v1/funnel/matrix?view=closed&rows=stage&columns=team,owner&measures=won,conversion")
                        .with(world.bearer(matrix.head())))
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
        mvc.perform(get("/api/v1/funnel/matrix?" + question).with(world.bearer(matrix.head())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("\"" + at + "\"")));
    }

    @Test
    void everyoneSeesTheDealsTheyMaySee() throws Exception {
        var answer = mvc.perform(
                        get("/api/v1/funnel/matrix?view=closed&columns=none").with(world.bearer(matrix.rep())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var all = JsonMapper.shared().readTree(answer).get("cells").get(0);

        assertThat(all.get("measures").get("entered").asInt()).isEqualTo(2);
    }

    @Test
    void isExportedAsShown() throws Exception {
        var file = mvc.perform(get("/funnel/matrix/export.csv?view=closed&measures=won")
                        .with(world.signedInAs(matrix.head())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(file).contains("Ivan Perić, Won or advanced").contains("Closed in period");
        var pdf = mvc.perform(get("/funnel/matrix/export.pdf?view=closed&measures=won")
                        .with(world.signedInAs(matrix.head())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var page = matrix.page(get("/funnel/matrix?view=closed&measures=won"));
        assertThat(List.of(Pdf.text(pdf).split(" ")))
                .containsAll(
                        CELL.matcher(page).results().map(cell -> cell.group(2)).toList())
                .contains("Ivan");
        mvc.perform(get("/funnel/matrix/export.xlsx?view=closed").with(world.signedInAs(matrix.rep())))
                .andExpect(status().isForbidden());
    }

    @Test
    void expectedRevenueIsRoundedOnceInFunnelAndMatrix() throws Exception {
        var rows = new FunnelWorld(jdbc);
        var second = jdbc.sql("select id from stage where name = 'Offer'")
                .query(Long.class)
                .single();
        var quick = rows.type("Quick", List.of(matrix.first(), second));
        var amounts = Map.of(matrix.first(), new BigDecimal("33.35"), second, new BigDecimal("33.33"));
        amounts.forEach((stage, amount) -> rows.deal(
                new Deal(quick, stage, "OPEN", null, null, null, amount, MatrixWorld.TODAY, null),
                List.of(new Visit(stage, MatrixWorld.TODAY, null, "OPEN", amount, null, MatrixWorld.TODAY, null))));
        facts.rebuild();

        // 33.35 × 10 % + 33.33 × 20 % = 3.335 + 6.666 = 10.001; rounded one by one 10.01
        assertThat(matrix.file("/funnel/export.csv?view=active&dealType=" + quick))
                .contains("10,00")
                .doesNotContain("10,01");
        mvc.perform(get("/api/v1/funnel/matrix?view=active&rows=none&columns=none&measures=expected&dealType=" + quick)
                        .with(world.bearer(matrix.head())))
                .andExpect(jsonPath("$.cells[0].measures.expected").value(10.00));
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        assertThat(matrix.page(get("/funnel/matrix?view=closed&from=2001-01-01&to=2001-02-01")))
                .contains("No deals of the type Sale");
    }
}
