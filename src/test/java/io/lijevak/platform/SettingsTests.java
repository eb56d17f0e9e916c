package io.lijevak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {
    @Test
    void acceptsAnEmptyEnvironment() {
        assertThat(Settings.problems(Map.of())).isEmpty();
    }

    @Test
    void acceptsSoundValues() {
        var given = Map.of(
                "LIJEVAK_HOME", "/tmp/lijevak-of-tests/deep/below",
                "LIJEVAK_PORT", "8090",
                "LIJEVAK_DB_URL", "jdbc:postgresql://db.example:5432/crm",
                "LIJEVAK_DB_USER", "crm",
                "LIJEVAK_ADMIN_EMAIL", "ana@galeb.example",
                "LIJEVAK_ADMIN_PASSWORD", "a long sentence",
                "LIJEVAK_API_TOKEN", "0123456789abcdef0123456789abcdef",
                "LIJEVAK_LANGUAGE", "hr",
                "LIJEVAK_CURRENCY", "EUR",
                "LIJEVAK_TIME_ZONE", "Europe/Zagreb");

        assertThat(Settings.problems(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LIJEVAK_PORT      | 80800         | LIJEVAK_PORT is '80800' but must be a number from 1 to 65535.
            LIJEVAK_PORT      | http          | LIJEVAK_PORT is 'http' but must be a number from 1 to 65535.
            LIJEVAK_DB_URL    | localhost/crm | LIJEVAK_DB_URL is 'localhost/crm' but must look like jdbc:postgresql://host:5432/database.
            LIJEVAK_LANGUAGE  | de            | LIJEVAK_LANGUAGE is 'de' but must be one of hr, en and ru.
            LIJEVAK_CURRENCY  | euro          | LIJEVAK_CURRENCY is 'euro' but must be a currency code of three letters, such as EUR.
            LIJEVAK_TIME_ZONE | Zagreb        | LIJEVAK_TIME_ZONE is 'Zagreb' but must be the name of a time zone, such as Europe/Zagreb.
            LIJEVAK_PUBLIC_URL | crm.galeb.hr | LIJEVAK_PUBLIC_URL is 'crm.galeb.hr' but must be the address people open, such as https://crm.example.com.
            LIJEVAK_MAIL_PORT | 25            | LIJEVAK_MAIL_PORT belongs to a server named in LIJEVAK_MAIL_HOST: give both or none.
            LIJEVAK_COUNTRY   | Croatia       | LIJEVAK_COUNTRY is 'Croatia' but must be a country code of two letters, such as HR.
            """)
    void saysWhatToDoAboutAWrongValue(String name, String value, String sentence) {
        assertThat(Settings.problems(Map.of(name, value))).containsExactly(sentence);
    }

    @Test
    void refusesAnAdministratorWithoutPassword() {
        assertThat(Settings.problems(Map.of("LIJEVAK_ADMIN_EMAIL", "ana@galeb.example")))
                .containsExactly("LIJEVAK_ADMIN_PASSWORD is missing: give it together with LIJEVAK_ADMIN_EMAIL,"
                        + " or leave out both.");
    }

    @Test
    void aMailServerNeedsASenderAnAddressForLinksAndASoundSecurity() {
        var given = Map.of("LIJEVAK_MAIL_HOST", "mail.galeb.hr", "LIJEVAK_MAIL_SECURITY", "ssl");

        assertThat(Settings.problems(given))
                .containsExactly(
                        "LIJEVAK_MAIL_SECURITY is 'ssl' but must be one of none, starttls and tls.",
                        "LIJEVAK_MAIL_FROM is missing: LIJEVAK_MAIL_HOST needs it to say whom mail comes from.",
                        "LIJEVAK_PUBLIC_URL is missing: LIJEVAK_MAIL_HOST needs it to say where the links in mail lead.");
        var sound = Map.of(
                "LIJEVAK_MAIL_HOST", "mail.galeb.hr",
                "LIJEVAK_MAIL_FROM", "Galeb d.o.o. <crm@galeb.hr>",
                "LIJEVAK_MAIL_USERNAME", "crm",
                "LIJEVAK_MAIL_PASSWORD", "secret",
                "LIJEVAK_PUBLIC_URL", "https://crm.galeb.hr:8443/");
        assertThat(Settings.problems(sound)).isEmpty();
    }

    @Test
    void neverRepeatsASecret() {
        var given = Map.of(
                "LIJEVAK_API_TOKEN", "short-token",
                "LIJEVAK_ADMIN_EMAIL", "ana@galeb.example",
                "LIJEVAK_ADMIN_PASSWORD", "pa55",
                "LIJEVAK_DB_PASSWORD", "db-secret");

        assertThat(Settings.problems(given))
                .hasSize(3)
                .noneMatch(sentence -> sentence.contains("short-token")
                        || sentence.contains("pa55")
                        || sentence.contains("db-secret"));
    }

    @Test
    void refusesAHomeThatCannotBeAFolder() {
        assertThat(Settings.problems(Map.of("LIJEVAK_HOME", "/dev/null/home")))
                .singleElement()
                .asString()
                .contains("choose another one");
    }
}
