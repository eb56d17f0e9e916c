package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.Seen;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a head sees of the week of the team. */
@LijevakTest
class TeamWeekTests {
    private static final Instant NOW = Instant.now();

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CloseDeal close;

    @Autowired
    TeamWeek team;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private CurrentUser admin;
    private CurrentUser ivan;

    @BeforeEach
    void found() {
        admin = deals.found();
        ivan = world.user(world.person("Ivan Perić", Role.SALES_REP));
        jdbc.sql("update deal_type_step set probability = 40 where position = 2")
                .update();
        deals.open(ivan, deals.stage(2), "1000.00");
        var planned = deals.open(ivan, deals.stage(2), "500.00");
        close.won(deals.open(ivan), Seen.ANYTHING, null, null, ivan);
        deals.open(admin, null, "10.00");
        jdbc.sql("update deal set next_step_at = now() where id = :id")
                .param("id", planned.value())
                .update();
        call("HELD", ivan, 0);
        call("FAILED", ivan, 1);
        call("HELD", ivan, 9);
        call("HELD", admin, 0);
        jdbc.sql("""
                insert into task (kind, title, search_text, executor_id, due_at, all_day, created_at)
                values ('MANUAL', 'Late', 'late', :me, now() - interval '2 days', false, now()),
                  ('MANUAL', 'Ahead', 'ahead', :me, now() + interval '2 days', false, now())""").param("me", ivan.id()).update();
    }

    @Test
    void countsOpenDealsCallsOfTheWeekAndWhatIsOverdueByPerson() {
        var rows = team.of(NOW.minus(7, ChronoUnit.DAYS), NOW.plusSeconds(60), admin);

        assertThat(rows).extracting(TeamWeek.Row::name).containsExactly("Ivan Perić", "administrator");
        var row = rows.getFirst();
        assertThat(row.deals()).isEqualTo(2);
        assertThat(row.calls()).isEqualTo(2);
        assertThat(row.talks()).isOne();
        assertThat(row.potential()).isEqualByComparingTo("1500");
        assertThat(row.expected()).isEqualByComparingTo("600");
        assertThat(row.unplanned()).isOne();
        assertThat(row.overdue()).isOne();
        assertThat(rows.getLast().calls()).isOne();
    }

    @Test
    void isNothingForWhoSeesTheOwnDealsAlone() throws Exception {
        assertThat(team.of(NOW.minus(7, ChronoUnit.DAYS), NOW.plusSeconds(60), ivan))
                .isEmpty();
        mvc.perform(get("/tasks").with(world.signedInAs(ivan.person())))
                .andExpect(content().string(not(containsString("/tasks/team"))));
        mvc.perform(get("/tasks").with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString("/tasks/team")));
        mvc.perform(get("/tasks/team").with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString("/deals?outcome=open&amp;responsible=" + ivan.id())));
    }

    private void call(String state, CurrentUser who, int daysAgo) {
        jdbc.sql("""
                insert into interaction (kind, state, at, state_at, direction, subject, search_text, responsible_id,
                  counterpart, created_at)
                values ('CALL', :state, :at, now(), 'OUTGOING', 'Call', 'call', :who, '+385911234567', now())""")
                .param("state", state)
                .param("at", Timestamp.from(NOW.minus(daysAgo, ChronoUnit.DAYS)))
                .param("who", who.id())
                .update();
    }
}
