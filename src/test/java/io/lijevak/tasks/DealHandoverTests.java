package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.AssignDeal;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.deals.Seen;
import io.lijevak.interactions.Importance;
import io.lijevak.interactions.InteractionFields;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Occasion;
import io.lijevak.interactions.RecordInteraction;
import io.lijevak.process.DealMode;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A deal that gets another responsible person takes along what is to be done about it. */
@LijevakTest
class DealHandoverTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateDeal create;

    @Autowired
    AssignDeal assign;

    @Autowired
    PlanTask plan;

    @Autowired
    RecordInteraction record;

    @Autowired
    DelegateTask delegate;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private CurrentUser ivan;
    private CurrentUser lana;

    @BeforeEach
    void found() {
        admin = deals.found();
        ivan = world.user(world.person("Ivan Perić", Role.SALES_REP));
        lana = world.user(world.person("Lana Božić", Role.SALES_REP));
        jdbc.sql("delete from step_requirement").update();
    }

    @Test
    void whatTheProcessAsksOfTheResponsiblePersonIsAskedOfTheNewOne() {
        var deal = led("responsible");
        assertThat(executors(deal)).containsExactly("Ivan Perić");

        assign.to(lana.id(), deal, Seen.ANYTHING, true, admin);

        assertThat(executors(deal)).containsExactly("Lana Božić");
        assertThat(jdbc.sql("""
                        select p.name from process_point o join person p on p.id = o.executor_id
                        where o.left_at is null""").query(String.class).list()).containsExactly("Lana Božić");
        assertThat(jdbc.sql(
                                "select subject_kind || ' ' || action from audit_entry where action in ('assigned', 'handedOver')")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("deal assigned", "task handedOver", "deal handedOver");
    }

    @Test
    void whatIsAskedOfAPersonARoleOrSomebodyItWasDelegatedToStays() {
        var accountant = world.person("Ana Račić", Role.ACCOUNTANT);
        var ofRole = led("role:ACCOUNTANT");
        assign.to(lana.id(), ofRole, Seen.ANYTHING, true, admin);
        var ofPerson = led("person:" + ivan.id());
        assign.to(lana.id(), ofPerson, Seen.ANYTHING, true, admin);
        var delegated = led("responsible");
        delegate.to(accountant.value(), task(delegated), null, ivan);
        assign.to(lana.id(), delegated, Seen.ANYTHING, true, admin);

        assertThat(executors(ofRole)).containsExactly("Ana Račić");
        assertThat(executors(ofPerson)).containsExactly("Ivan Perić");
        assertThat(executors(delegated)).containsExactly("Ana Račić");
    }

    @Test
    void whatFellToTheHeadComesDownToTheNewResponsiblePerson() {
        var deal = led("responsible");
        assign.to(null, deal, Seen.ANYTHING, true, admin);
        assertThat(jdbc.sql("select fell_to_head from task")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        assign.to(lana.id(), deal, Seen.ANYTHING, true, admin);

        assertThat(executors(deal)).containsExactly("Lana Božić");
        assertThat(jdbc.sql("select fell_to_head from task")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void ownTasksAndPlannedContactsOfThatDealGoAlongAndNothingElse() {
        var deal = deals.open(ivan);
        var other = deals.open(ivan);
        var own = task(deal, ivan);
        var elsewhere = task(other, ivan);
        var others = task(deal, admin);
        call(deal);

        assign.to(lana.id(), deal, Seen.ANYTHING, true, admin);

        assertThat(hands(own)).isEqualTo("Lana Božić MANUAL");
        assertThat(hands(elsewhere)).isEqualTo("Ivan Perić MANUAL");
        assertThat(hands(others)).startsWith("administrator");
        assertThat(caller()).isEqualTo("Lana Božić");
    }

    @Test
    void anAssignmentThatComesToItsAuthorBecomesTheirOwn() {
        var deal = deals.open(ivan);
        var given = task(deal, ivan);
        delegate.to(lana.id(), given, null, ivan);
        assign.to(lana.id(), deal, Seen.ANYTHING, true, admin);
        assertThat(hands(given)).isEqualTo("Lana Božić ASSIGNMENT");

        assign.to(ivan.id(), deal, Seen.ANYTHING, true, admin);

        assertThat(hands(given)).isEqualTo("Ivan Perić MANUAL");
    }

    @Test
    void plansStayWhenTheyAreNotToGoAlong() throws Exception {
        var deal = deals.open(ivan);
        var own = task(deal, ivan);
        call(deal);
        var signedIn = world.signedInAs(admin.person());
        mvc.perform(get("/deals/" + deal + "/assignment").with(signedIn))
                .andExpect(content().string(containsString("2 open tasks and planned contacts")))
                .andExpect(content().string(containsString("name=\"all\"")));

        mvc.perform(post("/deals/" + deal + "/assignment")
                        .param("responsible", String.valueOf(lana.id()))
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));

        assertThat(hands(own)).isEqualTo("Ivan Perić MANUAL");
        assertThat(caller()).isEqualTo("Ivan Perić");
        mvc.perform(get("/deals/" + deal + "/assignment").with(signedIn))
                .andExpect(content().string(not(containsString("name=\"all\""))));
    }

    @Test
    void programsHandOverToo() throws Exception {
        var deal = deals.open(ivan);
        var own = task(deal, ivan);
        var body = "{\"person\": %d, \"version\": %d%s}";
        var api = put("/api/v1/deals/" + deal + "/responsible")
                .contentType(MediaType.APPLICATION_JSON)
                .with(world.bearer(admin.person()));

        mvc.perform(api.content(body.formatted(lana.id(), 1, ", \"all\": false")))
                .andExpect(jsonPath("$.responsible.name").value("Lana Božić"));
        assertThat(hands(own)).isEqualTo("Ivan Perić MANUAL");
        mvc.perform(api.content(body.formatted(ivan.id(), 1, ""))).andExpect(status().isConflict());
        mvc.perform(api.content("{\"person\": 4711}")).andExpect(status().is(422));
        mvc.perform(api.content("{\"person\": %d}".formatted(ivan.id()))).andExpect(status().isOk());
        mvc.perform(api.content("{\"person\": %d}".formatted(lana.id()))).andExpect(status().isOk());

        assertThat(hands(own)).isEqualTo("Lana Božić MANUAL");
    }

    private DealId led(String addressee) {
        var type = deals.type(DealMode.AUTOMATIC);
        jdbc.sql("update deal_type_step set addressee = :who where deal_type_id = :type and position = 1")
                .param("who", addressee)
                .param("type", type.id().value())
                .update();
        return create.with(new NewDeal(type.id(), null, ivan.id(), deals.terms("Press", "1")), ivan);
    }

    private TaskId task(DealId deal, CurrentUser user) {
        var due = new Due(Instant.now().plus(2, ChronoUnit.DAYS), false);
        return plan.from(new TaskDraft("Call", null, deal.value(), null, null, due, null, false, false), user);
    }

    private TaskId task(DealId deal) {
        return new TaskId(jdbc.sql("select id from task where deal_id = :deal")
                .param("deal", deal.value())
                .query(Long.class)
                .single());
    }

    private void call(DealId deal) {
        record.with(
                new InteractionFields(
                        Occasion.of(InteractionKind.CALL, new Occasion.Parts(null, null, null, null, null)),
                        Instant.now().plus(1, ChronoUnit.DAYS),
                        "Terms",
                        null,
                        null,
                        Importance.NORMAL,
                        new InteractionFields.Circle(null, deal.value(), List.of(), List.of()),
                        ivan.id()),
                InteractionState.PLANNED,
                null,
                ivan);
    }

    private String caller() {
        return jdbc.sql("select p.name from interaction i join person p on p.id = i.responsible_id")
                .query(String.class)
                .single();
    }

    private String hands(TaskId task) {
        return jdbc.sql(
                        "select p.name || ' ' || t.kind from task t join person p on p.id = t.executor_id where t.id = :id")
                .param("id", task.value())
                .query(String.class)
                .single();
    }

    private List<String> executors(DealId deal) {
        return jdbc.sql("""
                select p.name from task t join person p on p.id = t.executor_id
                where t.deal_id = :deal and t.state = 'OPEN' order by t.id""").param("deal", deal.value()).query(String.class).list();
    }
}
