package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.operations.Founding.Beginning;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A deal from its customer to the funnel, by mouse and by touch. */
@Journey
class DealJourneyTests {
    private static final Pattern DEAL = Pattern.compile(".*/deals/\\d+.*");
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
    }

    @Test
    void aWonDealIsInTheFunnelAtOnce() {
        try (var ana = office.administrator(Look.DESK)) {
            createCustomer(ana, "Čakovečki mlinovi d.d.");
            ana.page().locator("a[href*='/deals/new?customer=']").first().click();
            createDeal(ana.page(), "Nova linija", "12.500,00");
            ana.page().locator("form[action$='/moves'] button.btn--primary").click();
            win(ana.page());
            ana.screenshot("journey-deal-won");

            assertThat(wonAndLost(ana)).containsExactly("1", "0");

            ana.page().locator("tfoot td:nth-of-type(2) a").click();
            assertThat(ana.page().getByText("Nova linija").first()).isVisible();
        }
    }

    @Test
    void losingAsksForTheReasonAndReopeningTakesItBack() {
        try (var ana = office.administrator(Look.PHONE)) {
            ana.open("/deals/new");
            createDeal(ana.page(), "Krov hale", "900");
            var deal = ana.page().url();
            ana.page().locator("a[href*='/closure/lost']").first().click();
            var dialog = ana.page().locator("#deal-dialog[open], main");
            dialog.locator("button[form=closure]").last().click();
            assertThat(ana.page().locator("[name=reason]:invalid").first()).isAttached();
            ana.page().locator("[name=reason]:not([data-names])").first().check();
            ana.page().locator("button[form=closure]").last().click();
            assertThat(ana.page().locator("form[action$='/reopening']").first()).isVisible();
            assertThat(wonAndLost(ana)).containsExactly("0", "1");

            ana.page().navigate(deal);
            ana.page().locator("form[action$='/reopening'] button").first().click();
            assertThat(ana.page().locator("a[href*='/closure/won']").first()).isVisible();
            assertThat(wonAndLost(ana)).containsExactly("0", "0");
        }
    }

    @Test
    void theBoardMovesByDragByMenuAndByKey() {
        try (var ana = office.administrator(Look.DESK)) {
            ana.open("/deals/new");
            createDeal(ana.page(), "Ograda", "700");
            ana.open("/deals/board");
            var page = ana.page();
            var stages = page.locator(".board .column").all().stream()
                    .map(column -> column.getAttribute("data-stage"))
                    .toList();
            var card = page.locator("[data-deal] article").first();

            drag(page, stages.get(1));
            assertThat(page.locator("#stage-" + stages.get(1) + " [data-deal]")).hasCount(1);
            assertThat(page.locator("#board-live")).not().isEmpty();
            expectStage(page, stages.get(1));

            card.focus();
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator("#stage-" + stages.get(2) + " [data-deal]")).hasCount(1);
            expectStage(page, stages.get(2));
            assertThat(card).isFocused();

            page.locator("[data-deal] [data-move]").first().click();
            page.locator("#deal-dialog button[name=stage][value='" + stages.get(0) + "']")
                    .click();
            assertThat(page.locator("#stage-" + stages.get(0) + " [data-deal]")).hasCount(1);
            expectStage(page, stages.get(0));
        }
    }

    @Test
    void theBoardAsksInADialogForWhatAStageDemands() {
        try (var ana = office.administrator(Look.DESK)) {
            ana.open("/deals/new");
            createDeal(ana.page(), "Ograda", "700");
            office.jdbc().sql("""
                    insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                    select type_id, steps_version, stage_id, 0, 'check', '{"items": "Budget"}' from deal""").update();
            ana.open("/deals/board");
            var page = ana.page();
            var stages = page.locator(".board .column").all().stream()
                    .map(column -> column.getAttribute("data-stage"))
                    .toList();

            drag(page, stages.get(1));
            var dialog = page.locator("#deal-dialog[open]");
            assertThat(dialog.locator("[name^=check-]")).isVisible();
            assertThat(page.locator("#stage-" + stages.get(0) + " [data-deal]")).hasCount(1);
            var board = page.url();
            for (int times = 0; times < 2; times++) {
                refused(dialog, "move", times);
                assertThat(page.url()).isEqualTo(board);
            }
            ana.screenshot("journey-refused-twice-in-the-dialog");
            dialog.locator("[name^=check-]").check();
            dialog.locator("button[form=move]").click();

            assertThat(page.locator("#stage-" + stages.get(1) + " [data-deal]")).hasCount(1);
            expectStage(page, stages.get(1));
        }
    }

    @Test
    void aWinAndAPointOfTheProcessStayInTheirDialogsHoweverOftenTheyAreRefused() {
        try (var ana = office.administrator(Look.PHONE)) {
            var page = ana.page();
            for (var type : List.of("MANUAL", "AUTOMATIC")) {
                ana.open("/deals/new?type="
                        + office.jdbc()
                                .sql("select id from deal_type where mode = :mode")
                                .param("mode", type)
                                .query(String.class)
                                .single());
                createDeal(page, "Peć " + type, "700");
                office.jdbc().sql("delete from step_requirement").update();
                office.jdbc().sql("""
                        insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                        select type_id, steps_version, stage_id, 0, 'check', '{"items": "Budget"}' from deal""").update();
                var form = type.equals("MANUAL") ? "closure" : "completion";
                page.reload();
                var deal = page.url();
                page.locator(
                                type.equals("MANUAL")
                                        ? "a[href*='/closure/won']"
                                        : "a[data-dialog][href*='/process/points/']")
                        .first()
                        .click();
                var dialog = page.locator("#deal-dialog[open]");
                for (int times = 0; times < 2; times++) {
                    refused(dialog, form, times);
                    assertThat(page.url()).isEqualTo(deal);
                }
                dialog.locator("[name^=check-]").check();
                dialog.locator("button[form=" + form + "]").click();
                assertThat(page.locator("#deal-dialog[open]")).hasCount(0);
                assertThat(page.locator("#toasts .toast").first()).isVisible();
            }
        }
    }

    /** Sends the form unfinished; what was typed stays with the refusal. */
    private static void refused(com.microsoft.playwright.Locator dialog, String form, int times) {
        dialog.locator("details.override summary").click();
        dialog.locator("[name=overrideReason]").fill("Time " + times);
        dialog.locator("button[form=" + form + "]").click();
        assertThat(dialog.locator("details.override:not([open])")).isVisible();
        assertThat(dialog.locator("[role=alert]").first()).isVisible();
        assertThat(dialog.locator("[name=overrideReason]")).hasValue("Time " + times);
    }

    @Test
    void twoWhoMoveTheSameDealAreToldWhoWasFirst() {
        try (var ana = office.administrator(Look.DESK);
                var boris = office.administrator(Look.DESK)) {
            ana.open("/deals/new");
            createDeal(ana.page(), "Utrka", "100");
            boris.open(path(ana));
            ana.page().locator("form[action$='/moves'] button.btn--primary").click();
            ana.page().waitForLoadState();
            boris.page().locator("form[action$='/moves'] button.btn--primary").click();

            assertThat(boris.page().locator("[role=alert]").first()).isVisible();
            assertThat(visits()).isEqualTo(2);
        }
    }

    private static String path(Visitor visitor) {
        return visitor.page().url().replaceFirst("https?://[^/]+", "");
    }

    private static void createCustomer(Visitor visitor, String name) {
        visitor.open("/customers/new");
        visitor.page().locator("[name=name]").fill(name);
        visitor.page().locator("form[action='/customers'] .btn--primary").click();
        visitor.page().waitForURL(Pattern.compile(".*/customers/\\d+.*"));
    }

    private static void createDeal(Page page, String title, String amount) {
        page.locator("#deal-form [name=title]").fill(title);
        page.locator("#deal-form [name=amount]").fill(amount);
        page.locator("#deal-form .btn--primary").click();
        page.waitForURL(DEAL);
    }

    private static void win(Page page) {
        page.locator("a[href*='/closure/won']").first().click();
        page.locator("button[form=closure]").last().click();
        page.locator("form[action$='/reopening']").first().waitFor();
    }

    /** What the closed funnel's table says of all stages together. */
    private static List<String> wonAndLost(Visitor visitor) {
        visitor.open("/funnel?view=closed");
        var cells = visitor.page().locator("#funnel tfoot td");
        if (cells.count() == 0) {
            return List.of("0", "0");
        }
        return List.of(
                cells.nth(1).innerText().strip(), cells.nth(3).innerText().strip());
    }

    private static void drag(Page page, String stage) {
        var from = page.locator("[data-deal]").first().boundingBox();
        var to = page.locator("#stage-" + stage + " [data-cards]").boundingBox();
        page.mouse().move(from.x + 60, from.y + 12);
        page.mouse().down();
        page.mouse().move(from.x + 90, from.y + 20);
        page.mouse().move(to.x + 80, to.y + 20, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
        page.mouse().move(to.x + 82, to.y + 22);
        page.mouse().up();
    }

    /** The card moves at once; the answer to its move follows. */
    private void expectStage(Page page, String stage) {
        for (int tenths = 0; tenths < 50 && !stage.equals(stageOfTheDeal()); tenths++) {
            page.waitForTimeout(100);
        }
        assertThat(stageOfTheDeal()).isEqualTo(stage);
    }

    private String stageOfTheDeal() {
        return office.jdbc()
                .sql("select stage_id from deal")
                .query(String.class)
                .single();
    }

    private long visits() {
        return office.jdbc()
                .sql("select count(*) from stage_visit where outcome <> 'SKIPPED'")
                .query(Long.class)
                .single();
    }
}
