package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.DealResults;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.RecordResults;
import io.lijevak.deals.ReopenDeal;
import io.lijevak.deals.Seen;
import io.lijevak.process.NextStepRules;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@Tag("external")
@LijevakTest
class TasksApiTests {
    private static final String TASKS = "/api/v1/tasks";
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    NextStepRules rules;

    @Autowired
    CloseDeal close;

    @Autowired
    ReopenDeal reopen;

    @Autowired
    RecordResults record;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private RequestPostProcessor token;

    @BeforeEach
    void found() {
        admin = deals.found();
        token = world.bearer(admin.person());
    }

    @Test
    void createsListsChangesAndCompletes() throws Exception {
        var day = LocalDate.now(ZAGREB).plusDays(3);
        send(post(TASKS), "{\"title\": \"Nazvati\", \"due\": \"%s\", \"minutes\": 30}".formatted(day))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("MANUAL"))
                .andExpect(jsonPath("$.allDay").value(true));

        mvc.perform(get(TASKS + "?when=later&whose=mine").with(token))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].title").value("Nazvati"));
        send(patch(TASKS + "/1"), "{\"title\": \"Nazvati opet\"}")
                .andExpect(jsonPath("$.title").value("Nazvati opet"))
                .andExpect(jsonPath("$.minutes").value(30));
        send(patch(TASKS + "/1"), "{\"due\": \"%sT10:00:00+01:00\"}".formatted(day.plusDays(1)))
                .andExpect(jsonPath("$.postponements").value(1));
        send(post(TASKS + "/1/completion"), "{\"result\": \"Javio se\"}")
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.result").value("Javio se"));
        send(post(TASKS + "/1/completion"), "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("administrator")));
    }

    @Test
    void pagesByKeyset() throws Exception {
        jdbc.sql("""
                insert into task (kind, title, search_text, executor_id, author_id, due_at)
                select 'MANUAL', 'T' || n, 't', :me, :me, now() + n * interval '1 hour' from generate_series(1, 5) n""").param("me", admin.id()).update();

        var first = mvc.perform(get(TASKS + "?limit=2").with(token))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andReturn();
        var next = com.jayway.jsonpath.JsonPath.<String>read(first.getResponse().getContentAsString(), "$.next");

        mvc.perform(get(TASKS).param("limit", "2").param("next", next).with(token))
                .andExpect(jsonPath("$.items[0].title").value("T3"));
        mvc.perform(get(TASKS + "?next=rubbish").with(token)).andExpect(status().isUnprocessableContent());
        mvc.perform(get(TASKS + "?color=red").with(token)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void namesEveryWrongFieldAtOnce() throws Exception {
        send(post(TASKS), "{\"title\": \" \", \"due\": \"2020-01-01\", \"minutes\": 1, \"executor\": 999}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field")
                        .value(org.hamcrest.Matchers.containsInAnyOrder("title", "minutes", "due", "executor")));
        send(post(TASKS), "{\"title\": \"Nazvati\", \"due\": \"sutra\"}").andExpect(status().isUnprocessableContent());
    }

    @Test
    void leadsAnAssignmentThroughItsSteps() throws Exception {
        var ivan = world.person("Ivan Perić", Role.SALES_REP);
        var his = world.bearer(ivan);
        send(post(TASKS), "{\"title\": \"Ugovor\", \"executor\": " + ivan + "}")
                .andExpect(jsonPath("$.kind").value("ASSIGNMENT"));

        send(post(TASKS + "/1/steps"), "{\"step\": \"accepted\"}", his).andExpect(status().isOk());
        send(post(TASKS + "/1/completion"), "{\"result\": \"Evo\"}", his)
                .andExpect(jsonPath("$.state").value("REPORTED"));
        send(post(TASKS + "/1/steps"), "{\"step\": \"returned\"}").andExpect(status().isUnprocessableContent());
        send(post(TASKS + "/1/steps"), "{\"step\": \"returned\", \"reason\": \"Nepotpuno\"}")
                .andExpect(jsonPath("$.returnReason").value("Nepotpuno"));
        send(post(TASKS + "/1/completion"), "{}", his).andExpect(status().isOk());
        send(post(TASKS + "/1/steps"), "{\"step\": \"confirmed\"}")
                .andExpect(jsonPath("$.state").value("DONE"));
        send(post(TASKS + "/1/steps"), "{\"step\": \"lost\"}").andExpect(status().isUnprocessableContent());
    }

    @Test
    void demandsTheNextStepByItsFields() throws Exception {
        rules.change(deals.manual().id(), true, admin);
        var deal = deals.open(admin);
        var day = LocalDate.now(ZAGREB).plusDays(2);
        send(post(TASKS), "{\"title\": \"Nazvati\", \"deal\": %s, \"due\": \"%s\"}".formatted(deal, day))
                .andExpect(status().isCreated());

        send(post(TASKS + "/1/completion"), "{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field")
                        .value(org.hamcrest.Matchers.containsInAnyOrder("nextTitle", "nextDue")));
        send(
                        post(TASKS + "/1/completion"),
                        "{\"next\": {\"title\": \"Ponuda\", \"due\": \"%s\"}}".formatted(day.plusDays(4)))
                .andExpect(jsonPath("$.state").value("DONE"));
        mvc.perform(get(TASKS + "?deal=" + deal).with(token))
                .andExpect(jsonPath("$.items[0].title").value("Ponuda"));
    }

    @Test
    void asksForTheResultsOfAClosingOnceAndWithdrawsThemWithIt() throws Exception {
        var deal = deals.open(admin);
        close.won(deal, Seen.ANYTHING, null, null, admin);
        assertThat(open()).containsExactly("Zabilježiti rezultate dobivenog posla: Press");
        send(post(TASKS + "/1/completion"), "{}").andExpect(status().isConflict());

        reopen.now(deal, Seen.ANYTHING, admin);
        assertThat(open()).isEmpty();
        close.won(deal, Seen.ANYTHING, null, null, admin);
        record.of(
                deal, new DealResults(null, 5, null, null, LocalDate.now(ZAGREB).plusMonths(6)), admin);

        assertThat(open()).containsExactly("Pitati za sljedeću potrebu: Press");
    }

    private List<String> open() {
        return jdbc.sql("select title from task where state = 'OPEN' order by id")
                .query(String.class)
                .list();
    }

    private ResultActions send(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, String body)
            throws Exception {
        return send(request, body, token);
    }

    private ResultActions send(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request,
            String body,
            RequestPostProcessor who)
            throws Exception {
        return mvc.perform(
                request.contentType(MediaType.APPLICATION_JSON).content(body).with(who));
    }
}
