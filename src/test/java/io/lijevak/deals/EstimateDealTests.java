package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The rep's own estimate of a win stands beside the other probabilities. */
@LijevakTest
class EstimateDealTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private PersonId rep;
    private long deal;

    @BeforeEach
    void aDeal() {
        world.reset();
        rep = world.person("Ivan Perić", Role.SALES_REP);
        var type = jdbc.sql("insert into deal_type (name, mode) values ('Sale', 'NON_PROCESS') returning id")
                .query(Long.class)
                .single();
        deal = jdbc.sql("""
                insert into deal (title, search_text, type_id, steps_version, outcome, responsible_id, currency, rate)
                values ('Oven', 'oven', ?, 1, 'OPEN', ?, 'EUR', 1) returning id""").params(type, rep.value()).query(Long.class).single();
    }

    @Test
    void theEstimateIsKeptShownAndTold() throws Exception {
        keep("60").andExpect(status().is3xxRedirection());

        mvc.perform(get("/api/v1/deals/" + deal).with(world.bearer(rep)))
                .andExpect(jsonPath("$.ownEstimate").value(60));
        assertThat(mvc.perform(get("/deals/" + deal).with(world.signedInAs(rep)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("own estimate 60", "Estimated the win");
    }

    @Test
    void aPercentageOutOfRangeIsRefusedAtItsFieldAndStaysTyped() throws Exception {
        for (var wrong : new String[] {"101", "-1"}) {
            assertThat(keep(wrong)
                            .andExpect(status().is(422))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("Write percent from 0 to 100", "value=\"" + wrong + "\"");
        }
    }

    @Test
    void theApiKeepsItAndTakesItAway() throws Exception {
        estimate("{\"percent\": 35}").andExpect(jsonPath("$.ownEstimate").value(35));
        estimate("{\"percent\": null}").andExpect(jsonPath("$.ownEstimate").doesNotExist());
        estimate("{\"percent\": 350}").andExpect(status().is(422));
    }

    @Test
    void closedDealsAndDealsOfOthersAreNotEstimated() throws Exception {
        var other = world.person("Lana Kos", Role.SALES_REP);
        mvc.perform(put("/api/v1/deals/" + deal + "/estimate")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"percent\": 35}")
                        .with(world.bearer(other)))
                .andExpect(status().is4xxClientError());
        jdbc.sql("update deal set outcome = 'WON' where id = ?").param(deal).update();
        estimate("{\"percent\": 35}").andExpect(status().isConflict());
    }

    private org.springframework.test.web.servlet.ResultActions keep(String percent) throws Exception {
        return mvc.perform(post("/deals/" + deal + "/estimate")
                .param("ownEstimate", percent)
                .with(world.signedInAs(rep)));
    }

    private org.springframework.test.web.servlet.ResultActions estimate(String body) throws Exception {
        return mvc.perform(put("/api/v1/deals/" + deal + "/estimate")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(world.bearer(rep)));
    }
}
