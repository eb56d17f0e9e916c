package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.StatementCounter;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
@Import({World.class, DealWorld.class})
class CalendarPagesTests {
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
    JdbcClient jdbc;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @Test
    void showsTheSameTasksByDayWeekAndMonth() throws Exception {
        var day = LocalDate.now(ZAGREB).plusDays(1);
        task(
                "Sastanak u luci",
                new Due(day.atTime(LocalTime.of(10, 0)).atZone(ZAGREB).toInstant(), false));
        task("Poslati ponudu", Due.during(day, ZAGREB));

        for (var view : new String[] {"day", "week", "month"}) {
            mvc.perform(get("/calendar?view=" + view + "&date=" + day).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Sastanak u luci"),
                                    containsString("Poslati ponudu"),
                                    containsString("data-at=\"" + day + "T10:00\""),
                                    not(containsString("??")))));
        }
    }

    @Test
    void marksHolidaysFreeDaysAndAbsences() throws Exception {
        jdbc.sql("""
                insert into absence (person_id, first_day, last_day, kind) values (:me, '2026-11-19', '2026-11-20', 'SICK')""").param("me", admin.id()).update();

        mvc.perform(get("/calendar?view=week&date=2026-11-18").with(signedIn))
                .andExpect(content()
                        .string(allOf(
                                containsString("Remembrance Day"),
                                containsString("sick leave"),
                                containsString("is-free"))));
        mvc.perform(get("/calendar?view=month&date=2026-04-15").with(signedIn))
                .andExpect(content().string(containsString("Easter Sunday")));
    }

    @Test
    void movingAnEntryMovesTheTaskAndTheNextStepOfItsDeal() throws Exception {
        var deal = deals.open(admin);
        var day = LocalDate.now(ZAGREB).plusDays(1);
        var id = plan.from(
                new TaskDraft("Nazvati", null, deal.value(), null, null, Due.during(day, ZAGREB), null, false, false),
                admin);
        var to = day.plusDays(3).atTime(11, 30);

        mvc.perform(post("/tasks/" + id + "/postponement")
                        .param("due", to.toString())
                        .param("back", "/calendar?view=week")
                        .with(signedIn))
                .andExpect(redirectedUrl("/calendar?view=week"));

        var moved = to.atZone(ZAGREB).toInstant();
        assertThat(tasks.require(id, admin).term().due()).isEqualTo(moved);
        assertThat(jdbc.sql("select next_step_at from deal where id = :id")
                        .param("id", deal.value())
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(moved);
    }

    @Test
    void showsOnlyThePeopleOneMaySee() throws Exception {
        task("Tajni sastanak", Due.during(LocalDate.now(ZAGREB).plusDays(1), ZAGREB));
        var rep = world.signedInAs(Role.SALES_REP);

        for (var path : new String[] {"/calendar", "/calendar?whose=team", "/calendar?person=" + admin.id()}) {
            mvc.perform(get(path).with(rep)).andExpect(content().string(not(containsString("Tajni sastanak"))));
        }
    }

    @Test
    void survivesAnyAddress() throws Exception {
        for (var path :
                new String[] {"?date=nonsense", "?date=0001-01-01&view=month", "?view=year", "?person=x&whose=y"}) {
            mvc.perform(get("/calendar" + path).with(signedIn)).andExpect(status().isOk());
        }
    }

    @Test
    void asksTheDatabaseAFixedNumberOfQuestions() throws Exception {
        for (var number = 0; number < 20; number++) {
            task("Zadatak " + number, Due.during(LocalDate.now(ZAGREB).plusDays(number % 5), ZAGREB));
        }
        mvc.perform(get("/calendar").with(signedIn));

        var counted = StatementCounter.count(
                () -> mvc.perform(get("/calendar?view=month").with(signedIn)).andReturn());

        assertThat(counted).hasSizeLessThanOrEqualTo(8);
    }

    private void task(String title, Due due) {
        plan.from(new TaskDraft(title, null, null, null, null, due, null, false, true), admin);
    }
}
