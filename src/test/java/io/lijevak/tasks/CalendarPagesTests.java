package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.interactions.Importance;
import io.lijevak.interactions.InteractionFields;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Occasion;
import io.lijevak.interactions.RecordInteraction;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
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
    RecordInteraction record;

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
    void aPlannedContactIsMovedAsATaskIs() throws Exception {
        var deal = deals.open(admin);
        var day = LocalDate.now(ZAGREB).plusDays(1);
        var id = call(deal, day.atTime(10, 0));
        var path = "/interactions/" + id + "/postponement";
        mvc.perform(get("/calendar?view=week&date=" + day).with(signedIn))
                .andExpect(content()
                        .string(allOf(containsString("data-move=\"" + path + "\""), containsString("Call</a>"))));

        mvc.perform(post(path)
                        .param("due", day.plusDays(2) + "T11:30")
                        .param("back", "/calendar?view=week")
                        .with(signedIn))
                .andExpect(redirectedUrl("/calendar?view=week"));
        assertThat(planned()).isEqualTo(day.plusDays(2).atTime(11, 30));
        assertThat(jdbc.sql("select next_step_at = (select at from interaction) from deal")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        mvc.perform(post(path).param("due", day.plusDays(3).toString()).with(signedIn))
                .andExpect(redirectedUrl("/interactions/" + id));
        assertThat(planned()).isEqualTo(day.plusDays(3).atTime(11, 30));
        mvc.perform(post(path).param("due", "2020-01-01T10:00").with(signedIn))
                .andExpect(status().is(422))
                .andExpect(
                        content().string(allOf(containsString("id=\"f-due-e\""), containsString("2020-01-01T10:00"))));
        assertThat(planned()).isEqualTo(day.plusDays(3).atTime(11, 30));
        assertThat(jdbc.sql("select step from interaction_state order by id")
                        .query(String.class)
                        .list())
                .containsExactly("PLANNED", "MOVED", "MOVED");
    }

    @Test
    void aPlannedContactIsMovedByThoseWhoMayChangeIt() throws Exception {
        var id = call(deals.open(admin), LocalDate.now(ZAGREB).plusDays(1).atTime(10, 0));
        jdbc.sql("insert into interaction_person (interaction_id, person_id) select :id, id from person")
                .param("id", id.value())
                .update();

        mvc.perform(post("/interactions/" + id + "/postponement")
                        .param("due", LocalDate.now(ZAGREB).plusDays(2) + "T10:00")
                        .with(world.signedInAs(Role.SALES_REP)))
                .andExpect(status().isForbidden());
    }

    @Test
    void theRailIsToldWhenTimeAloneChangesItsNumber() throws Exception {
        var due = Instant.now().plusSeconds(60 * 60);
        task("Sastanak", new Due(due, false));

        var told = mvc.perform(get("/tasks/due").with(signedIn))
                .andReturn()
                .getResponse()
                .getContentAsString();

        var seconds = Long.parseLong(told.replaceAll("(?s).*data-again=\"(\\d+)\".*", "$1"));
        var midnight = LocalDate.now(ZAGREB).plusDays(1).atStartOfDay(ZAGREB).toInstant();
        var soon = due.minusSeconds(15 * 60);
        assertThat(seconds)
                .isCloseTo(
                        Duration.between(Instant.now(), soon.isBefore(midnight) ? soon : midnight)
                                .toSeconds(),
                        within(10L));
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

    private InteractionId call(DealId deal, LocalDateTime at) {
        return record.with(
                new InteractionFields(
                        Occasion.of(InteractionKind.CALL, new Occasion.Parts(null, null, null, null, null)),
                        at.atZone(ZAGREB).toInstant(),
                        "",
                        null,
                        null,
                        Importance.NORMAL,
                        new InteractionFields.Circle(null, deal.value(), List.of(), List.of()),
                        admin.id()),
                InteractionState.PLANNED,
                null,
                admin);
    }

    private LocalDateTime planned() {
        return jdbc.sql("select at from interaction")
                .query((row, number) ->
                        row.getTimestamp(1).toInstant().atZone(ZAGREB).toLocalDateTime())
                .single();
    }

    private void task(String title, Due due) {
        plan.from(new TaskDraft(title, null, null, null, null, due, null, false, true), admin);
    }
}
