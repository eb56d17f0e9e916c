package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.lijevak.operations.Founding.Beginning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A company's real lists go in through the wizard, and the funnel shows their figures. */
@Journey
class ImportJourneyTests {
    private static final double PATIENCE = 240_000;
    private Office office;

    @Autowired
    ApplicationContext context;

    @Test
    void fourFilesBecomeTheFunnelOfTheirReadme() {
        var folder = data();
        office = Office.open(context, Beginning.EMPTY);
        try (var ana = office.administrator(Look.DESK)) {
            ana.page().setDefaultTimeout(PATIENCE);
            load(ana, "users", folder.resolve("sales_teams.csv"));
            load(ana, "products", folder.resolve("products.csv"));
            load(ana, "customers", folder.resolve("accounts.csv"));
            load(ana, "deals", folder.resolve("sales_pipeline.csv"));
            ana.screenshot("journey-import-done");
            assertThat(askedBeforeUndoing(ana.page())).hasSize(1);

            var type = office.jdbc()
                    .sql("select type_id from deal limit 1")
                    .query(Long.class)
                    .single();
            ana.open("/funnel?view=closed&dealType=" + type + "&from=2016-01-01&to=2017-12-31&rule=closed");
            ana.screenshot("journey-import-funnel");
            assertThat(digits(ana.page().locator("#funnel tfoot td").nth(1))).isEqualTo("4238");
            assertThat(digits(ana.page().locator("#funnel tfoot td").nth(3))).isEqualTo("2473");
            assertThat(ana.page().locator("#funnel")).containsText(Pattern.compile("10.005.534"));

            ana.open("/funnel?view=active&dealType=" + type);
            assertThat(ana.page().locator("#funnel")).containsText(Pattern.compile("1.589"));
            assertThat(ana.page().locator("#funnel")).containsText("500");
        }
    }

    @Test
    void filesThatCannotBeReadAreRefusedInWords() throws Exception {
        office = Office.open(context, Beginning.EMPTY);
        var empty = Files.createTempFile("prazno", ".csv");
        var nonsense = Files.writeString(Files.createTempFile("nije", ".xlsx"), "this is no workbook");
        try (var ana = office.administrator(Look.DESK)) {
            for (var file : new Path[] {empty, nonsense}) {
                ana.open("/imports/new");
                ana.page().locator("[name=kind][value=customers]").check();
                ana.page().locator("[name=file]").setInputFiles(file);
                ana.page().locator("main form .btn--primary").click();

                assertThat(ana.page().locator(".field__error, [role=alert]").first())
                        .isVisible();
            }
        }
        assertThat(count("import")).isZero();
    }

    /** Upload, layout as guessed, columns as proposed, try, run. */
    private static void load(Visitor visitor, String kind, Path file) {
        var page = visitor.open("/imports/new").page();
        page.locator("[name=kind][value=" + kind + "]").check();
        page.locator("[name=file]").setInputFiles(file);
        page.locator("main form .btn--primary").click();
        page.waitForURL(Pattern.compile(".*/imports/\\d+.*"));
        if (page.locator("button[name=then][value=mapping]").count() > 0) {
            page.locator("button[name=then][value=mapping]").click();
        }
        page.locator("button[name=then][value=check]").click();
        page.locator("form[action$='/run'] button").click();
        done(page);
    }

    /** What the page asks when the import is to be undone, which is then left as it is. */
    private static List<String> askedBeforeUndoing(Page page) {
        var questions = new ArrayList<String>();
        page.onceDialog(question -> {
            questions.add(question.message());
            question.dismiss();
        });
        page.locator("form[action$='/undo'] button").click();
        return questions;
    }

    /** Waits for the end of the run; what went wrong is told as the page tells it. */
    private static void done(Page page) {
        try {
            page.locator("form[action$='/undo'] button, main [role=alert]")
                    .first()
                    .waitFor();
        } catch (TimeoutError late) {
            throw new AssertionError(
                    page.url() + " shows: " + page.locator("main").innerText(), late);
        }
        assertThat(page.locator("main [role=alert]").allInnerTexts()).isEmpty();
    }

    private static String digits(Locator cell) {
        return cell.innerText().replaceAll("\\D", "");
    }

    private long count(String table) {
        return context.getBean(org.jooq.DSLContext.class)
                .fetchCount(org.jooq.impl.DSL.table(org.jooq.impl.DSL.name(table)));
    }

    private static Path data() {
        var root = Optional.ofNullable(System.getenv("LIJEVAK_SHARED_DATA")).orElse("../shared/data");
        var folder = Path.of(root, "maven-crm-sales");
        assumeTrue(Files.isDirectory(folder), "left out, no data: name its folder in LIJEVAK_SHARED_DATA");
        return folder;
    }
}
