package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.World;
import io.lijevak.operations.Founding.Beginning;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A region and a headcount band are added, filled, edited in their place, filtered by and exported (S003, S105). */
@Journey
@Tag("external")
@Import(World.class)
class PropertyJourneyTests {
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
    }

    static java.util.stream.Stream<Look> looks() {
        return java.util.stream.Stream.of(Look.DESK, Look.PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aPropertyIsAddedFilledAndFilteredBy(Look look) {
        try (var ana = office.administrator(look)) {
            var page = ana.page();
            add(ana, page, "Region", "North\nSouth");
            add(ana, page, "Headcount band", "1-9\n10-49");
            ana.screenshot("properties-settings-" + look);
            assertThat(ana.flaws()).isEmpty();

            customer(ana, page, "Uljara Sjever", "North");
            var north = page.url();
            customer(ana, page, "Uljara Jug", "South");

            page.locator("#property-headcount_band .inline__edit").click();
            page.locator("#property-headcount_band select").selectOption("10-49");
            page.locator("#property-headcount_band .btn--primary").click();
            assertThat(page.locator("#property-headcount_band .inline__value")).hasText("10-49");
            ana.screenshot("properties-card-" + look);

            ana.open("/customers");
            page.locator("a[href*='/filters/customers']").first().click();
            ana.screenshot("properties-fields-" + look);
            assertThat(ana.flaws()).isEmpty();
            page.locator("a[href*='field=property.region']").focus();
            page.keyboard().press("Enter");
            page.waitForLoadState();
            page.getByLabel("North").focus();
            page.keyboard().press("Space");
            ana.screenshot("properties-condition-" + look);
            assertThat(ana.flaws()).isEmpty();
            page.locator("main form .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/customers\\?.*where.property.region=.*"));
            assertThat(page.getByText("Uljara Sjever").first()).isVisible();
            assertThat(page.getByText("Uljara Jug")).hasCount(0);
            ana.screenshot("properties-list-" + look);
            assertThat(ana.flaws()).isEmpty();

            page.locator(".customer-chips .chip__x").last().click();
            assertThat(page.getByText("Uljara Jug").first()).isVisible();
            assertThat(north).isNotEmpty();
        }
    }

    private static void add(Visitor ana, Page page, String name, String values) {
        ana.open("/settings/properties");
        page.locator("main form [name=name]").fill(name);
        page.locator("main form [name=type]").selectOption("LIST");
        page.locator("main form [name=choices]").fill(values);
        page.locator("main form .btn--primary").click();
        assertThat(page.locator("main .rows").getByText(name)).isVisible();
    }

    private static void customer(Visitor ana, Page page, String name, String region) {
        ana.open("/customers/new");
        page.locator("main form [name=name]").fill(name);
        page.locator("[name='properties.region']").selectOption(region);
        page.locator("main form .btn--primary").last().click();
        page.waitForURL(Pattern.compile(".*/customers/\\d+.*"));
        assertThat(page.locator("#property-region .inline__value")).hasText(region);
    }
}
