package io.lijevak.deals;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.process.DealMode;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The lists of deals as of a past day. */
@LijevakTest
class PastDealsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CreateDeal create;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @Test
    void showAPastDayWithoutAnythingThatChanges() throws Exception {
        var yesterday = LocalDate.now(ZoneId.of("Europe/Zagreb")).minusDays(1);
        var stage = deals.manual().steps().getFirst().stage().value();
        jdbc.sql("""
                with old as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate, opened_at,
                    created_at)
                  values ('Stara linija', 'stara linija', :type, 1, :stage, 10, 'EUR', 1, now() - interval '9 days',
                    now() - interval '9 days') returning id)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, entry_potential, cause, recorded_at)
                select id, 1, 1, :stage, now() - interval '9 days', 10, 'CREATED', now() - interval '9 days' from old""")
                .param("type", deals.manual().id().value())
                .param("stage", stage)
                .update();
        create.with(new NewDeal(deals.manual().id(), null, admin.id(), deals.terms("Nova linija", null)), admin);
        jdbc.sql("update deal set amount = 500, title = 'Preimenovana' where title = 'Stara linija'")
                .update();

        for (var known : List.of("now", "then")) {
            for (var page : List.of("/deals", "/deals/board")) {
                mvc.perform(get(page)
                                .param("asOf", yesterday.toString())
                                .param("known", known)
                                .param("mark", "late")
                                .with(signedIn))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("past-band")))
                        .andExpect(content().string(containsString("Preimenovana")))
                        .andExpect(content().string(containsString("10,00")))
                        .andExpect(content().string(not(containsString("500,00"))))
                        .andExpect(content().string(not(containsString("Nova linija"))))
                        .andExpect(content().string(not(containsString("/closure/lost"))))
                        .andExpect(content().string(not(containsString("/moves/new"))))
                        .andExpect(content().string(not(containsString("data-shortcut=\"c\""))))
                        .andExpect(content().string(not(containsString("/reminders/new"))));
            }
            mvc.perform(get("/deals/export.csv")
                            .param("asOf", yesterday.toString())
                            .param("known", known)
                            .with(signedIn))
                    .andExpect(content().string(not(containsString("Nova linija"))));
        }
        mvc.perform(get("/deals")
                        .param("asOf", yesterday.plusDays(1).toString())
                        .with(signedIn))
                .andExpect(content().string(not(containsString("past-band"))))
                .andExpect(content().string(containsString("Nova linija")));
    }

    /** One went on to steps with a longer norm since, the other to another type. */
    @Test
    void tellWhoWasLateByTheNormThatWasValidThen() throws Exception {
        var manual = deals.manual().id().value();
        var other = deals.type(DealMode.AUTOMATIC).id().value();
        jdbc.sql("update deal_type_step set norm_days = case when deal_type_id = :manual then 3 else 200 end")
                .param("manual", manual)
                .update();
        jdbc.sql("""
                with version as (
                  insert into deal_type_version (deal_type_id, version, made_at) values (:manual, 2, now() - interval '9 days'))
                insert into deal_type_step (deal_type_id, steps_version, position, stage_id, norm_days, probability)
                select deal_type_id, 2, position, stage_id, 200, probability from deal_type_step
                where deal_type_id = :manual and steps_version = 1""").param("manual", manual).update();
        jdbc.sql("""
                with old as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate, opened_at,
                    created_at, known_since)
                  values ('Stays', 'stays', :manual, 2, :stage, 10, 'EUR', 1, now() - interval '30 days',
                      now() - interval '30 days', now() - interval '9 days'),
                    ('Switched', 'switched', :other, 1, :stage, 10, 'EUR', 1, now() - interval '30 days',
                      now() - interval '30 days', now() - interval '9 days') returning id, steps_version),
                past as (
                  insert into deal_past (deal_id, known_from, known_until, title, type_id, stage_id, outcome, created_at)
                  select id, now() - interval '30 days', now() - interval '9 days', '', :manual, :stage, 'OPEN',
                    now() - interval '30 days' from old)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  recorded_at, left_recorded_at)
                select id, 1, 1, :stage, now() - interval '30 days', now() - interval '9 days', 'SWITCHED', 'CREATED',
                  now() - interval '30 days', now() - interval '9 days' from old
                union all
                select id, 2, steps_version, :stage, now() - interval '9 days', null, 'OPEN', 'SWITCHED',
                  now() - interval '9 days', null from old""")
                .param("manual", manual)
                .param("other", other)
                .param("stage", deals.stage(1).value())
                .update();
        var bearer = world.bearer(admin.person());
        var day = LocalDate.now(ZoneId.of("Europe/Zagreb")).minusDays(11);

        for (var known : List.of("now", "then")) {
            mvc.perform(get("/api/v1/deals?mark=late&known=" + known + "&asOf=" + day)
                            .with(bearer))
                    .andExpect(jsonPath("$.items.length()").value(2));
            mvc.perform(get("/api/v1/deals?mark=late&known=" + known + "&asOf=" + day.plusDays(9))
                            .with(bearer))
                    .andExpect(jsonPath("$.items").isEmpty());
        }
        mvc.perform(get("/deals?mark=late&asOf=" + day).with(signedIn))
                .andExpect(content().string(containsString("The norm is the one each deal went by then")));
    }
}
