package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.World;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.process.Arrivals;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.DealMode;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A led sale is lost on the screen at its first stage and at its last; the stage of the loss stays, its results are asked for once. */
@Journey
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LossAtEachStageJourneyTests {
    private Office office;
    private Visitor ana;
    private CurrentUser user;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateDeal create;

    @Autowired
    Arrivals arrivals;

    @Autowired
    CompletePoint complete;

    @BeforeAll
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
        office.jdbc().sql("delete from step_requirement").update();
        user = world.user(office.administrator());
        ana = office.administrator(Look.DESK);
    }

    @AfterAll
    void leave() {
        ana.close();
    }

    @ParameterizedTest(name = "at stage {0}, with a competitor: {1}")
    @CsvSource({"1,true", "9,false"})
    void isLostAtAStageThatStaysAndItsResultsAreRecordedOnce(int place, boolean toACompetitor) {
        var title = "Gubitak " + place;
        var deal = atStage(place, title);
        var stage = stageOf(deal);
        var page = ana.open("/deals/" + deal).page();

        lose(page, toACompetitor, "Preskupo u fazi " + place);

        assertThat(stageOf(deal)).isEqualTo(stage);
        assertThat(text("select outcome || ' ' || closing_note from deal where id = :deal", deal))
                .isEqualTo("LOST Preskupo u fazi " + place);
        assertThat(text(
                        "select string_agg(stage_id::text, ' ') from stage_visit where outcome = 'LOST' and deal_id = :deal",
                        deal))
                .isEqualTo(stage);
        assertThat(text(
                        "select coalesce((select name from competitor c where c.id = competitor_id), '') from deal where id = :deal",
                        deal))
                .isEqualTo(toACompetitor ? "Jelen d.o.o." : "");
        assertThat(open(deal))
                .isEqualTo("Pokušati vratiti kupca: " + title + ", Zabilježiti rezultate izgubljenog posla: " + title);
        assertThat(page.locator("#results-awaited")).containsText("4. 5. 2199.");

        ana.open("/tasks");
        page.locator("a.tick[aria-label*='izgubljenog posla: " + title + "']")
                .first()
                .click();
        page.locator("[name=learnt]").fill("Naučeno " + place);
        page.locator("button[form=results]").click();
        page.waitForURL(Pattern.compile(".*/deals/" + deal + ".*"));

        assertThat(page.locator("#results")).containsText("Naučeno " + place);
        assertThat(open(deal)).isEqualTo("Pokušati vratiti kupca: " + title);
        assertThat(stageOf(deal)).isEqualTo(stage);
    }

    private static void lose(Page page, boolean toACompetitor, String note) {
        page.locator("a[href*='/closure/lost']").first().click();
        var dialog = page.locator("#deal-dialog[open]");
        if (toACompetitor) {
            dialog.locator("[name=reason][data-names]").first().check();
            dialog.locator("[name=competitor]").fill("Jelen d.o.o.");
        } else {
            dialog.locator("[name=reason]:not([data-names])").first().check();
        }
        dialog.locator("[name=note]").fill(note);
        dialog.locator("[name=winBack]").fill("2199-05-04");
        dialog.locator("button[form=closure]").click();
        page.locator("form[action$='/reopening']").first().waitFor();
    }

    private DealId atStage(int place, String title) {
        var led = deals.type(DealMode.AUTOMATIC).id();
        var deal = create.with(new NewDeal(led, null, user.id(), deals.terms(title, "1000.00")), user);
        for (int passed = 1; passed < place; passed++) {
            var point = arrivals.open(Subject.deal(deal.value())).getFirst();
            complete.with(point.id(), Map.of(), null, user);
        }
        return deal;
    }

    private String stageOf(DealId deal) {
        return text("select stage_id::text from deal where id = :deal", deal);
    }

    /** What still waits about the deal. */
    private String open(DealId deal) {
        return text(
                "select coalesce(string_agg(title, ', ' order by title), '') from task where state = 'OPEN' and deal_id = :deal",
                deal);
    }

    private String text(String sql, DealId deal) {
        return office.jdbc()
                .sql(sql)
                .param("deal", deal.value())
                .query(String.class)
                .single();
    }
}
