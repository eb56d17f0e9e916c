package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.imports.BadFiles;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.platform.web.Texts;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is refused is refused at its place, in the reader's words, and what was typed stays. */
@Journey
class RefusalJourneyTests {
    /** One that the server refuses and one that the page refuses before it is sent. */
    private static final Set<BadFiles> TOLD_AT_LENGTH = EnumSet.of(BadFiles.MIXED_ENCODINGS, BadFiles.HUGE);

    private Office office;

    @Autowired
    ApplicationContext context;

    @Autowired
    Texts texts;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        office = Office.open(context, Beginning.EMPTY);
    }

    @Test
    void whatTheBrowserRefusesIsToldInTheReadersLanguage() {
        for (var language : List.of("hr", "ru")) {
            var look = new Look(language, false, 1280);
            try (var ana = office.administrator(look)) {
                var name = ana.open("/customers/new").page().locator("[name=name]");
                ana.page().locator("main form .btn--primary").click();

                assertThat(name.evaluate("field => field.validationMessage"))
                        .isEqualTo(text(look, "platform.problem.required"));

                name.fill("Galeb d.o.o.");
                assertThat(name.evaluate("field => field.validity.valid")).isEqualTo(true);
            }
        }
    }

    @Test
    void eachBadFileIsRefusedBesideItsField() {
        for (var look : List.of(Look.DESK, new Look("hr", true, 390), new Look("ru", false, 390))) {
            try (var ana = office.administrator(look)) {
                for (var bad : look.isPhone() ? TOLD_AT_LENGTH : EnumSet.allOf(BadFiles.class)) {
                    choose(ana, bad.in(folder));
                    if (bad == BadFiles.HUGE) {
                        assertThat(ana.page().locator("[data-drop-problem]")).hasText(text(look, bad.key(), 64));
                    }
                    ana.page().locator("main form .btn--primary").click();
                    if (bad != BadFiles.HUGE) {
                        assertThat(ana.page().locator("#f-file-e")).hasText(text(look, bad.key(), "UTF-8"));
                        assertThat(ana.page().locator("[name=kind][value=customers]"))
                                .isChecked();
                    }
                    ana.screenshot("refused-" + bad.name().toLowerCase() + "-" + look);
                    assertThat(ana.flaws()).as("%s", bad).isEmpty();
                }
            }
        }
        assertThat(count("import")).isZero();
    }

    @Test
    void twoHundredMegabytesAreRefusedInTheFormWithoutItsScriptToo() {
        try (var ana = office.administrator(Look.DESK)) {
            choose(ana, BadFiles.HUGE.in(folder));
            ana.page().evaluate("document.querySelector('[name=file]').setCustomValidity('')");
            ana.page().locator("main form .btn--primary").click();

            assertThat(ana.page().locator("#f-file-e")).hasText(text(Look.DESK, BadFiles.HUGE.key(), 64));
            ana.screenshot("refused-huge-by-the-server");
        }
        assertThat(count("import")).isZero();
    }

    @Test
    void anotherEncodingThatDoesNotFitIsRefusedAtTheLayout() throws Exception {
        var file = Files.write(
                folder.resolve("kupci.csv"), "Naziv;Grad\nČistoća;Šibenik\n".getBytes(Charset.forName("windows-1250")));
        try (var ana = office.administrator(Look.DESK)) {
            choose(ana, file);
            ana.page().locator("main form .btn--primary").click();
            ana.page().waitForURL(Pattern.compile(".*/layout"));
            ana.page().locator("select[name=encoding]").selectOption("UTF-8");
            ana.page().locator("button[name=then]").click();

            assertThat(ana.page().locator("#f-encoding-e")).hasText(text(Look.DESK, "imports.file.encoding", "UTF-8"));
            assertThat(ana.page().locator("select[name=encoding]")).hasValue("UTF-8");
            ana.screenshot("refused-encoding");
        }
    }

    @Test
    void aWrongTaxNumberAndAWrongAmountAreRefusedAtTheirFields() {
        try (var ana = office.administrator(Look.DESK)) {
            var page = ana.open("/customers/new").page();
            page.locator("[name=name]").fill("Galeb d.o.o.");
            page.locator("[name=taxNumber]").fill("71000585585");
            page.locator("main form .btn--primary").first().click();
            assertThat(page.locator("#f-taxNumber-e")).isVisible();
            assertThat(page.locator("[name=name]")).hasValue("Galeb d.o.o.");
            assertThat(page.locator("[name=taxNumber]")).hasValue("71000585585");
            ana.screenshot("refused-tax-number");

            ana.open("/deals/new");
            page.locator("[name=title]").fill("Peć");
            page.locator("[name=amount]").fill("1.234,5x");
            page.locator("main form .btn--primary").first().click();
            assertThat(page.locator("#f-amount-e")).isVisible();
            assertThat(page.locator("[name=title]")).hasValue("Peć");
            assertThat(page.locator("[name=amount]")).hasValue("1.234,5x");
            ana.screenshot("refused-amount");
        }
        assertThat(count("customer") + count("deal")).isZero();
    }

    private static void choose(Visitor visitor, Path file) {
        Page page = visitor.open("/imports/new").page();
        page.locator("[name=kind][value=customers]").check();
        page.locator("[name=file]").setInputFiles(file);
    }

    private String text(Look look, String key, Object... arguments) {
        return texts.get(look.language(), key, arguments);
    }

    private long count(String table) {
        return context.getBean(org.jooq.DSLContext.class)
                .fetchCount(org.jooq.impl.DSL.table(org.jooq.impl.DSL.name(table)));
    }
}
