package io.lijevak.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@LijevakTest
class WorktimePagesTests {
    private static final String WEEK = "/settings/working-time";

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    WorkingTime time;

    @Autowired
    Substitutes substitutes;

    private PersonId administrator = new PersonId(0);

    @BeforeEach
    void reset() {
        world.reset();
        administrator = world.person("Ana Kos", Role.ADMINISTRATOR);
    }

    @Test
    void settlesAnotherWeekThatHoldsAtOnce() throws Exception {
        mvc.perform(post(WEEK)
                        .param("version", String.valueOf(WorkingWeek.usual().version()))
                        .param("works-1", "true")
                        .param("starts-1", "9:00")
                        .param("ends-1", "17.30")
                        .param("works-6", "true")
                        .param("starts-6", "08:00")
                        .param("ends-6", "12:00")
                        .with(world.signedInAs(administrator)))
                .andExpect(redirectedUrl(WEEK));

        assertThat(time.isWorkingDay(LocalDate.of(2026, 11, 28))).isTrue();
        assertThat(time.isWorkingDay(LocalDate.of(2026, 11, 27))).isFalse();
        assertThat(time.hours(LocalDate.of(2026, 11, 30))).hasToString("Hours[starts=09:00, ends=17:30]");
    }

    @Test
    void refusesAWeekWithoutDaysWrongTimesAndAStaleForm() throws Exception {
        mvc.perform(post(WEEK).param("version", "1").with(world.signedInAs(administrator)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("at least one working day")));
        mvc.perform(post(WEEK)
                        .param("works-2", "true")
                        .param("starts-2", "17:00")
                        .param("ends-2", "sutra")
                        .with(world.signedInAs(administrator)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("value=\"sutra\""), containsString("8:00 or 16:30"))));
        mvc.perform(post(WEEK)
                        .param("version", "1")
                        .param("works-2", "true")
                        .param("starts-2", "07:00")
                        .param("ends-2", "15:00")
                        .with(world.signedInAs(administrator)))
                .andExpect(status().isConflict());
    }

    @Test
    void addsAHolidayByHandTakesOneBackAndReadsAFile() throws Exception {
        var who = world.signedInAs(administrator);
        mvc.perform(post(WEEK + "/holidays")
                        .param("day", "2026-12-24")
                        .param("name", "Badnjak")
                        .with(who))
                .andExpect(redirectedUrl(WEEK + "?year=2026"));
        mvc.perform(post(WEEK + "/holidays")
                        .param("day", "2026-12-24")
                        .param("name", "Opet")
                        .with(who))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(WEEK + "/holidays/2027-01-06/removal")
                        .param("name", "Sveta tri kralja")
                        .with(who))
                .andExpect(redirectedUrl(WEEK + "?year=2027"));
        var file = new MockMultipartFile(
                "file", "dani.csv", "text/csv", "3.5.2027;Dan tvrtke\n".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(WEEK + "/file").file(file).with(who)).andExpect(redirectedUrl(WEEK + "?year=2027"));

        assertThat(time.isWorkingDay(LocalDate.of(2026, 12, 24))).isFalse();
        assertThat(time.isWorkingDay(LocalDate.of(2027, 1, 6))).isTrue();
        assertThat(time.isWorkingDay(LocalDate.of(2027, 5, 3))).isFalse();
        mvc.perform(get(WEEK + "?year=2027").with(who))
                .andExpect(content()
                        .string(allOf(
                                containsString("Dan tvrtke"),
                                containsString("Corpus Christi"),
                                not(containsString("??")))));
    }

    @Test
    void refusesAFileItCannotRead() throws Exception {
        var file = new MockMultipartFile("file", "slika.png", "image/png", new byte[] {(byte) 0x89, 80, 78, 71});

        mvc.perform(multipart(WEEK + "/file").file(file).with(world.signedInAs(administrator)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aPersonEntersAnAbsenceAndTheSubstituteStandsIn() throws Exception {
        var ivan = world.person("Ivan Perić", Role.SALES_REP);
        var lana = world.person("Lana Božić", Role.SALES_REP);
        mvc.perform(post("/absences")
                        .param("firstDay", "2026-12-01")
                        .param("lastDay", "2026-12-04")
                        .param("kind", "VACATION")
                        .param("substitute", lana.toString())
                        .with(world.signedInAs(ivan)))
                .andExpect(redirectedUrl("/absences"));

        assertThat(substitutes.standIn(ivan.value(), LocalDate.of(2026, 12, 4))).isEqualTo(lana.value());
        assertThat(substitutes.standIn(ivan.value(), LocalDate.of(2026, 12, 5))).isEqualTo(ivan.value());
    }

    @Test
    void refusesASecondAbsenceOnTheSameDaysAndKeepsWhatWasTyped() throws Exception {
        var ivan = world.person("Ivan Perić", Role.SALES_REP);
        var first = post("/absences").param("firstDay", "2026-12-01").param("lastDay", "2026-12-04");
        mvc.perform(first.param("kind", "SICK").with(world.signedInAs(ivan))).andExpect(redirectedUrl("/absences"));

        mvc.perform(post("/absences")
                        .param("firstDay", "2026-12-04")
                        .param("lastDay", "2026-12-09")
                        .param("kind", "TRAVEL")
                        .param("note", "Sajam u Splitu")
                        .with(world.signedInAs(ivan)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Sajam u Splitu"), containsString("already an absence"))));
    }

    @Test
    void aHeadEntersAbsencesOfTheTeamAndARepOnlyOwn() throws Exception {
        var team = world.team("Jug");
        var head = world.person("Nada Voditelj", Role.HEAD_OF_SALES, team, null);
        var ivan = world.person("Ivan Perić", Role.SALES_REP, team, head);
        var lana = world.person("Lana Božić", Role.SALES_REP, team, head);

        mvc.perform(absenceOf(ivan).with(world.signedInAs(head))).andExpect(redirectedUrl("/absences"));
        mvc.perform(absenceOf(ivan).with(world.signedInAs(lana))).andExpect(status().isForbidden());
        mvc.perform(post("/absences/1/removal").with(world.signedInAs(lana))).andExpect(status().isForbidden());
        mvc.perform(get("/absences").with(world.signedInAs(lana)))
                .andExpect(content().string(not(containsString("Ivan Perić"))));
        mvc.perform(post("/absences/1/removal").with(world.signedInAs(ivan))).andExpect(redirectedUrl("/absences"));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder absenceOf(
            PersonId person) {
        return post("/absences")
                .param("person", person.toString())
                .param("firstDay", "2026-12-01")
                .param("lastDay", "2026-12-02")
                .param("kind", "OTHER");
    }
}
