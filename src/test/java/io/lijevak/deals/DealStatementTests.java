package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.StatementCounter;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The statements of a request do not grow with the number of deals. */
@LijevakTest
class DealStatementTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @Test
    void showTheBoardOf5000DealsInOneStage() throws Exception {
        fill(5000);
        mvc.perform(get("/deals").with(signedIn)); // properties are read once and remembered

        assertThat(statements(get("/deals/board").with(signedIn))).isLessThanOrEqualTo(5);
    }

    @Test
    void showTheListAndTheCard() throws Exception {
        fill(60);

        assertThat(statements(get("/deals").with(signedIn))).isLessThanOrEqualTo(8);
        assertThat(statements(get("/deals/1").with(signedIn))).isLessThanOrEqualTo(12);
    }

    @Test
    void moveADealOverTwoStages() throws Exception {
        var deal = deals.open(admin);
        mvc.perform(move(deal, 2));

        assertThat(statements(move(deal, 5))).isLessThanOrEqualTo(10);
    }

    @Test
    void createADeal() throws Exception {
        deals.open(admin);
        var create = post("/deals")
                .param("type", deals.manual().id().toString())
                .param("title", "Press")
                .param("currency", "EUR")
                .with(signedIn);

        assertThat(statements(create)).isLessThanOrEqualTo(10);
    }

    private RequestBuilder move(DealId deal, int place) {
        return post("/deals/" + deal + "/moves")
                .param("stage", deals.stage(place).toString())
                .with(signedIn);
    }

    private long statements(RequestBuilder request) throws Exception {
        return StatementCounter.count(() -> mvc.perform(request)).size();
    }

    private void fill(int count) {
        jdbc.sql("""
                with made as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate,
                    responsible_id, opened_at)
                  select 'Press ' || n, 'press ' || n, :type, 1, :stage, n, 'EUR', 1, :person, now() - n * interval '1 hour'
                  from generate_series(1, :count) n returning id, stage_id, opened_at)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, cause)
                select id, 1, 1, stage_id, opened_at, 'CREATED' from made""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(2).value())
                .param("person", admin.id())
                .param("count", count)
                .update();
    }
}
