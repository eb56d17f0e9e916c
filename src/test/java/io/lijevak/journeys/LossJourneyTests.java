package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.operations.Founding.Beginning;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A deal is lost at a stage, its results are asked for and recorded, and the analysis of losses shows it. */
@Journey
class LossJourneyTests {
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
    }

    @Test
    void aLossLeadsToItsResultsAndIntoTheAnalysis() {
        try (var ana = office.administrator(Look.DESK)) {
            var page = ana.page();
            ana.open("/deals/new");
            page.locator("#deal-form [name=title]").fill("Krov hale");
            page.locator("#deal-form [name=amount]").fill("9.000,00");
            page.locator("#deal-form .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/deals/\\d+.*"));
            var deal = page.url();
            page.locator("form[action$='/moves'] button.btn--primary").click();
            page.waitForLoadState();

            lose(page, "2199-05-04");
            assertThat(page.locator("#results-awaited")).containsText("4. 5. 2199.");

            ana.open("/tasks");
            assertThat(page.getByText("izgubljenog posla: Krov hale").first()).isVisible();
            page.locator("a.tick[aria-label*='izgubljenog posla: Krov hale']")
                    .first()
                    .click();
            page.locator("[name=learnt]").fill("Ponuditi montažu odmah");
            page.locator("button[form=results]").click();
            page.waitForURL(Pattern.compile(".*/deals/\\d+.*"));
            assertThat(page.locator("#results")).containsText("Ponuditi montažu odmah");

            ana.open("/deals/losses");
            page.locator("#by-reason tbody a").first().click();
            assertThat(page.locator("#rows tr")).hasCount(1);
            assertThat(page.getByText("Krov hale").first()).isVisible();
            ana.screenshot("journey-loss-analysis");
            assertThat(openTasks()).endsWith(": Krov hale").doesNotContain("rezultate");
            assertThat(deal).isNotEmpty();
        }
    }

    private static void lose(Page page, String winBack) {
        page.locator("a[href*='/closure/lost']").first().click();
        page.locator("[name=reason]:not([data-names])").first().check();
        page.locator("[name=winBack]").fill(winBack);
        page.locator("button[form=closure]").last().click();
        page.locator("form[action$='/reopening']").first().waitFor();
    }

    private String openTasks() {
        return office.jdbc()
                .sql("select string_agg(title, ', ') from task where state = 'OPEN'")
                .query(String.class)
                .single();
    }
}
