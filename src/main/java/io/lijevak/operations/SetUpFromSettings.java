package io.lijevak.operations;

import io.lijevak.operations.Founding.Administrator;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StartRefused;
import io.lijevak.platform.web.Texts;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sets up an empty home without the first-run page, when the settings name an administrator or ask for the demo. */
@Component
class SetUpFromSettings implements ApplicationRunner {
    static final String DEMO_ADMINISTRATOR = "admin@demo.example";
    private final Companies companies;
    private final SetUpCompany setUp;
    private final FirstRunSettings settings;
    private final Texts texts;

    SetUpFromSettings(Companies companies, SetUpCompany setUp, FirstRunSettings settings, Texts texts) {
        this.companies = companies;
        this.setUp = setUp;
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (companies.find().isPresent() || !(settings.namesAdministrator() || settings.demo())) {
            return;
        }
        try {
            var beginning = settings.demo() ? Beginning.DEMO : Beginning.EMPTY;
            setUp.with(new Founding(company(), administrator(), beginning));
        } catch (InvalidInput refused) {
            throw new StartRefused(
                    refused.problems().stream().map(this::sentence).collect(Collectors.joining("\n")));
        }
    }

    private String sentence(FieldProblem problem) {
        return "LIJEVAK_ADMIN_" + problem.field().toUpperCase(Locale.ROOT) + " is refused: "
                + texts.get("en", problem.messageKey(), problem.arguments().toArray());
    }

    private Company company() {
        var language = settings.language();
        var name = settings.companyName()
                .orElseGet(() -> settings.demo()
                        ? DemoWords.in(language).company()
                        : texts.get(language, "operations.firstRun.company.default"));
        return new Company(
                name,
                language,
                settings.country(language),
                settings.currency(language),
                ZoneId.of(settings.timeZone(language)));
    }

    private Administrator administrator() {
        var name = texts.get(settings.language(), "operations.firstRun.administrator");
        return settings.administrator(name, DEMO_ADMINISTRATOR);
    }
}
