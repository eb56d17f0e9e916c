package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@LijevakTest
class PaletteControllerTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void setUp() {
        world.reset();
    }

    @Test
    void offersActionsAndPagesBeforeAnythingIsTyped() throws Exception {
        assertThat(hits(Role.ADMINISTRATOR, ""))
                .contains("href=\"/customers/new\"")
                .contains("href=\"/people\"")
                .contains("data-language=\"hr\"")
                .doesNotContain("<html");
    }

    @Test
    void findsRecordsWithoutTheirDiacritics() throws Exception {
        jdbc.sql(
                        "insert into customer (kind, name, search_text) values ('COMPANY', 'Čakovečki mlinovi', 'cakovecki mlinovi')")
                .update();

        assertThat(hits(Role.ADMINISTRATOR, "cakovec"))
                .contains("Čakovečki mlinovi")
                .doesNotContain("data-language");
    }

    @Test
    void leavesOutWhatTheViewerMayNotOpen() throws Exception {
        assertThat(hits(Role.SALES_REP, "")).doesNotContain("href=\"/settings/roles\"");
    }

    @Test
    void saysThatNothingWasFoundWithoutRepeatingMarkup() throws Exception {
        assertThat(hits(Role.ADMINISTRATOR, "<img src=x>"))
                .contains("Nothing found")
                .doesNotContain("<img");
    }

    @Test
    void refusesWhoeverIsNotSignedIn() throws Exception {
        mvc.perform(get("/palette").header("HX-Request", "true")).andExpect(status().isUnauthorized());
    }

    @Test
    void startsOnTheFirstPageOfTheRail() throws Exception {
        mvc.perform(get("/").with(world.signedInAs(Role.SALES_REP))).andExpect(redirectedUrl("/tasks"));
        mvc.perform(get("/")).andExpect(redirectedUrl("/sign-in"));
    }

    private String hits(Role role, String term) throws Exception {
        return mvc.perform(get("/palette").param("q", term).with(world.signedInAs(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
