package io.lijevak.journeys;

import io.lijevak.World;
import io.lijevak.operations.Founding;
import io.lijevak.operations.Founding.Administrator;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.operations.SetUpCompany;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.users.PersonId;
import java.time.ZoneId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company that journeys happen in, its administrator, and windows on its server. */
final class Office {
    static final String EMAIL = "ana@galeb.example";
    static final String PASSWORD = "Plavi-Galeb-Leti-7";
    private final ApplicationContext context;
    private final PersonId administrator;

    private Office(ApplicationContext context, PersonId administrator) {
        this.context = context;
        this.administrator = administrator;
    }

    /** Sets the company anew, with or without the demo's customers and deals. */
    static Office open(ApplicationContext context, Beginning beginning) {
        context.getBean(World.class).reset();
        context.getBean(JdbcClient.class).sql("delete from company").update();
        context.getBean(Companies.class).forget();
        var company = new Company("Galeb d.o.o.", "hr", "HR", "EUR", ZoneId.of("Europe/Zagreb"));
        var founding = new Founding(company, new Administrator("Ana Anić", EMAIL, PASSWORD), beginning);
        return new Office(context, context.getBean(SetUpCompany.class).with(founding));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    PersonId administrator() {
        return administrator;
    }

    /** A window of somebody who has not signed in. */
    Visitor stranger(Look look) {
        return Browser.visit(port(), look);
    }

    /** A window of the administrator, signed in, reading the language and theme of the look. */
    Visitor administrator(Look look) {
        return person(administrator, look);
    }

    /** A window of the person, signed in. */
    Visitor person(PersonId person, Look look) {
        jdbc().sql("update person set language = :language, theme = :theme where id = :id")
                .param("language", look.language())
                .param("theme", look.theme())
                .param("id", person.value())
                .update();
        return stranger(look).as(context.getBean(World.class).session(person));
    }

    /** The first id of a table, for addresses; 0 when the company has no such record. */
    long first(String table) {
        var first = context.getBean(org.jooq.DSLContext.class)
                .select(org.jooq.impl.DSL.min(org.jooq.impl.DSL.field("id", Long.class)))
                .from(org.jooq.impl.DSL.table(org.jooq.impl.DSL.name(table)))
                .fetchSingle()
                .value1();
        return first == null ? 0 : first;
    }
}
