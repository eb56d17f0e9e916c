package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.lijevak.operations.Founding.Beginning;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From a number of the funnel to what it is compared with, where the difference comes from, and what it is made of. */
@Journey
class FunnelJourneyTests {
    private static final String NUMBER = "table tbody td a[href^='/deals?funnel=']";
    private static Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheDemoCompanyOnce() {
        if (office == null) {
            office = Office.open(context, Beginning.DEMO);
        }
    }

    static Stream<Look> looks() {
        return Stream.of(new Look("hr", true, 390), new Look("ru", false, 1280));
    }

    @Test
    void aViewIsSavedSaysThatItWasChangedAndOpensThePageFromThenOn() {
        try (var ana = office.administrator(new Look("en", false, 1280))) {
            var page = ana.open("/funnel?view=closed&rule=cohort").page();
            var name = page.locator("[data-view-name]");
            page.locator("[data-views]").click();
            page.locator("#views a[href^='/views/new']").click();
            page.locator("#f-name").fill("Opened & closed");
            page.keyboard().press("Enter");
            assertThat(name).hasText("Opened & closed");
            assertThat(page.url()).contains("rule=cohort").doesNotContain("#");

            page.locator("#funnel-rule").selectOption("overlap");
            assertThat(name).hasText("Opened & closed · changed");
            page.locator("[data-views]").click();
            page.locator("#views form[action$='/question'] button").click();
            assertThat(name).hasText("Opened & closed");
            assertThat(page.locator("#funnel-rule")).hasValue("overlap");

            page = ana.open("/dashboards").page();
            page.locator("#f-name").fill("Morning");
            page.keyboard().press("Enter");
            page.locator("form[action$='/tiles'] button").click();
            page.locator("form[action$='/tiles'] button").click();
            assertThat(page.locator("[data-tile] .funnel__bar").first()).isVisible();
            assertThat(page.locator("[data-tile] h2")).hasCount(2);
            var second = page.locator("[data-tile]").last().getAttribute("data-tile");
            var up = page.locator("[data-tile='" + second + "'] [data-move='-1']");
            page.waitForResponse(answer -> answer.url().endsWith("/place"), () -> up.press("Enter"));
            assertThat(page.locator("[data-tiles-said]")).hasText("Opened & closed: now no. 1");
            assertThat(page.locator("[data-tile]").first()).hasAttribute("data-tile", second);
            page.reload();
            assertThat(page.locator("[data-tile]").first()).hasAttribute("data-tile", second);
            assertThat(page.locator("[data-tile] .funnel__bar").first()).isVisible();
            fits(ana);

            page = ana.open("/views").page();
            page.locator("form[action$='/opening'] button").first().click();
            page.locator(".rail a[href='/funnel']").click();
            assertThat(page.locator("[data-view-name]")).hasText("Opened & closed");
            page.locator("[data-views]").click();
            page.locator("[data-view-leave]").click();
            assertThat(page.locator("[data-view-name]")).hasText("Views");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void aNumberIsComparedExplainedAndOpened(Look look) {
        try (var ana = office.administrator(look)) {
            var page = ana.open("/funnel?view=closed&rule=cohort").page();
            assertThat(page.locator(".rate__n").first()).isVisible();
            page.locator("#funnel-compare").selectOption("previous");
            assertThat(page.locator("#funnel-compare-title")).isVisible();
            assertThat(page.locator(".m-before").first()).isAttached();
            fits(ana);

            page.locator("a[href^='/funnel/difference']").click();
            assertThat(page.locator(".waterfall__bar").first()).isVisible();
            fits(ana);

            page = ana.open("/funnel?view=closed").page();
            page.locator("[data-numbers]").click();
            var won = page.locator("tfoot a[href*='figure%3Awon']").first();
            var number = won.innerText();
            won.click();
            assertThat(page.locator("#passport .lede b")).hasText(number);
            page.locator("#passport a[href*='recount=true']").click();
            assertThat(page.locator("#passport .badge--accent")).isVisible();
            fits(ana);

            page.locator("#passport .lede a").click();
            assertThat(page.locator("main")).containsText(number);
        }
    }

    @Test
    void matrixAndRepsLeadToTheirDealsByKeysAlone() {
        try (var ana = office.administrator(new Look("hr", false, 1280))) {
            var keys = new Keyboard(ana.page());
            for (var report : List.of(
                    "/funnel/matrix?view=closed&rule=closed", "/reports/people/customers", "/funnel/bottlenecks")) {
                var page = ana.open(report).page();
                fits(ana);
                var number = page.locator(NUMBER).first().innerText().split(" ")[0];
                keys.tabTo(NUMBER).lead("Enter", "/deals\\?funnel=.*");

                assertThat(page.locator(".page__head")).containsText(number + " ");
            }
        }
    }

    private static void fits(Visitor visitor) {
        assertThat(visitor.flaws()).isEmpty();
        Locator main = visitor.page().locator("main");
        assertThat(main).not().containsText("??");
    }
}
