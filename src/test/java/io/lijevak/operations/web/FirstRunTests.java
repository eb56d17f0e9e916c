package io.lijevak.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Companies;
import io.lijevak.users.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LijevakTest
class FirstRunTests {
    @Autowired
    World world;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void reset() {
        world.reset();
    }

    @AfterEach
    void leaveACompany() {
        world.reset();
    }

    @Test
    void everyPageLeadsThereWhileThereIsNoCompany() {
        forgetCompany();

        assertThat(mvc.get().uri("/customers")).hasRedirectedUrl("/first-run");
        assertThat(mvc.get().uri("/sign-in")).hasRedirectedUrl("/first-run");
        assertThat(mvc.get().uri("/api/v1/deals")).hasStatus(503);
        assertThat(mvc.get().uri("/first-run?lang=ru")).hasStatusOk().bodyText().contains("Ваша компания");
    }

    @Test
    void isClosedAfterwards() {
        assertThat(mvc.get().uri("/first-run")).hasRedirectedUrl("/");
    }

    @Test
    void createsTheCompanyAndLeadsToSignIn() {
        forgetCompany();

        assertThat(post("a long sentence")).hasStatus3xxRedirection();
        assertThat(companies.current().name()).isEqualTo("Galeb d.o.o.");
    }

    @Test
    void keepsWhatWasTypedWhenAFieldIsWrong() {
        forgetCompany();

        assertThat(post("short"))
                .hasStatus(422)
                .bodyText()
                .contains("Galeb d.o.o.")
                .doesNotContain("value=\"short\"");
        assertThat(companies.find()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        forgetCompany();

        assertThat(post("short", "ana@galeb", "Mars/Base"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"f-timeZone-e\"", "id=\"f-email-e\"", "id=\"f-password-e\"");
        assertThat(companies.find()).isEmpty();
    }

    @Test
    void healthIsForAdministrators() {
        assertThat(mvc.get().uri("/health").with(world.signedInAs(Role.ADMINISTRATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("PostgreSQL");
        assertThat(mvc.get().uri("/health").with(world.signedInAs(Role.SALES_REP)))
                .hasStatus(403);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String password) {
        return post(password, "ana@galeb.example", "Europe/Zagreb");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(
            String password, String email, String timeZone) {
        return mvc.post()
                .uri("/first-run")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("company", "Galeb d.o.o.")
                .param("country", "HR")
                .param("currency", "EUR")
                .param("timeZone", timeZone)
                .param("name", "Ana Marušić")
                .param("email", email)
                .param("password", password)
                .param("beginning", "EMPTY")
                .exchange();
    }

    private void forgetCompany() {
        jdbc.sql("delete from company").update();
        companies.forget();
    }
}
