package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.lijevak.World;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.users.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Several people at once: nobody overwrites the other unseen, and what one does the other sees. */
@Journey
@Import(World.class)
class EditorsJourneyTests {
    private Office office;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @BeforeEach
    void openTheDemoCompany() {
        office = Office.open(context, Beginning.DEMO);
    }

    @Test
    void theSecondEditorSeesBothValues() {
        var customer = "/customers/" + office.first("customer");
        try (var ana = office.administrator(Look.DESK);
                var boris = office.administrator(Look.DESK)) {
            for (var editor : List.of(ana, boris)) {
                editor.open(customer);
                editor.page().locator("#field-note .inline__edit").click();
                editor.page().locator("[name=note]").waitFor();
            }
            ana.page().locator("[name=note]").fill("Zove ujutro");
            ana.page().locator("[data-inline-form] .btn--primary").click();
            assertThat(ana.page().locator("#field-note .inline__value")).containsText("Zove ujutro");
            boris.page().locator("[name=note]").fill("Zove popodne");
            boris.page().locator("[data-inline-form] .btn--primary").click();

            assertThat(boris.page().locator("#field-note")).containsText("Zove ujutro");
            assertThat(boris.page().locator("[name=note]")).hasValue("Zove popodne");
        }
    }

    @Test
    void anotherViewerSeesTheChangeWithinFiveSeconds() {
        try (var ana = office.administrator(Look.DESK);
                var boris = office.administrator(Look.DESK)) {
            boris.open("/funnel?view=active");
            var before = boris.page().locator("#funnel").innerText();
            boris.page().waitForTimeout(1_000);
            ana.open("/deals/new");
            ana.page().locator("#deal-form [name=title]").fill("Uživo");
            ana.page().locator("#deal-form [name=amount]").fill("777.777");
            ana.page().locator("#deal-form .btn--primary").click();
            ana.page().waitForURL(Pattern.compile(".*/deals/\\d+.*"));

            boris.page()
                    .waitForFunction(
                            "before => document.getElementById('funnel').innerText !== before",
                            before,
                            new com.microsoft.playwright.Page.WaitForFunctionOptions().setTimeout(5_000));
        }
    }

    @Test
    void aForeignRecordIsRefusedInWords() {
        var reader = world.person("Čitač Tuđeg", Role.SALES_REP);
        try (var visitor = office.person(reader, new Look("hr", false, 1280))) {
            visitor.open("/customers/" + office.first("customer"));

            assertThat(visitor.page().locator("main h1")).isVisible();
            assertThat(visitor.page().locator("main")).containsText("dopušteno");
        }
    }
}
