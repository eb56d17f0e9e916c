package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.operations.Founding.Beginning;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@Journey
class SignInJourneyTests {
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        try (var stranger = office.stranger(Look.DESK)) {
            stranger.open("/customers");
            signIn(stranger.page(), Office.PASSWORD);

            assertThat(stranger.page()).hasURL(Pattern.compile(".*/customers$"));
        }
    }

    @Test
    void wrongPasswordIsRefusedInWordsAndKeepsTheAddress() {
        try (var stranger = office.stranger(Look.DESK)) {
            stranger.open("/sign-in");
            signIn(stranger.page(), "not-the-password");

            assertThat(stranger.page().locator("form [type=email]")).hasValue(Office.EMAIL);
            assertThat(stranger.page().locator(".field__error")).isVisible();
        }
    }

    @Test
    void signingOutEndsIt() {
        try (var stranger = office.stranger(Look.DESK)) {
            stranger.open("/sign-in");
            signIn(stranger.page(), Office.PASSWORD);
            assertThat(stranger.page()).not().hasURL(Pattern.compile(".*/sign-in.*"));
            stranger.page()
                    .waitForResponse(
                            "**/sign-out",
                            () -> stranger.page()
                                    .locator("form[action='/sign-out'] button")
                                    .first()
                                    .evaluate("button => button.click()"));
            stranger.page().waitForURL(Pattern.compile(".*/sign-in.*"));
            stranger.open("/customers");

            assertThat(stranger.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    private static void signIn(Page page, String password) {
        page.locator("[name=email]").fill(Office.EMAIL);
        page.locator("[name=password]").fill(password);
        page.locator("form[action='/sign-in'] button.btn--primary").click();
    }
}
