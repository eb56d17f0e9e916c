package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.StatementCounter;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.platform.web.Toast;
import io.lijevak.process.NextStepRules;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
class TaskPagesTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    PlanTask plan;

    @Autowired
    Tasks tasks;

    @Autowired
    NextStepRules rules;

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
    void everyPageIsShownAndSaysWhatToDoWhenItIsEmpty() throws Exception {
        for (var path : new String[] {
            "/tasks",
            "/tasks?whose=mine",
            "/tasks?whose=given&when=check",
            "/tasks/new",
            "/tasks?whose=team&group=deal",
            "/tasks/discipline",
            "/tasks/due",
            "/settings/deal-types/1/next-step"
        }) {
            mvc.perform(get(path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/tasks").with(signedIn)).andExpect(content().string(containsString("Nothing waits for you")));
    }

    @Test
    void everyFormOfATaskIsShown() throws Exception {
        var id = task("Nazvati kupca", 2);
        for (var path : new String[] {"", "/edit", "/completion", "/postponement", "/withdrawal", "/delegation"}) {
            mvc.perform(get("/tasks/" + id + path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString("Nazvati kupca"), not(containsString("??")))));
        }
    }

    @Test
    void takesATaskFromADealAndShowsItInTheInbox() throws Exception {
        var deal = deals.open(admin);
        mvc.perform(get("/tasks/new?deal=" + deal).with(signedIn))
                .andExpect(content().string(containsString("Press")));

        mvc.perform(post("/tasks")
                        .param("title", "Poslati ponudu")
                        .param("due", "sutra 10")
                        .param("deal", deal.toString())
                        .param("back", "/deals/" + deal)
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));

        mvc.perform(get("/tasks").with(signedIn))
                .andExpect(
                        content().string(allOf(containsString("Poslati ponudu"), containsString("Press, 1.000,00"))));
        mvc.perform(get("/tasks/of-deal/" + deal).with(signedIn))
                .andExpect(content().string(containsString("Poslati ponudu")));
    }

    @Test
    void whatWasDoneIsToldWhereOneReadsOfTheDeal() throws Exception {
        var deal = deals.open(admin);
        var id = plan.from(new TaskDraft("Nazvati", null, deal.value(), null, null, in(1), null, false, false), admin);
        mvc.perform(post("/tasks/" + id + "/completion")
                .param("result", "Traže popust")
                .with(signedIn));

        mvc.perform(get("/deals/" + deal).with(signedIn))
                .andExpect(content().string(allOf(containsString("Task done"), containsString("Traže popust"))));
    }

    @Test
    void aNewDealOfATypeThatDemandsANextStepAsksForItInItsForm() throws Exception {
        rules.change(deals.manual().id(), true, admin);
        var type = deals.manual().id().toString();
        mvc.perform(post("/deals")
                        .param("title", "Nova linija")
                        .param("type", type)
                        .param("currency", "EUR")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Nova linija"), containsString("Say when the next step"))));
        assertThat(jdbc.sql("select count(*) from deal").query(Integer.class).single())
                .isZero();

        mvc.perform(post("/deals")
                        .param("title", "Nova linija")
                        .param("type", type)
                        .param("currency", "EUR")
                        .param("nextTitle", "Nazvati direktora")
                        .param("nextDue", "+2d")
                        .with(signedIn))
                .andExpect(status().is3xxRedirection());

        assertThat(jdbc.sql("select next_step_at from deal")
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(in(2).at());
    }

    @Test
    void keepsWhatWasTypedWhenADeadlineIsNotUnderstoodOrPast() throws Exception {
        mvc.perform(post("/tasks")
                        .param("title", "Nazvati")
                        .param("due", "kad stigneš")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("kad stigneš"), containsString("Not understood"))));
        mvc.perform(post("/tasks")
                        .param("title", "Nazvati")
                        .param("due", "1. 1. 2020.")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("acceptPast")));
        mvc.perform(post("/tasks")
                        .param("title", "Nazvati")
                        .param("due", "1. 1. 2020.")
                        .param("acceptPast", "true")
                        .with(signedIn))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void postponesByWordsAndByPresetAndUndoes() throws Exception {
        var id = task("Nazvati", 1);
        var result = mvc.perform(post("/tasks/" + id + "/postponement")
                        .param("due", "+5d")
                        .with(signedIn))
                .andExpect(redirectedUrl("/tasks"))
                .andReturn();
        assertThat(tasks.require(id, admin).term().due()).isEqualTo(in(5).at());

        var toast = (Toast) result.getFlashMap().get("toast");
        mvc.perform(post(String.valueOf(toast.undoHref())).with(signedIn)).andExpect(redirectedUrl("/tasks"));
        assertThat(tasks.require(id, admin).term().due()).isEqualTo(in(1).at());
        mvc.perform(post("/tasks/" + id + "/postponement")
                        .param("preset", "+60min")
                        .with(signedIn))
                .andExpect(redirectedUrl("/tasks"));
        mvc.perform(post("/tasks/" + id + "/postponement").param("due", "").with(signedIn))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void completingAFinishedTaskIsAConflictThatNamesWhoWasFirst() throws Exception {
        var id = task("Nazvati", 1);
        mvc.perform(post("/tasks/" + id + "/completion")
                        .param("result", "Javio se")
                        .with(signedIn))
                .andExpect(redirectedUrl("/tasks"));

        mvc.perform(post("/tasks/" + id + "/completion").with(signedIn))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("administrator")));
    }

    @Test
    void manyAtOnceTellsWhatBecameOfThem() throws Exception {
        var first = task("Prvi", 1);
        var second = task("Drugi", 1);

        mvc.perform(post("/tasks/many")
                        .param("action", "complete")
                        .param("task", first.toString(), second.toString(), "777")
                        .with(signedIn))
                .andExpect(redirectedUrl("/tasks"))
                .andExpect(flash().attribute(
                                "toast",
                                org.hamcrest.Matchers.hasToString(
                                        startsWith("Toast[text=2 tasks changed. 1 is gone."))));
        mvc.perform(post("/tasks/many").param("action", "complete").with(signedIn))
                .andExpect(flash().attributeExists("refusal"));
    }

    @Test
    void leadsToTheFormOfAProcessTaskAndReturns() throws Exception {
        jdbc.sql("""
                insert into task (kind, title, search_text, point_id, executor_id)
                values ('PROCESS', 'Ponuda', 'ponuda', 7, :me)""").param("me", admin.id()).update();

        mvc.perform(get("/tasks/1/completion?back=/tasks").with(signedIn))
                .andExpect(redirectedUrl("/process/points/7/completion?back=%2Ftasks"));
    }

    @Test
    void neverReturnsToAnotherHost() throws Exception {
        var id = task("Nazvati", 1);

        mvc.perform(post("/tasks/" + id + "/completion")
                        .param("back", "//evil.example/tasks")
                        .with(signedIn))
                .andExpect(header().string("Location", "/tasks"));
    }

    @Test
    void walksThroughPagesWithoutLosingOrRepeatingATask() throws Exception {
        jdbc.sql("""
                insert into task (kind, title, search_text, executor_id, author_id, due_at, deal_id)
                select 'MANUAL', 'T' || n || '.', 't', :me, :me, now() + (n % 7) * interval '1 day', null
                from generate_series(1, 130) n""").param("me", admin.id()).update();
        for (var group : new String[] {"due", "deal", "stage"}) {
            var seen = new java.util.ArrayList<String>();
            var path = "/tasks?whose=mine&group=" + group;
            while (path != null) {
                var body = mvc.perform(get(java.net.URI.create(path)).with(signedIn))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                java.util.regex.Pattern.compile(">(T\\d+\\.)</a>")
                        .matcher(body)
                        .results()
                        .forEach(match -> seen.add(match.group(1)));
                var next = java.util.regex.Pattern.compile("href=\"(/tasks[^\"]*)\" rel=\"next\"")
                        .matcher(body);
                path = next.find() ? next.group(1).replace("&amp;", "&") : null;
            }
            assertThat(seen).as(group).hasSize(130).doesNotHaveDuplicates();
        }
    }

    @Test
    void asksTheDatabaseAFixedNumberOfQuestions() throws Exception {
        for (var number = 0; number < 30; number++) {
            task("Zadatak " + number, number % 4);
        }
        mvc.perform(get("/tasks").with(signedIn));

        for (var path : new String[] {"/tasks", "/tasks?whose=mine", "/tasks?whose=team&group=deal"}) {
            var counted = StatementCounter.count(
                    () -> mvc.perform(get(path).with(signedIn)).andReturn());
            assertThat(counted).as(path).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void aReaderSeesAndChangesNothing() throws Exception {
        var id = task("Nazvati", 1);
        var reader = world.signedInAs(Role.READER);

        mvc.perform(get("/tasks/" + id).with(reader))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/completion"))));
        mvc.perform(post("/tasks/" + id + "/completion").with(reader)).andExpect(status().isForbidden());
    }

    private TaskId task(String title, int days) {
        return plan.from(new TaskDraft(title, null, null, null, null, in(days), null, false, true), admin);
    }

    private static Due in(int days) {
        return Due.during(LocalDate.now(ZAGREB).plusDays(days), ZAGREB);
    }
}
