package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.Outcome;
import io.lijevak.deals.DealAction.What;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** All deals of a list are handed over at once, but for those that are closed or out of reach, and given back. */
@LijevakTest
class ActOnDealsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ActOnDeals act;

    @Autowired
    ActOnDeal one;

    @Autowired
    CheckDealAction check;

    @Autowired
    CloseDeal close;

    @Autowired
    AssignDeal assign;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private CurrentUser admin;
    private PersonId ivo;
    private DealId first;
    private DealId second;
    private DealId closed;

    @BeforeEach
    void found() {
        admin = deals.found();
        ivo = world.person("Ivo", Role.SALES_REP);
        first = deals.open(admin);
        second = deals.open(admin);
        closed = deals.open(admin);
        close.won(closed, Seen.ANYTHING, null, null, admin);
    }

    @Test
    void handsOverAllOpenDealsAndGivesBackThoseNobodyChanged() throws Exception {
        assertThat(check.preview(Kind.ASSIGN, all(), admin)).isEqualTo(new CheckDealAction.Preview(3, 1, 0));

        var action = act.begin(to(ivo), "/deals", all(), admin);

        assertThat(action.isOver()).isTrue();
        assertThat(action.outcomes()).isEqualTo(Map.of(Outcome.DONE, 2L, Outcome.CLOSED, 1L));
        assertThat(responsible()).containsExactly(ivo.value(), ivo.value(), admin.id());
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'assigned'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        mvc.perform(get("/deals/actions/" + action.id()).with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString("2 deals handed over")))
                .andExpect(content().string(containsString("1 is closed")));

        assign.to(null, second, Seen.ANYTHING, false, admin);
        var undone = act.undo(action.id(), admin);

        assertThat(undone.of(Outcome.UNDONE)).isEqualTo(1);
        assertThat(responsible()).containsExactly(admin.id(), null, admin.id());
        assertThatThrownBy(() -> act.undo(action.id(), admin)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> act.require(action.id(), world.user(ivo))).isInstanceOf(RecordNotFound.class);
    }

    @Test
    void leavesOutWhatTheRightDoesNotReach() {
        var rep = world.user(ivo);
        assign.to(ivo.value(), first, Seen.ANYTHING, false, admin);
        jdbc.sql(
                        "update role_right set scope = 'ALL' where role = 'SALES_REP' and resource = 'DEAL' and action = 'VIEW'")
                .update();
        var seeing = world.user(ivo);
        assertThat(check.preview(Kind.ASSIGN, all(), seeing)).isEqualTo(new CheckDealAction.Preview(3, 1, 1));

        var action = act.begin(to(ivo), "/deals", all(), seeing);

        assertThat(action.outcomes()).isEqualTo(Map.of(Outcome.SAME, 1L, Outcome.NOT_ALLOWED, 1L, Outcome.CLOSED, 1L));
        assertThatThrownBy(() -> act.begin(to(admin.person()), "/deals", all(), rep))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void manyAreDoneInTheBackground() {
        jdbc.sql("""
                insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate, responsible_id)
                select 'Posao', 'posao', d.type_id, d.steps_version, d.stage_id, 1, 'EUR', 1, d.responsible_id
                from deal d cross join generate_series(1, :more) where d.id = :first""")
                .param("more", ActOnDeals.AT_ONCE)
                .param("first", first.value())
                .update();

        var begun = act.begin(to(ivo), "/deals", all(), admin);
        assertThat(begun.isOver()).isFalse();
        assertThat(begun.total()).isEqualTo(ActOnDeals.AT_ONCE + 3);
        act.perform(begun.id(), admin);

        var over = act.require(begun.id(), admin);
        assertThat(over.isOver()).isTrue();
        assertThat(over.seenTo()).isEqualTo(begun.total());
    }

    @Test
    void whatWasCutOffGoesOnAndNothingIsDoneTwice() {
        var action = act.begin(to(ivo), "/deals", all(), admin);
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = 'deal-action'")
                        .query(String.class)
                        .list())
                .containsExactly("do-" + action.id());
        jdbc.sql("update deal_action set ended_at = null").update();
        jdbc.sql("update deal_action_row set outcome = null where deal_id = :second")
                .param("second", second.value())
                .update();
        assign.to(admin.id(), second, Seen.ANYTHING, false, admin);

        act.perform(action.id(), admin);
        one.perform(action.id(), action.what(), new DealActions.Row(first.value(), null, null), admin);

        var over = act.require(action.id(), admin);
        assertThat(over.isOver()).isTrue();
        assertThat(over.outcomes()).isEqualTo(Map.of(Outcome.DONE, 2L, Outcome.CLOSED, 1L));
        assertThat(responsible()).containsExactly(ivo.value(), ivo.value(), admin.id());
    }

    @Test
    void isOfferedForSomeDealsButNotForTooMany() throws Exception {
        var most = ActOnDeals.MOST;
        assertThat(new CheckDealAction.Preview(3, 2, 1).isOffered()).isFalse();
        assertThat(new CheckDealAction.Preview(most, 0, 0).isOffered()).isTrue();
        assertThat(new CheckDealAction.Preview(most + 1, 0, 0).isOffered()).isFalse();
        for (var page : List.of("handover", "reminders")) {
            mvc.perform(get("/deals/" + page + "/new").param("q", "nema").with(world.signedInAs(admin.person())))
                    .andExpect(content().string(not(containsString("form=\"" + page + "\""))));
        }
    }

    @Test
    void theBoardOfANumberTellsWhichOfItsDealsAreNotOnIt() throws Exception {
        var won = "dealType:" + deals.manual().id() + ",figure:won,rule:closed,view:closed";
        mvc.perform(get("/deals/board").param("funnel", won).with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString("1 deal of 1 not on this board")));
    }

    @Test
    void theFormTellsWhatIsLeftOutAndKeepsTheList() throws Exception {
        var signedIn = world.signedInAs(admin.person());
        mvc.perform(get("/deals/handover/new").param("q", "Posao").with(signedIn))
                .andExpect(content().string(containsString("name=\"q\" value=\"Posao\"")));
        mvc.perform(get("/deals/handover/new").with(signedIn))
                .andExpect(content().string(containsString("2 of 3 deals")))
                .andExpect(content().string(containsString("1 is closed")));
        mvc.perform(post("/deals/handover").with(signedIn)).andExpect(status().is(422));
        mvc.perform(post("/deals/handover").param("person", ivo.toString()).with(signedIn))
                .andExpect(status().is3xxRedirection());
        assertThat(responsible()).containsExactly(ivo.value(), ivo.value(), admin.id());
    }

    private List<Long> responsible() {
        return jdbc.sql("select responsible_id from deal where id = any(:ids) order by id")
                .param("ids", new Long[] {first.value(), second.value(), closed.value()})
                .query((row, number) -> (Long) row.getObject(1))
                .list();
    }

    private static What to(PersonId person) {
        return new What(Kind.ASSIGN, null, null, person.value(), true);
    }

    private static DealFilter all() {
        return DealFilter.of(Map.of());
    }
}
