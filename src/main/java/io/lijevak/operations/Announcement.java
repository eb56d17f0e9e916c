package io.lijevak.operations;

import io.lijevak.platform.Companies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one line on the console: where Lijevak listens, once it does, and how to sign in to the demo company. */
@Component
@ConditionalOnProperty("lijevak.announce")
class Announcement {
    private final Environment environment;
    private final Companies companies;
    private final JdbcClient jdbc;
    private final DemoPassword demoPassword;

    Announcement(Environment environment, Companies companies, JdbcClient jdbc, DemoPassword demoPassword) {
        this.environment = environment;
        this.companies = companies;
        this.jdbc = jdbc;
        this.demoPassword = demoPassword;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        var address = "http://localhost:" + environment.getProperty("local.server.port");
        System.out.println("Lijevak is ready: " + address + next());
    }

    private String next() {
        if (companies.find().isEmpty()) {
            return " - open it to set up your company";
        }
        var isDemo = jdbc.sql("""
                select exists (select from person p where p.email = :email) and exists (select from demo_record)""")
                .param("email", SetUpFromSettings.DEMO_ADMINISTRATOR)
                .query(Boolean.class)
                .single();
        return isDemo
                ? " - sign in as " + SetUpFromSettings.DEMO_ADMINISTRATOR + " with the password " + demoPassword.value()
                : "";
    }
}
