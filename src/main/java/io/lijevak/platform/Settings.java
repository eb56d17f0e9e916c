package io.lijevak.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The settings of the environment, {@code LIJEVAK_*}, checked before anything starts. */
public final class Settings {
    private final Map<String, String> given;
    private final List<String> problems = new ArrayList<>();

    private Settings(Map<String, String> given) {
        this.given = given;
    }

    /** One sentence for each wrong value that tells what to do; empty when everything is in order. */
    public static List<String> problems(Map<String, String> environment) {
        return new Settings(environment).check();
    }

    private List<String> check() {
        checkHome();
        rule("PORT", Settings::isPort, "must be a number from 1 to 65535");
        rule("FORWARDED_HEADERS", List.of("none", "native")::contains, "must be native behind a proxy, else none");
        checkDatabase();
        checkAdministrator();
        checkMail();
        rule(
                "API_TOKEN",
                token -> token.matches("[\\x21-\\x7e]{32,}"),
                "must be at least 32 letters, digits and signs without blanks: make one with 'openssl rand -hex 32'");
        rule("LANGUAGE", Languages.ALL::contains, "must be one of hr, en and ru");
        rule("COUNTRY", Settings::isCountry, "must be a country code of two letters, such as HR");
        rule("CURRENCY", Settings::isCurrency, "must be a currency code of three letters, such as EUR");
        rule("TIME_ZONE", Settings::isTimeZone, "must be the name of a time zone, such as Europe/Zagreb");
        return problems;
    }

    private void checkHome() {
        rule(
                "HOME",
                home -> canBeFolder(Path.of(home).toAbsolutePath()),
                "must name a folder that can be made and written: choose another one, or give it to the user who"
                        + " starts Lijevak");
    }

    private void checkDatabase() {
        rule(
                "DB_URL",
                url -> url.matches("jdbc:postgresql://[^/]+/[^/?]+.*"),
                "must look like jdbc:postgresql://host:5432/database");
        if (!has("DB_URL")) {
            for (var name : List.of("DB_USER", "DB_PASSWORD", "DB_OWNER", "DB_OWNER_PASSWORD")) {
                rule(name, value -> false, "belongs to a server named in LIJEVAK_DB_URL: give both or none", false);
            }
        }
        pair("DB_OWNER", "DB_OWNER_PASSWORD");
    }

    private void checkAdministrator() {
        pair("ADMIN_EMAIL", "ADMIN_PASSWORD");
        rule("ADMIN_EMAIL", email -> email.matches("[^@\\s]+@[^@\\s]+"), "must be an e-mail address");
        rule("ADMIN_PASSWORD", password -> password.length() >= 10, "must have at least 10 characters", false);
    }

    private void checkMail() {
        rule("PUBLIC_URL", Settings::isSite, "must be the address people open, such as https://crm.example.com");
        if (!has("MAIL_HOST")) {
            for (var name : List.of("MAIL_PORT", "MAIL_SECURITY", "MAIL_FROM", "MAIL_USERNAME", "MAIL_PASSWORD")) {
                rule(name, value -> false, "belongs to a server named in LIJEVAK_MAIL_HOST: give both or none", false);
            }
            return;
        }
        rule("MAIL_HOST", host -> host.matches("[A-Za-z0-9.:_-]+"), "must be the name of a mail server alone");
        rule("MAIL_PORT", Settings::isPort, "must be a number from 1 to 65535");
        rule("MAIL_SECURITY", List.of("none", "starttls", "tls")::contains, "must be one of none, starttls and tls");
        rule(
                "MAIL_FROM",
                from -> MailAddress.read(from).isPresent(),
                "must be an e-mail address, alone or as 'Name <name@example.com>'");
        needs("MAIL_FROM", "whom mail comes from");
        needs("PUBLIC_URL", "where the links in mail lead");
        pair("MAIL_USERNAME", "MAIL_PASSWORD");
    }

    private void needs(String name, String why) {
        if (!has(name)) {
            problems.add("LIJEVAK_" + name + " is missing: LIJEVAK_MAIL_HOST needs it to say " + why + ".");
        }
    }

    private void pair(String first, String second) {
        if (has(first) != has(second)) {
            var missing = has(first) ? second : first;
            problems.add("LIJEVAK_" + missing + " is missing: give it together with LIJEVAK_"
                    + (has(first) ? first : second) + ", or leave out both.");
        }
    }

    private void rule(String name, Predicate<String> holds, String demand) {
        rule(name, holds, demand, !name.equals("API_TOKEN"));
    }

    private void rule(String name, Predicate<String> holds, String demand, boolean show) {
        if (has(name) && !holds.test(value(name))) {
            problems.add("LIJEVAK_" + name + (show ? " is '" + value(name) + "' but " : " ") + demand + ".");
        }
    }

    private boolean has(String name) {
        return !value(name).isBlank();
    }

    private String value(String name) {
        return given.getOrDefault("LIJEVAK_" + name, "");
    }

    private static boolean isSite(String address) {
        return address.matches("https?://[^\\s/?#@]+/?");
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535;
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean isCountry(String code) {
        return List.of(java.util.Locale.getISOCountries()).contains(code);
    }

    private static boolean isTimeZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Tried, not guessed: who may write above is no proof in a file system of a kernel or a container. */
    private static boolean canBeFolder(Path path) {
        try {
            return Files.isWritable(Files.createDirectories(path));
        } catch (IOException e) {
            return false;
        }
    }
}
