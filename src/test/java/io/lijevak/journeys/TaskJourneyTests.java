package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.operations.Founding.Beginning;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A task from the deal to the inbox, postponed in words, completed, and followed by the next step. */
@Journey
class TaskJourneyTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
    }

    static Stream<Look> looks() {
        return Stream.of(new Look("hr", false, 1280), new Look("ru", true, 390));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void theInboxLeadsFromOneStepToTheNext(Look look) {
        try (var ana = office.administrator(look)) {
            var page = ana.page();
            ana.open("/deals/new");
            page.locator("#deal-form [name=title]").fill("Nova linija");
            page.locator("#deal-form .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/deals/\\d+.*"));
            page.locator("a[href*='/tasks/new?deal=']").last().click();
            page.locator("[name=title]").fill("Nazvati direktora");
            page.locator("[name=due]").fill("+2d 10");
            page.locator("form[action='/tasks'] .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/deals/\\d+.*"));
            assertThat(page.getByText("Nazvati direktora").first()).isVisible();

            ana.open("/tasks");
            ana.screenshot("journey-inbox-" + look);
            page.locator("a[href*='/postponement']").first().click();
            page.locator("dialog[open] [name=due]").fill("za 3 dana u 9");
            assertThat(page.locator("dialog[open] .due-field__meaning")).containsText("9:00");
            ana.screenshot("journey-postpone-" + look);
            page.locator("dialog[open] .btn--primary").click();
            assertThat(page.locator("#toasts .toast")).isVisible();

            page.locator("a.tick").first().click();
            page.locator("dialog[open] [name=result]").fill("Zainteresiran");
            page.locator("dialog[open] [name=nextTitle]").fill("Poslati ponudu");
            page.locator("dialog[open] [name=nextDue]").fill("+5d");
            ana.screenshot("journey-complete-" + look);
            page.locator("dialog[open] .btn--primary").click();

            assertThat(page.getByText("Poslati ponudu").first()).isVisible();
            assertThat(page.getByText("Nazvati direktora")).hasCount(0);
            org.assertj.core.api.Assertions.assertThat(office.jdbc()
                            .sql("select (next_step_at at time zone 'Europe/Zagreb')::date from deal")
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo(LocalDate.now(ZAGREB).plusDays(5));
        }
    }

    @Test
    void manyTasksArePostponedAtOnceAndUndone() {
        try (var ana = office.administrator(Look.DESK)) {
            var page = ana.page();
            plan(page, ana, "Prvi");
            plan(page, ana, "Drugi");
            ana.open("/tasks?whose=mine");
            assertThat(page.locator("#many")).isHidden();
            page.locator(".task__pick").nth(0).check();
            page.locator(".task__pick").nth(1).check();
            page.locator("#many [name=due]").fill("+10d");
            page.locator("#many button[value=postpone]").click();
            assertThat(page.locator("#toasts .toast")).containsText("2");

            page.locator("#toasts form button").click();

            assertThat(page.locator("#toasts .toast")).isVisible();
            org.assertj.core.api.Assertions.assertThat(office.jdbc()
                            .sql("select count(*) from task where due_at < now() + interval '3 days'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    void anEntryOfTheCalendarIsMovedByKeysAndByDragging() {
        try (var ana = office.administrator(Look.DESK)) {
            var page = ana.page();
            var monday =
                    LocalDate.now(ZAGREB).with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
            ana.open("/tasks/new");
            page.locator("[name=title]").fill("Sastanak");
            page.locator("[name=due]").fill(monday + "T10:00");
            page.locator("form[action='/tasks'] .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/tasks/\\d+"));
            ana.open("/calendar?view=week&date=" + monday);
            page.locator(".cal-item a").first().focus();
            page.keyboard().press("Alt+ArrowDown");
            assertThat(page.locator(".cal-item[data-at='" + monday + "T10:30']"))
                    .isVisible();

            page.locator(".cal-item").first().dragTo(page.locator(".cal__day[data-day='" + monday.plusDays(2) + "']"));
            assertThat(page.locator(".cal__day[data-day='" + monday.plusDays(2) + "'] .cal-item"))
                    .isVisible();
            ana.screenshot("journey-calendar");
        }
    }

    @Test
    void theNumberInTheRailFollowsWhatOthersDo() {
        try (var ana = office.administrator(Look.DESK);
                var elsewhere = office.administrator(Look.DESK)) {
            ana.open("/customers");
            assertThat(ana.page().locator("[data-reminders] template")).hasCount(1);
            assertThat(ana.page().locator("[data-reminders] span")).hasCount(0);

            elsewhere.open("/tasks/new");
            elsewhere.page().locator("[name=title]").fill("Sastanak");
            elsewhere.page().locator("[name=due]").fill(LocalDate.now(ZAGREB).toString());
            elsewhere.page().locator("form[action='/tasks'] .btn--primary").click();

            var tenSeconds =
                    new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(10_000);
            assertThat(ana.page().locator("[data-reminders] span")).hasText("1", tenSeconds);
        }
    }

    private static void plan(Page page, Visitor visitor, String title) {
        visitor.open("/tasks/new");
        page.locator("[name=title]").fill(title);
        page.locator("[name=due]").fill("+1d");
        page.locator("form[action='/tasks'] .btn--primary").click();
        page.waitForURL(Pattern.compile(".*/tasks/\\d+"));
    }
}
