package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Properties;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Columns of a file go into properties: proposed by name, read by type, refused with the reason, undone. */
@LijevakTest
class ImportPropertiesTests {
    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    KeepProperties keep;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Properties properties;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    private CurrentUser user;

    @BeforeEach
    void begin() {
        world.reset();
        user = world.user(Role.ADMINISTRATOR);
        add("Tržište", PropertyType.LIST, false, "Sjever", "Jug");
        add("Broj zaposlenih", PropertyType.NUMBER, false);
        add("Obnova", PropertyType.DATE, false);
        add("Izvozi", PropertyType.FLAG, false);
        add("Oprema", PropertyType.MULTI_LIST, false, "Jedra", "Motori", "Sidra");
    }

    @Test
    void readsEachTypeAndKeepsWhatTheFileDoesNotGive() throws IOException {
        var first = run("""
                Naziv;Tržište;Broj zaposlenih;Obnova;Izvozi;Oprema
                Ana;sjever;1.250,5;31.12.2026;da;Jedra, sidra
                Iva;;;;;
                """);

        assertThat(first.progress().created()).isEqualTo(2);
        assertThat(value("Ana", "trziste")).isEqualTo(choice("Sjever"));
        assertThat(value("Ana", "broj_zaposlenih")).isEqualTo("1250.5");
        assertThat(value("Ana", "obnova")).isEqualTo("2026-12-31");
        assertThat(value("Ana", "izvozi")).isEqualTo("true");
        assertThat(value("Ana", "oprema")).isEqualTo("[" + choice("Jedra") + ", " + choice("Sidra") + "]");
        assertThat(jdbc.sql("select properties::text from customer where name = 'Iva'")
                        .query(String.class)
                        .single())
                .isEqualTo("{}");

        var second = run("Naziv;Tržište\nAna;Jug\nIva;\n");

        assertThat(second.progress().updated()).isEqualTo(1);
        assertThat(value("Ana", "trziste")).isEqualTo(choice("Jug"));
        assertThat(value("Ana", "obnova")).isEqualTo("2026-12-31");
        var id = jdbc.sql("select id from customer where name = 'Ana'")
                .query(Long.class)
                .single();
        assertThat(audit.of("customer", id, 1).getFirst().changes())
                .containsEntry("property.trziste", new AuditTrail.Change("Sjever", "Jug"));

        jdbc.sql("""
                update customer set version = version + 1, properties = properties || '{"broj_zaposlenih": 7}'
                where id = :id""").param("id", id).update();
        importer.undo(second, true, user);
        assertThat(value("Ana", "trziste")).isEqualTo(choice("Sjever"));
        assertThat(value("Ana", "broj_zaposlenih")).isEqualTo("7");

        var same = run("Naziv;Tržište;Oprema;Izvozi\nAna;Sjever;Sidra, Jedra;DA\n");
        assertThat(same.progress().skipped()).isEqualTo(1);

        var gentle = new ImportOptions(null, null, null, null, Map.of("property:trziste", "empty"), null);
        var file = Files.writeString(folder.resolve("gentle.csv"), "Naziv;Tržište\nAna;Jug\nIva;Jug\n");
        importer.run(importer.upload(ImportKind.CUSTOMERS, file, null, gentle, user), user);
        assertThat(value("Ana", "trziste")).isEqualTo(choice("Sjever"));
        assertThat(value("Iva", "trziste")).isEqualTo(choice("Jug"));
    }

    @Test
    void refusesARowWithAValueThatCannotBeOrWithoutOneThatMustBe() throws IOException {
        add("Skupina", PropertyType.TEXT, true);

        var done = run("""
                Naziv;Skupina;Tržište;Broj zaposlenih;Obnova;Izvozi
                A;x;Atlantida;;;
                B;x;;puno;;
                C;x;;;jučer;
                D;x;;;;možda
                E;x;Jug;5;1.2.2026;ne
                F;;Jug;;;
                """);

        assertThat(done.progress().created()).isEqualTo(1);
        assertThat(done.progress().failed()).isEqualTo(5);
        assertThat(jdbc.sql("select problems::text from import_row where import_id = :id and row_number = 2")
                        .param("id", done.id().value())
                        .query(String.class)
                        .single())
                .contains("Atlantida", "Tržište");
    }

    @Test
    void whatIsExportedComesBackUnchanged() throws Exception {
        var sum = new PropertyDraft("Budžet", null, null, null, null, false, Set.of(), 0);
        keep.add(new NewProperty(RecordKind.CUSTOMER, PropertyType.MONEY, "budget", null, "EUR", List.of(), sum), user);
        keep.add(
                new NewProperty(
                        RecordKind.CUSTOMER,
                        PropertyType.REFERENCE,
                        "partner",
                        RecordKind.PERSON,
                        null,
                        List.of(),
                        PropertyDraft.named("Partner")),
                user);
        world.person("Petra Perić", Role.SALES_REP);
        run("""
                Naziv;Tržište;Budžet (EUR);Izvozi;Oprema;Obnova;Partner
                Ana;Jug;1.200,50;ne;Jedra, Sidra;1.2.2026;Petra Perić
                Iva;Sjever;;da;;;
                """);
        assertThat(value("Ana", "partner"))
                .isEqualTo(jdbc.sql("select id::text from person where name = 'Petra Perić'")
                        .query(String.class)
                        .single());
        jdbc.sql("update property_choice set retired_at = now() where name = 'Jug'")
                .update();
        properties.forget();

        var exported = mvc.perform(get("/customers/export.csv").with(world.signedInAs(user.person())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(exported).contains("Budžet (EUR)", "Petra Perić");
        assertThat(run(exported).progress().skipped()).isEqualTo(2);
        assertThat(run("Naziv;Tržište\nIva;Jug\n").progress().failed()).isEqualTo(1);
    }

    @Test
    void productsHavePropertiesToo() throws IOException {
        keep.add(
                new NewProperty(
                        RecordKind.PRODUCT,
                        PropertyType.NUMBER,
                        "weight",
                        null,
                        null,
                        List.of(),
                        PropertyDraft.named("Težina")),
                user);
        run(ImportKind.PRODUCTS, "Naziv;Težina\nSidro;12,5\n");
        var second = run(ImportKind.PRODUCTS, "Naziv;Težina\nSidro;13\nJedro;\n");
        assertThat(weight()).isEqualTo("13");

        importer.undo(second, false, user);
        assertThat(weight()).isEqualTo("12.5");
    }

    private String weight() {
        return jdbc.sql("select properties ->> 'weight' from product where name = 'Sidro'")
                .query(String.class)
                .single();
    }

    private io.lijevak.imports.Import run(String text) throws IOException {
        return run(ImportKind.CUSTOMERS, text);
    }

    private io.lijevak.imports.Import run(ImportKind kind, String text) throws IOException {
        return importer.run(kind, Files.writeString(Files.createTempFile(folder, "k", ".csv"), text), user);
    }

    private String choice(String name) {
        return jdbc.sql("select id::text from property_choice where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private String value(String customer, String key) {
        return jdbc.sql("select properties ->> :key from customer where name = :name")
                .param("key", key)
                .param("name", customer)
                .query(String.class)
                .single();
    }

    private void add(String name, PropertyType type, boolean required, String... values) {
        var draft = new PropertyDraft(name, null, null, null, null, required, Set.of(), 0);
        keep.add(new NewProperty(RecordKind.CUSTOMER, type, null, null, null, List.of(values), draft), user);
    }
}
