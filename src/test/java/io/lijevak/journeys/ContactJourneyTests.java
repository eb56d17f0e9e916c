package io.lijevak.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lijevak.operations.Founding.Beginning;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From a call with a customer to a deal, a planned meeting and its result, at a desk and on a phone. */
@Journey
class ContactJourneyTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private Office office;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void openTheCompany() {
        office = Office.open(context, Beginning.EMPTY);
        office.jdbc()
                .sql("insert into customer (kind, name, search_text) values ('COMPANY', 'Uljara', 'uljara')")
                .update();
        office.jdbc()
                .sql("insert into contact_person (customer_id, name) select id, 'Branka Lukež' from customer")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void aCallBecomesADealWithAMeetingHeld(String where) {
        try (var ana = office.administrator(where.equals("desk") ? Look.DESK : Look.PHONE)) {
            var page = ana.open("/customers/" + office.first("customer")).page();

            logTheCall(page);
            assertThat(page.locator("#timeline")).containsText("Želi dvije varijante");
            ana.screenshot("journey-contact-" + where + "-customer");

            page.locator("#timeline a[href$='/deal']").first().click();
            page.locator("[name=title]").fill("Linija za ulje");
            page.locator("[name=amount]").fill("48.200,00");
            page.locator("main form .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/deals/\\d+$"));
            assertThat(page.locator("#interactions")).containsText("The deal began with");
            org.assertj.core.api.Assertions.assertThat(
                            page.locator("#untouched").count())
                    .isZero();

            planTheMeeting(page);
            assertThat(page.locator("#interactions")).containsText("Prezentacija");
            ana.screenshot("journey-contact-" + where + "-deal");

            page.locator("#interactions a[href*='/result']").first().click();
            page.locator("[name=result]").fill("Prihvatili su drugu varijantu.");
            page.locator("main form .btn--primary").click();
            page.waitForURL(Pattern.compile(".*/deals/\\d+$"));
            assertThat(page.locator("#timeline")).containsText("Prihvatili su drugu varijantu.");
        }
        assertThat(office.jdbc()
                        .sql("select string_agg(step, ' ' order by s.id) from interaction_state s")
                        .query(String.class)
                        .single())
                .isEqualTo("HELD PLANNED HELD");
    }

    private static void logTheCall(Page page) {
        page.locator("#composer a[href*='kind=call']").first().click();
        assertThat(page.locator("#composer [name=kind]")).hasValue("call");
        page.locator("#composer [name=contacts]").first().check();
        page.locator("#composer [name=result]").fill("Želi dvije varijante ponude.");
        page.locator("#composer .btn--primary").click();
    }

    private static void planTheMeeting(Page page) {
        page.locator("#composer a[href*='kind=meeting']").first().click();
        assertThat(page.locator("#composer [name=kind]")).hasValue("meeting");
        page.locator("#composer a[href*='state=planned'][href*='kind=meeting']")
                .last()
                .click();
        assertThat(page.locator("#composer [name=state]")).hasValue("planned");
        page.locator("#composer [name=subject]").fill("Prezentacija");
        page.locator("#composer [name=at]")
                .fill(LocalDateTime.now(ZAGREB)
                        .plusDays(2)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        page.locator("#composer .btn--primary").click();
    }
}
