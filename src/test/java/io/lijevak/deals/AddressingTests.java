package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.DealMode;
import io.lijevak.process.Input;
import io.lijevak.process.PointSheets;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Whom a point is for: each kind of addressee, who stands in, and the head when there is nobody. */
@LijevakTest
class AddressingTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateDeal create;

    @Autowired
    JdbcClient jdbc;

    private long team;
    private PersonId head;
    private PersonId rep;
    private PersonId keeper;
    private PersonId accountant;

    @BeforeEach
    void found() {
        deals.found();
        team = world.team("South");
        head = world.person("Head", Role.HEAD_OF_SALES, team, null);
        rep = world.person("Rep", Role.SALES_REP, team, head);
        keeper = world.person("Keeper", Role.SALES_REP, team, head);
        world.person("Far", Role.ACCOUNTANT);
        accountant = world.person("Near", Role.ACCOUNTANT, team, null);
        jdbc.sql(
                        "insert into customer (kind, name, search_text, responsible_id) values ('COMPANY', 'Galeb', 'galeb', :k)")
                .param("k", keeper.value())
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "responsible, Rep, false",
        "customer, Keeper, false",
        "role:ACCOUNTANT, Near, false",
        "role:MARKETING, Head, true",
        "person:KEEPER, Keeper, false",
    })
    void findsWhomItIsFor(String addressee, String name, boolean fell) {
        assertThat(executor(addressee.replace("KEEPER", keeper.toString())))
                .isEqualTo(Map.of("name", name, "fell_to_head", fell));
    }

    @Test
    void goesToTheHeadVisiblyWhenThePersonHasLeft() {
        jdbc.sql("update person set deactivated_at = now() where id = :id")
                .param("id", accountant.value())
                .update();

        assertThat(executor("person:" + accountant)).containsEntry("fell_to_head", true);
    }

    @Test
    void goesToWhoeverStandsIn() {
        jdbc.sql("""
                insert into absence (person_id, kind, first_day, last_day, substitute_id)
                values (:away, 'SICK', current_date - 1, current_date + 1, :other)""").param("away", rep.value()).param("other", keeper.value()).update();

        assertThat(executor("responsible")).isEqualTo(Map.of("name", "Keeper", "fell_to_head", false));
    }

    @Test
    void givesWorkToTheLeastBurdenedOfTheTeam() {
        var second = world.person("Other", Role.ACCOUNTANT, team, null);

        assertThat(executor("role:ACCOUNTANT")).containsEntry("name", "Near");
        assertThat(executor("role:ACCOUNTANT")).containsEntry("name", "Other");
        assertThat(second).isNotEqualTo(accountant);
    }

    @Test
    void letsWhoeverIsAskedFillWhatThePointDemandsAndNothingElse() {
        executor("role:ACCOUNTANT");
        jdbc.sql("delete from step_requirement").update();
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                select type_id, steps_version, stage_id, 1, 'field', '{"field": "expectedClose"}' from deal""").update();
        var deal = jdbc.sql("select id from deal").query(Long.class).single();
        var point = jdbc.sql("select id from process_point where left_at is null")
                .query(Long.class)
                .single();
        var user = world.user(accountant);

        var missing = catchThrowableOfType(InvalidInput.class, () -> complete.with(point, Map.of(), null, user));
        var field = missing.problems().getFirst().field();
        assertThat(sheets.require(point, user).missing().getFirst().inputs())
                .extracting(Input::name)
                .contains(field);
        complete.with(point, Map.of(field, "2199-03-01"), null, user);

        assertThat(jdbc.sql("select expected_close::text from deal")
                        .query(String.class)
                        .single())
                .isEqualTo("2199-03-01");
        assertThatThrownBy(() -> assign.to(accountant.value(), new DealId(deal), Seen.ANYTHING, false, user))
                .isInstanceOfAny(AccessDeniedException.class, RecordNotFound.class);
    }

    private Map<String, Object> executor(String addressee) {
        var type = deals.type(DealMode.AUTOMATIC);
        jdbc.sql("update deal_type_step set addressee = :who where deal_type_id = :type and position = 1")
                .param("who", addressee)
                .param("type", type.id().value())
                .update();
        var user = world.user(rep);
        var terms = deals.terms("Press", "1");
        var deal = create.with(new NewDeal(type.id(), null, rep.value(), terms), user);
        jdbc.sql("update deal set customer_id = (select min(id) from customer) where id = :id")
                .param("id", deal.value())
                .update();
        if (addressee.equals("customer")) {
            return again(deal, user);
        }
        return row(deal);
    }

    @Autowired
    SwitchDeal change;

    @Autowired
    CompletePoint complete;

    @Autowired
    PointSheets sheets;

    @Autowired
    AssignDeal assign;

    /** The customer is known now: the process begins anew. */
    private Map<String, Object> again(DealId deal, io.lijevak.users.CurrentUser user) {
        change.to(deals.manual().id(), null, deal, Seen.ANYTHING, user);
        change.to(deals.type(DealMode.AUTOMATIC).id(), null, deal, Seen.ANYTHING, user);
        return row(deal);
    }

    private Map<String, Object> row(DealId deal) {
        return jdbc.sql("""
                select e.name, p.fell_to_head from process_point p join process_run r on r.id = p.run_id
                join person e on e.id = p.executor_id where r.subject_id = :deal and p.left_at is null""").param("deal", deal.value()).query().singleRow();
    }
}
