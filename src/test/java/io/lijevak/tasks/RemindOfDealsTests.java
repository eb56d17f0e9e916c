package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A number of the funnel becomes tasks for exactly its deals. */
@LijevakTest
class RemindOfDealsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    DealList list;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private String cell = "";

    @BeforeEach
    void found() {
        admin = deals.found();
        deals.open(admin, deals.stage(2), "100.00");
        deals.open(admin, deals.stage(2), "200.00");
        deals.open(admin, deals.stage(3), "300.00");
        cell = "view:active,rule:snapshot,dealType:%s,from:2025-01-01,to:2035-01-01,stage:%s,figure:in_work"
                .formatted(deals.manual().id(), deals.stage(2));
    }

    @Test
    void makesAsManyTasksAsTheNumberCountsAndForThoseDeals() throws Exception {
        var signedIn = world.signedInAs(admin.person());
        assertThat(list.totals(DealFilter.of(Map.of("funnel", cell)), admin).count())
                .isEqualTo(2);
        mvc.perform(get("/deals/reminders/new").param("funnel", cell).with(signedIn))
                .andExpect(content().string(containsString("2 deals")));

        mvc.perform(post("/deals/reminders")
                        .param("funnel", cell)
                        .param("note", "Nazvati kupca")
                        .param("due", "2199-01-02")
                        .with(signedIn))
                .andExpect(status().is3xxRedirection());

        assertThat(jdbc.sql("""
                select count(*) from task t join deal d on d.id = t.deal_id where d.stage_id = :stage""")
                        .param("stage", deals.stage(2).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from task").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void keepsWhatWasTypedAndMakesNothingWhenItIsWrong() throws Exception {
        var signedIn = world.signedInAs(admin.person());

        mvc.perform(post("/deals/reminders")
                        .param("stage", deals.stage(2).toString())
                        .param("note", "Nazvati kupca")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Nazvati kupca")));
        mvc.perform(post("/deals/reminders")
                        .param("stage", deals.stage(5).toString())
                        .param("note", "Nobody there")
                        .param("due", "2199-01-02")
                        .with(signedIn))
                .andExpect(status().is(422));
        mvc.perform(post("/deals/reminders")
                        .param("stage", deals.stage(2).toString())
                        .param("note", "Late")
                        .param("due", "2001-01-02")
                        .with(signedIn))
                .andExpect(status().is(422));

        assertThat(jdbc.sql("select count(*) from task").query(Integer.class).single())
                .isZero();
    }
}
