package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.operations.Founding.Beginning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The main job without a mouse: from sign-in to a won deal in the funnel. */
@Journey
class KeyboardJourneyTests {
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
    }

    @Test
    void leadsFromSignInOverANewCustomerAndTheBoardToAWonDeal() {
        try (var ana = office.stranger(Look.DESK)) {
            var keys = new Keyboard(ana.page());
            var page = ana.open("/sign-in").page();

            keys.type(Office.EMAIL).press("Tab").type(Office.PASSWORD).lead("Enter", "/health");
            keys.press("g").lead("c", "/customers").lead("c", "/customers/new");
            keys.tabTo("[name=name]").type("Tipkovnica d.o.o.").lead("Enter", "/customers/\\d+");
            assertThat(page.locator("h1")).containsText("Tipkovnica");

            keys.tabTo("main a[href*='/deals/new']").lead("Enter", "/deals/new\\?customer=\\d+");
            keys.tabTo("[name=title]").type("Bez miša");
            keys.tabTo("[name=amount]").type("12500").lead("Enter", "/deals/\\d+");

            keys.press("g").lead("d", "/deals");
            keys.tabTo("main a[href^='/deals/board']").lead("Enter", "/deals/board.*");
            var stages = page.locator(".board .column").all().stream()
                    .map(column -> column.getAttribute("data-stage"))
                    .toList();
            keys.tabTo("[data-deal] article");
            page.waitForResponse("**/moves**", () -> keys.press("Shift+ArrowRight"));
            assertThat(page.locator("#stage-" + stages.get(1) + " [data-deal] article"))
                    .isFocused();
            assertThat(page.locator("#board-live")).containsText("Bez miša");

            win(page, keys);
            assertThat(page.locator("[data-deal]")).hasCount(0);

            keys.press("g").lead("f", "/funnel");
            keys.tabTo("main a[href*='view=closed']").lead("Enter", "/funnel\\?.*closed.*");
            keys.tabTo("#funnel .lede a").press("Enter");
            assertThat(page.getByText("Bez miša").first()).isVisible();
        }
        assertThat(outcomes()).isEqualTo("WON");
    }

    private static void win(Page page, Keyboard keys) {
        keys.press("w");
        page.locator("#deal-dialog[open]").waitFor();
        keys.tabTo("#deal-dialog button[form=closure]");
        page.waitForResponse("**/closure**", () -> keys.press("Enter"));
        page.waitForLoadState();
    }

    private String outcomes() {
        return office.jdbc()
                .sql("select string_agg(outcome, ', ') from deal")
                .query(String.class)
                .single();
    }
}
