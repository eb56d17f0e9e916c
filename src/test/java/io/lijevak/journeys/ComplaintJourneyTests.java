package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.operations.Founding.Beginning;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A complaint from the customer's page to its end, point by point, at a desk and on a phone. */
@Journey
class ComplaintJourneyTests {
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
        office.jdbc()
                .sql("insert into customer (kind, name, search_text) values ('COMPANY', 'Uljara', 'uljara')")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aComplaintGoesFromReceiptToItsEnd(String where) {
        try (var ana = office.administrator(where.equals("desk") ? Look.DESK : Look.PHONE)) {
            var page = ana.open("/customers/" + office.first("customer")).page();
            page.locator("a[href*='/complaints/new?customer=']").first().click();
            page.locator("[name=subject]").fill("Pumpa curi");
            page.locator("[name=description]").fill("Od ponedjeljka, na spoju.");
            page.locator("main form .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/complaints/\\d+$"));
            assertThat(page.locator("#route-map")).isVisible();
            ana.screenshot("journey-complaint-" + where + "-received");

            complete(page);
            complete(page);
            open(page);
            page.locator("dialog[open] button[form=completion]").click();
            assertThat(page.locator("#f-finding")).isVisible();
            assertThat(page.locator("#f-finding-e")).isVisible();
            page.locator("[name=finding]").selectOption("justified");
            page.locator("[name=reasons]").fill("Neispravna brtva");
            page.locator("[name=compensation]").fill("Nova pumpa");
            ana.screenshot("journey-complaint-" + where + "-decision");
            page.locator("button[form=completion]").click();
            page.waitForURL(Pattern.compile(".*/complaints/\\d+$"));
            assertThat(page.locator("main")).containsText("Nova pumpa");

            complete(page);
            ana.open("/tasks?whose=mine");
            assertThat(page.locator("main")).containsText("Pumpa curi");
            page.locator("a.tick").first().click();
            page.locator("button[form=completion]").click();
            assertThat(page.locator("#toasts .toast")).isVisible();
            ana.open("/complaints?state=closed");
            assertThat(page.locator("#rows")).containsText("Pumpa curi");
            page.locator("#rows a[href^='/complaints/']").first().click();
            page.waitForURL(Pattern.compile(".*/complaints/\\d+$"));
            assertThat(page.locator("#route-map")).isVisible();
            ana.screenshot("journey-complaint-" + where + "-closed");
            page.locator("main a[href^='/customers/']").first().click();
            assertThat(page.locator("#timeline")).containsText("Pumpa curi");
            ana.open("/processes");
            assertThat(page.locator("main")).containsText("Rješavanje reklamacija");
            assertThat(page.locator(".process-results")).containsText("Riješena");
        }
        org.assertj.core.api.Assertions.assertThat(office.jdbc()
                        .sql("select string_agg(node, ' ' order by id) from process_point where ending = 'DONE'")
                        .query(String.class)
                        .single())
                .isEqualTo("receive investigate decide remedy tell");
    }

    private static void open(Page page) {
        page.locator(".page__head a[href*='/process/points/']").first().click();
        page.locator("dialog[open] button[form=completion]").waitFor();
    }

    private static void complete(Page page) {
        open(page);
        var before =
                page.locator(".page__head a[href*='/process/points/']").first().getAttribute("href");
        page.locator("dialog[open] button[form=completion]").click();
        assertThat(page.locator(".page__head a[href='" + before + "']")).hasCount(0);
        assertThat(page.locator("#route-map")).isVisible();
    }
}
