package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages and forms of a deal. */
@LijevakTest
class DealPagesTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @Test
    void everyPageOfADealIsShown() throws Exception {
        var deal = deals.open(admin);
        move.to(deals.stage(3), deal, Seen.ANYTHING, admin);

        for (var path : new String[] {
            "/deals",
            "/deals?outcome=open&sort=amount&q=press",
            "/deals/board",
            "/deals/new",
            "/deals/" + deal,
            "/deals/" + deal + "/edit",
            "/deals/" + deal + "/moves/new",
            "/deals/" + deal + "/moves/new?stage=" + deals.stage(1),
            "/deals/" + deal + "/closure/won",
            "/deals/" + deal + "/closure/lost",
            "/deals/" + deal + "/assignment",
            "/deals/options/products?q=x",
            "/deals/options/customers?q=x"
        }) {
            mvc.perform(get(path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void createsADealFromTheFormAndKeepsWhatWasTypedWhenItIsRefused() throws Exception {
        var type = deals.manual().id().toString();
        mvc.perform(post("/deals")
                        .param("type", type)
                        .param("title", "Mlin")
                        .param("amount", "1.234,5x")
                        .param("currency", "EUR")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("1.234,5x")))
                .andExpect(content().string(containsString("Mlin")));

        mvc.perform(post("/deals")
                        .param("type", type)
                        .param("title", "Mlin")
                        .param("amount", "1.234,50")
                        .param("currency", "EUR")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/1"));
        mvc.perform(get("/deals/1").with(signedIn)).andExpect(content().string(containsString("1.234,50")));
    }

    @Test
    void tellsOnTheBoardWhyADealDidNotMove() throws Exception {
        var deal = deals.open(admin);
        move.to(deals.stage(2), deal, Seen.ANYTHING, admin);

        var answer = mvc.perform(post("/deals/" + deal + "/moves")
                        .param("stage", deals.stage(5).toString())
                        .param("from", deals.stage(1).toString())
                        .param("back", "/deals/board")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/board"))
                .andReturn();

        assertThat(answer.getFlashMap().get("refusal")).isNotNull();
        mvc.perform(get("/deals/board").with(signedIn).flashAttrs(answer.getFlashMap()))
                .andExpect(content().string(containsString("deal-card--refused")));
    }

    @Test
    void asksForTheReasonOfALoss() throws Exception {
        var deal = deals.open(admin);

        mvc.perform(post("/deals/" + deal + "/closure/lost").with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("choose a reason")));
    }

    @Test
    void offersNoMoveAndNoClosureOfADealThatIsClosed() throws Exception {
        var deal = deals.open(admin);
        close.won(deal, Seen.ANYTHING, null, null, admin);

        for (var form : List.of("/moves/new", "/closure/won", "/closure/lost")) {
            mvc.perform(get("/deals/" + deal + form).with(signedIn))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("The deal is won. Reopen it first.")));
        }
    }

    @Test
    void showsAStaleEditorBothValues() throws Exception {
        var deal = deals.open(admin);
        var change = post("/deals/" + deal)
                .param("version", "1")
                .param("title", "Mine")
                .param("currency", "EUR")
                .with(signedIn);
        mvc.perform(change).andExpect(status().is3xxRedirection());

        mvc.perform(post("/deals/" + deal)
                        .param("version", "1")
                        .param("title", "Theirs")
                        .param("currency", "EUR")
                        .with(signedIn))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Mine")))
                .andExpect(content().string(containsString("Theirs")));
    }

    @Test
    void neverLeavesForAnotherHost() throws Exception {
        var deal = deals.open(admin);

        mvc.perform(post("/deals/" + deal + "/moves")
                        .param("stage", deals.stage(2).toString())
                        .param("back", "//evil.example")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));
    }

    @Test
    void keepsForeignDealsFromARep() throws Exception {
        var deal = deals.open(admin);

        mvc.perform(get("/deals/" + deal).with(world.signedInAs(Role.SALES_REP)))
                .andExpect(status().isForbidden());
    }
}
