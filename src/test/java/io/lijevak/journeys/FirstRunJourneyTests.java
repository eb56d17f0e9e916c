package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.World;
import io.lijevak.platform.Companies;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first minute of an installation, each language and each way to begin once. */
@Journey
class FirstRunJourneyTests {
    private static final String PASSWORD = "Plavi galeb leti 7";

    @Autowired
    World world;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void forgetTheCompany() {
        world.reset();
        jdbc.sql("delete from company").update();
        companies.forget();
    }

    @AfterEach
    void leaveACompany() {
        world.reset();
    }

    @ParameterizedTest(name = "{0}, {3}")
    @CsvSource({
        "hr, false, 1280, EMPTY, /health, 0",
        "en, true, 390, IMPORT, /imports, 0",
        "ru, false, 390, DEMO, /health, 300",
    })
    void leadsToAWorkingCompany(String language, boolean dark, int width, String beginning, String leadsTo, int rows) {
        var look = new Look(language, dark, width);
        try (var visitor = Browser.visit(port, look)) {
            var page = visitor.open("/").page();
            assertThat(page).hasURL(Pattern.compile(".*/first-run$"));
            page.locator("main [hreflang=" + language + "]").click();
            assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(language + "-.*"));
            assertThat(judged(visitor)).isEmpty();

            fill(page, "ana@galeb", "kratka", beginning);
            page.evaluate("() => { document.querySelector('main form').noValidate = true; }");
            page.locator("main form .btn--primary").click();
            assertThat(page.locator("#f-email-e")).isVisible();
            assertThat(page.locator("#f-password-e")).isVisible();
            assertThat(page.locator("[role=alert] a").first()).containsText(": ");
            assertThat(page.locator("[name=beginning][value=" + beginning + "]"))
                    .isChecked();
            assertThat(judged(visitor)).isEmpty();

            fill(page, "ana@galeb.example", PASSWORD, beginning);
            page.locator("main form .btn--primary").click();
            assertThat(page.locator("[name=password]")).isFocused();
            page.keyboard().type(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*" + leadsTo + "$"));
        }
        assertThat(jdbc.sql("select count(*) from customer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(rows);
    }

    private static void fill(Page page, String email, String password, String beginning) {
        page.locator("[name=company]").fill("Lučka oprema Kvarner d.o.o.");
        page.locator("main [name=name]").fill("Ana Marušić");
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(password);
        page.locator("[name=beginning][value=" + beginning + "]").check();
    }

    private static List<String> judged(Visitor visitor) {
        var flaws = visitor.flaws();
        flaws.addAll(visitor.barriers("html", "", List.of()));
        return flaws;
    }
}
