package io.lijevak.operations;

import io.lijevak.operations.Founding.Administrator;
import io.lijevak.platform.Languages;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the settings of the environment say about the first run; checked before anything started. */
@Component
public class FirstRunSettings {
    private final Environment environment;
    private final DemoPassword demoPassword;

    FirstRunSettings(Environment environment, DemoPassword demoPassword) {
        this.environment = environment;
        this.demoPassword = demoPassword;
    }

    public boolean demo() {
        return Boolean.parseBoolean(environment.getProperty("lijevak.demo"));
    }

    public boolean namesAdministrator() {
        return value("admin.email").isPresent();
    }

    public Optional<String> apiToken() {
        return value("api-token");
    }

    public Optional<String> companyName() {
        return value("company.name");
    }

    /** The language set, else the machine's when it is one of ours, else English. */
    public String language() {
        var machine = Locale.getDefault().getLanguage();
        return value("company.language").orElse(Languages.ALL.contains(machine) ? machine : "en");
    }

    public String country(String language) {
        return value("company.country").orElse(language.equals("ru") && !demo() ? "RU" : "HR");
    }

    public String currency(String language) {
        return value("company.currency").orElse(language.equals("ru") && !demo() ? "RUB" : "EUR");
    }

    /** The zone set, else the usual one of the language, else the machine's. */
    public String timeZone(String language) {
        var machine = ZoneId.systemDefault().getId();
        return value("company.time-zone")
                .orElse(
                        language.equals("ru") && !demo()
                                ? "Europe/Moscow"
                                : demo() || language.equals("hr") ? "Europe/Zagreb" : machine);
    }

    /** The administrator named, or the one of the demo company. */
    Administrator administrator(String name, String demoEmail) {
        return new Administrator(
                name,
                value("admin.email").orElse(demoEmail),
                value("admin.password").orElseGet(demoPassword::value));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.getProperty("lijevak." + name)).filter(value -> !value.isBlank());
    }
}
