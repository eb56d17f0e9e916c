package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.World;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the keyboard does on every page: the palette, the shortcuts and their list. */
@Journey
class KeyboardTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PersonId ana;

    @BeforeEach
    void setUp() {
        world.reset();
        ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
    }

    @Test
    void findsAndOpensARecordFromAnyPage() {
        jdbc.sql("""
                insert into customer (kind, name, search_text)
                values ('COMPANY', 'Čakovečki mlinovi', 'cakovecki mlinovi')""").update();
        try (var visitor = Browser.visit(port, Look.DESK).as(world.session(ana))) {
            var page = visitor.open("/people").page();

            page.keyboard().press("Control+k");
            page.keyboard().type("cakov");
            assertThat(page.locator("#palette [aria-selected=true]")).containsText("Čakovečki mlinovi");
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).containsText("Čakovečki mlinovi");
            page.keyboard().press("Control+k");
            page.waitForSelector("#palette [role=option]");
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette")).isHidden();

            visitor.open("/people");
            page.keyboard().press("/");
            assertThat(page.locator("#palette [role=option]").first()).containsText("Čakovečki mlinovi");
        }
    }

    @Test
    void goesToPagesByGAndALetterAndListsTheKeys() {
        try (var visitor = Browser.visit(port, Look.DESK).as(world.session(ana))) {
            var page = visitor.open("/customers").page();

            press(page, "g", "p");
            page.waitForURL("**/products");
            press(page, "?");

            assertThat(page.locator("#shortcuts")).isVisible();
            assertThat(page.locator("#shortcuts dl")).containsText("Customers");
        }
    }

    @Test
    void leavesLettersToFieldsAndToThoseWhoSwitchedShortcutsOff() {
        try (var visitor = Browser.visit(port, Look.DESK).as(world.session(ana))) {
            var page = visitor.open("/customers").page();
            page.locator("#content input").first().focus();
            press(page, "g", "p", "?");
            assertThat(page.locator("#shortcuts")).isHidden();

            jdbc.sql("update person set shortcuts = false").update();
            visitor.open("/customers");
            press(page, "?", "g", "p");
            page.waitForTimeout(300);

            assertThat(page.url()).endsWith("/customers");
            assertThat(page.locator("#shortcuts")).isHidden();
        }
    }

    @Test
    void keepsTheChosenThemeAndLanguage() {
        try (var visitor = Browser.visit(port, Look.DESK).as(world.session(ana))) {
            var page = visitor.open("/customers").page();

            page.waitForResponse(
                    "**/profile/theme",
                    () -> page.locator(".top [data-theme-toggle]").click());
            visitor.open("/people");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

            page.keyboard().press("Control+k");
            page.locator("#palette [data-language=ru]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "ru-RU");
        }
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }
}
