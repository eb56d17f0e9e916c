package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.World;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.users.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Several people at once: nobody overwrites the other unseen, and what one does the other sees. */
@Journey
class EditorsJourneyTests {
    private static final String OPEN_DEALS = "#funnel tfoot td";
    private static Office office;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @BeforeEach
    void openTheDemoCompanyOnce() {
        if (office == null) {
            office = Office.open(context, Beginning.DEMO);
        }
    }

    @Test
    void theSecondEditorSeesBothValuesAndUsesAFieldAddedMeanwhile() {
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
            boris.page().locator("[data-inline-form] .btn--primary").click();
            useAFieldAddedMeanwhile(ana, boris, customer);
        }
    }

    /** Ana adds a field, Boris fills it on a card at once, and Ana finds the customer by it (S003). */
    private static void useAFieldAddedMeanwhile(Visitor ana, Visitor boris, String customer) {
        ana.open("/settings/properties");
        var settings = ana.page().locator("main form:has([name=choices])");
        settings.locator("[name=name]").fill("Regija prodaje");
        settings.locator("[name=type]").selectOption("LIST");
        settings.locator("[name=choices]").fill("Sjever\nJug");
        settings.locator(".btn--primary").click();
        assertThat(ana.page().locator("main .rows a").getByText("Regija prodaje"))
                .isVisible();

        boris.open(customer);
        var field = boris.page().locator("#property-regija_prodaje");
        field.locator(".inline__edit").click();
        field.locator("select").selectOption("Jug");
        field.locator(".btn--primary").click();
        assertThat(field.locator(".inline__value")).hasText("Jug");

        ana.open("/filters/customers?field=property.regija_prodaje");
        ana.page().getByLabel("Jug").check();
        ana.page().locator("main form .btn--primary").click();
        ana.page().waitForURL(Pattern.compile(".*/customers\\?.*where.property.regija_prodaje=.*"));
        assertThat(ana.page().locator("#rows tr")).hasCount(1);
        ana.page().locator("select[name=sort]").selectOption("property.regija_prodaje");
        assertThat(ana.page().locator("#rows td").getByText("Jug")).isVisible();
    }

    @Test
    void theAuthorSeesAChangeAtOnceAndAnotherViewerWithinFiveSecondsWithoutReload() {
        var type = office.jdbc()
                .sql("select type_id from deal where outcome = 'OPEN' group by 1 order by count(*) desc limit 1")
                .query(Long.class)
                .single();
        var funnel = "/funnel?view=active&dealType=" + type;
        try (var ana = office.administrator(Look.DESK);
                var boris = office.administrator(Look.DESK)) {
            var before = openDeals(boris.open(funnel));
            boris.page().evaluate("() => { document.body.dataset.kept = 'yes'; }");

            ana.open("/deals/new?type=" + type);
            ana.page().locator("#deal-form [name=title]").fill("Uživo");
            ana.page().locator("#deal-form [name=amount]").fill("777.777");
            ana.page().locator("#deal-form .btn--primary").click();
            ana.page().waitForURL(Pattern.compile(".*/deals/\\d+.*"));
            var after = openDeals(ana.open(funnel));

            org.assertj.core.api.Assertions.assertThat(after).isEqualTo(before + 1);
            boris.page()
                    .waitForFunction(
                            "count => Number(document.querySelector('" + OPEN_DEALS
                                    + "')?.innerText.replace(/\\D/g, '')) === count",
                            after,
                            new Page.WaitForFunctionOptions().setTimeout(5_000));
            assertThat(boris.page().locator("body[data-kept=yes]")).isAttached();
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

    private static int openDeals(Visitor visitor) {
        var count = visitor.page().locator(OPEN_DEALS).first().innerText();
        return Integer.parseInt(count.replaceAll("\\D", ""));
    }
}
