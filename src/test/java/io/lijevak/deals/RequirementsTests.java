package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Answers;
import io.lijevak.process.Gate;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirements;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What a stage demands is asked before a deal leaves it forward, filled on the spot, or overridden with a reason. */
@LijevakTest
class RequirementsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    @Autowired
    Requirements requirements;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = deals.found();
        jdbc.sql("delete from step_requirement").update();
    }

    @ParameterizedTest
    @CsvSource({"amount, 1.250,", "expectedClose, 24.12.2026.,", "source, ,1"})
    void fillsAFieldOfTheDealOnTheSpot(String field, String typed, String chosen) {
        demand("field", "{\"field\": \"" + field + "\"}");
        var deal = deals.open(admin, deals.stage(1), null);

        var missing = missing(deal);
        assertThat(missing.messageKey()).isEqualTo("deals.missing." + field);
        var answer = chosen == null
                ? typed
                : missing.inputs().getFirst().choices().getFirst().value();
        go(deal, new Answers(Map.of(missing.inputs().getFirst().name(), answer), null));

        assertThat(deals.visits(deal)).containsExactly("1 1 ADVANCED", "2 2 OPEN");
        assertThat(requirements.missing(gate(deal), admin)).isEmpty();
    }

    @Test
    void findsTheCustomerByItsNameAndSaysWhenSeveralMatch() {
        jdbc.sql("""
                insert into customer (kind, name, search_text) values ('COMPANY', 'Galeb', 'galeb'),
                  ('COMPANY', 'Galeb more', 'galeb more'), ('COMPANY', 'Jadran', 'jadran')""").update();
        demand("field", "{\"field\": \"customer\"}");
        var deal = deals.open(admin);
        var input = missing(deal).inputs().getFirst().name();

        assertThat(refused(deal, new Answers(Map.of(input, "gale"), null)).problems())
                .extracting(FieldProblem::field, FieldProblem::messageKey)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(input, "deals.error.customer.several"));
        go(deal, new Answers(Map.of(input, "galeb"), null));

        assertThat(jdbc.sql("select c.name from deal d join customer c on c.id = d.customer_id")
                        .query(String.class)
                        .single())
                .isEqualTo("Galeb");
    }

    @Test
    void namesEverythingThatIsMissingAndWritesNothing() {
        demand("field", "{\"field\": \"expectedClose\"}");
        demand("check", "{\"items\": \"Budget\\nAuthority\"}");
        var deal = deals.open(admin);
        var tick = requirements
                .missing(gate(deal), admin)
                .getLast()
                .inputs()
                .getFirst()
                .name();

        var refusal = refused(deal, new Answers(Map.of(tick, "on"), null));

        assertThat(refusal.problems())
                .extracting(FieldProblem::messageKey)
                .containsExactly("deals.missing.expectedClose", "process.missing.check");
        assertThat(jdbc.sql("select count(*) from checklist_tick")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(deals.visits(deal)).containsExactly("1 1 OPEN");
    }

    @Test
    void refusesAWinAndLetsALossAndAWayBackPass() {
        var deal = deals.open(admin, deals.stage(2), "1000.00");
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, 1, 'field', '{"field": "expectedClose"}')""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(2).value())
                .update();

        assertThatThrownBy(() -> close.won(deal, Seen.ANYTHING, null, null, admin))
                .isInstanceOf(InvalidInput.class);
        move.to(deals.stage(1), deal, Seen.ANYTHING, admin);
        move.to(deals.stage(2), deal, Seen.ANYTHING, admin);
        close.lost(deal, Seen.ANYTHING, new CloseDeal.LossStatement(deals.reason(false), null, null, null), admin);

        assertThat(deals.visits(deal)).containsExactly("1 1 SKIPPED", "2 2 RETURNED", "3 1 ADVANCED", "4 2 LOST");
    }

    @Test
    void letsAHeadOverrideWithAReasonThatIsKept() {
        demand("field", "{\"field\": \"expectedClose\"}");
        var head = world.user(Role.HEAD_OF_SALES);
        var deal = deals.open(head);

        assertThatThrownBy(() -> move.to(deals.stage(2), deal, Seen.ANYTHING, new Answers(Map.of(), " "), head))
                .isInstanceOf(InvalidInput.class);
        move.to(deals.stage(2), deal, Seen.ANYTHING, new Answers(Map.of(), "Signed at the fair"), head);

        assertThat(jdbc.sql("select kind || ': ' || reason from requirement_override")
                        .query(String.class)
                        .list())
                .containsExactly("field: Signed at the fair");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'overridden'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void keepsTheOverrideFromARep() {
        demand("field", "{\"field\": \"expectedClose\"}");
        var rep = world.user(Role.SALES_REP);
        var deal = deals.open(rep);

        assertThatThrownBy(() -> move.to(deals.stage(2), deal, Seen.ANYTHING, new Answers(Map.of(), "Why not"), rep))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void demand(String kind, String settings) {
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, (select count(*) from step_requirement), :kind, cast(:settings as jsonb))""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(1).value())
                .param("kind", kind)
                .param("settings", settings)
                .update();
    }

    private Gate gate(DealId deal) {
        return new Gate(Subject.deal(deal.value()), deals.manual().id(), 1, deals.stage(1));
    }

    private Missing missing(DealId deal) {
        return requirements.missing(gate(deal), admin).getFirst();
    }

    private void go(DealId deal, Answers answers) {
        move.to(deals.stage(2), deal, Seen.ANYTHING, answers, admin);
    }

    private InvalidInput refused(DealId deal, Answers answers) {
        return catchThrowableOfType(InvalidInput.class, () -> go(deal, answers));
    }
}
