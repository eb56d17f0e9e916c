package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.lijevak.World;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The typical sale from a call to the won deal by three people with different roles, each led by nothing but what the
 * system asks for: the telemarketer calls, the seller sells, the accountant confirms the payment.
 */
@Journey
class TypicalSaleJourneyTests {
    private static final LocalDate SOON =
            LocalDate.now(ZoneId.of("Europe/Zagreb")).plusDays(3);
    private Office office;
    private PersonId tea;
    private PersonId rok;
    private PersonId iva;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
        var team = world.team("Prodaja");
        tea = world.person("Tea Vukić", Role.TELEMARKETER, team, null);
        rok = world.person("Rok Babić", Role.SALES_REP, team, null);
        iva = world.person("Iva Kralj", Role.ACCOUNTANT);
        office.jdbc()
                .sql("update deal_type set use_allowed = mode = 'AUTOMATIC'")
                .update();
        office.jdbc().sql("""
                update deal_type_step t set addressee = case s.predefined when 'evaluation' then 'responsible'
                  when 'payment' then 'role:ACCOUNTANT' else 'customer' end
                from stage s where s.id = t.stage_id""").update();
        office.jdbc().sql("""
                insert into customer (kind, name, search_text, responsible_id)
                values ('COMPANY', 'Uljara', 'uljara', ?)""").param(rok.value()).update();
        office.jdbc()
                .sql("insert into contact_person (customer_id, name) select id, 'Branka Lukež' from customer")
                .update();
    }

    @Test
    void leadsThreePeopleFromACallToTheWonDeal() {
        try (var visitor = office.person(tea, Look.DESK)) {
            callAndBegin(visitor);
            assertThat(completeAll(visitor)).containsExactly("evaluation");
        }
        try (var visitor = office.person(rok, Look.DESK)) {
            assertThat(completeAll(visitor))
                    .containsExactly("preparation", "presentation", "offer", "decision", "contract");
        }
        try (var visitor = office.person(iva, Look.PHONE)) {
            assertThat(completeAll(visitor)).containsExactly("payment");
        }
        try (var visitor = office.person(rok, Look.DESK)) {
            assertThat(completeAll(visitor)).containsExactly("shipment", "closing");
            visitor.open("/deals/" + office.first("deal")).screenshot("journey-typical-sale-won");
        }

        assertThat(text("select outcome from deal")).isEqualTo("WON");
        assertThat(text("select string_agg(ending, ' ' order by id) from process_point"))
                .isEqualTo("DONE ".repeat(9).strip());
        assertThat(text("select string_agg(distinct v.outcome, ' ') from stage_visit v where seq < 9"))
                .isEqualTo("ADVANCED");
        assertThat(text("select count(*)::text from requirement_override")).isEqualTo("0");
        assertThat(text("select string_agg(kind || ' ' || state, ', ' order by id) from interaction"))
                .isEqualTo("CALL HELD, MEETING PLANNED, MEETING HELD");
    }

    /** The telemarketer logs the call and makes a deal of it, for the seller. */
    private void callAndBegin(Visitor visitor) {
        var page = visitor.open("/customers/" + office.first("customer")).page();
        page.locator("#composer a[href*='kind=call']").first().click();
        assertThat(page.locator("#composer [name=kind]")).hasValue("call");
        page.locator("#composer [name=contacts]").first().check();
        page.locator("#composer [name=result]").fill("Traže liniju za ulje.");
        page.locator("#composer .btn--primary").click();
        page.locator("#timeline a[href$='/deal']").first().click();
        page.locator("[name=title]").fill("Linija za ulje");
        page.locator("main form .btn--primary").click();
        page.waitForURL(Pattern.compile(".*/deals/\\d+$"));
    }

    /** Completes from the inbox what the process asks of the person until it asks for nothing; gives the stages. */
    private List<String> completeAll(Visitor visitor) {
        var stages = new java.util.ArrayList<String>();
        var page = visitor.page();
        while (true) {
            visitor.open("/tasks");
            var tick = page.locator("a.tick[href*='/completion']");
            if (tick.count() == 0) {
                return stages;
            }
            stages.add(text("select s.predefined from deal d join stage s on s.id = d.stage_id"));
            tick.first().click();
            var dialog = page.locator("dialog[open]");
            dialog.locator("#completion").waitFor();
            visitor.screenshot("journey-typical-sale-" + stages.size() + "-" + stages.getLast());
            answer(dialog);
            dialog.locator("button[form=completion]").click();
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.waitForCondition(() -> !stages.getLast().equals(standing()));
        }
    }

    private String standing() {
        return text("select case when d.outcome = 'OPEN' then s.predefined else d.outcome end"
                + " from deal d join stage s on s.id = d.stage_id");
    }

    private static void answer(Locator dialog) {
        dialog.locator("#f-missing input[type=checkbox]").all().forEach(Locator::check);
        dialog.locator("#f-missing select").all().forEach(TypicalSaleJourneyTests::choose);
        dialog.locator("#f-missing input[type=date]").all().forEach(field -> field.fill(SOON.toString()));
        dialog.locator("#f-missing input[type=datetime-local]").all().forEach(field -> field.fill(SOON + "T10:00"));
        dialog.locator("#f-missing input[inputmode=decimal]").all().forEach(field -> field.fill("48200"));
        dialog.locator("#f-missing input[type=text]:not([inputmode=decimal]), #f-missing textarea")
                .all()
                .forEach(field -> field.fill("Dogovoreno"));
    }

    private static void choose(Locator select) {
        if (!select.inputValue().isEmpty()) {
            return;
        }
        var option = select.locator("option:not([value=''])").first();
        select.selectOption(option.getAttribute("value"));
    }

    private String text(String sql) {
        return office.jdbc().sql(sql).query(String.class).single();
    }
}
