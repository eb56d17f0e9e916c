package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@LijevakTest
@Import({World.class, Importer.class})
class ImportFlowTests {
    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    private PersonId person;
    private CurrentUser user;

    @BeforeEach
    void begin() {
        world.reset();
        person = world.person(Role.ADMINISTRATOR);
        user = world.user(person);
    }

    @Test
    void writesNothingInADryRun() throws IOException {
        var file = csv("Naziv;OIB;Kategorija\nAna d.o.o.;71000585584;Hoteli\nIva d.o.o.;11111111111;\n;;Hoteli\n");
        var before = importer.fingerprint();

        var checked = importer.check(importer.upload(ImportKind.CUSTOMERS, file, user), user);

        assertThat(importer.fingerprint()).isEqualTo(before);
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.progress().failed()).isEqualTo(2);
    }

    @Test
    void changesOnlyWhatTheFileGivesAndRestoresItOnUndo() throws IOException {
        importer.run(
                ImportKind.CUSTOMERS, csv("ID;Naziv;Grad;Napomena;Telefon\n7;Ana;Split;stara;021 123 456\n"), user);
        var before = values();

        var second = importer.run(
                ImportKind.CUSTOMERS, csv("ID;Naziv;Grad;Napomena;Telefon\n7;Ana Ltd;;nova;021 999 888\n"), user);

        assertThat(second.progress().updated()).isEqualTo(1);
        assertThat(values()).isEqualTo("Ana Ltd|Split|nova|2");

        importer.undo(second, false, user);

        assertThat(values()).isEqualTo(before);
    }

    @Test
    void keepsOnUndoWhatWasChangedSinceUnlessForced() throws IOException {
        var done = importer.run(ImportKind.CUSTOMERS, csv("Naziv;Grad\nAna;Split\nIva;Zadar\n"), user);
        jdbc.sql("update customer set city = 'Pula', version = version + 1 where name = 'Ana'")
                .update();

        importer.undo(done, false, user);
        assertThat(count("select count(*) from customer")).isEqualTo(1);

        importer.undo(done, true, user);
        assertThat(count("select count(*) from customer")).isZero();
    }

    @Test
    void obeysTheRuleForFilledFields() throws IOException {
        importer.run(ImportKind.CUSTOMERS, csv("ID;Naziv;Grad\n7;Ana;Split\n"), user);
        var options = new ImportOptions(true, 0.9, null, null, Map.of("city", "empty", "name", "never"), null);
        var file = csv("ID;Naziv;Grad\n7;Nova;Zadar\n");

        var done = importer.run(importer.upload(ImportKind.CUSTOMERS, file, null, options, user), user);

        assertThat(done.progress().skipped()).isEqualTo(1);
    }

    @Test
    void proposesANearProductAndNeverTakesAnotherOne() throws IOException {
        importer.run(ImportKind.PRODUCTS, csv("product,sales_price\nGTX Pro,100\n"), user);
        var file = csv("opportunity_id,product,deal_stage\n1,GTXPro,New\n2,GTX Plus Pro,New\n");

        var checked = importer.check(importer.upload(ImportKind.DEALS, file, user), user);
        assertThat(checked.findings().names())
                .extracting(name -> name.name() + " " + name.becomes())
                .containsExactlyInAnyOrder("GTXPro near", "GTX Plus Pro new");
        assertThat(checked.findings().types()).hasSize(1);

        importer.run(checked, user);
        assertThat(count("select count(*) from product")).isEqualTo(2);
    }

    @Test
    void refusesUnknownNamesWhenTheyMayNotBeCreated() throws IOException {
        var options = new ImportOptions(false, 0.9, null, null, null, null);
        var file = csv("opportunity_id,product,deal_stage\n1,GTXPro,New\n");

        var done = importer.run(importer.upload(ImportKind.DEALS, file, null, options, user), user);

        assertThat(done.progress().failed()).isEqualTo(1);
        assertThat(count("select count(*) from product")).isZero();
    }

    @Test
    void carriesAnOpenDealOnAndTakesItBack() throws IOException {
        importer.run(
                ImportKind.DEALS,
                csv("id,title,stage,amount,engage_date,close date\n1,A,Prospecting,,,\n2,B,Engaging,5,2026-01-02,\n"),
                user);
        var before = importer.fingerprint();
        var won = csv("id,title,stage,amount,engage_date,close date\n1,A,Won,10,2026-01-05,2026-02-01\n");

        var done = importer.run(ImportKind.DEALS, won, user);

        assertThat(done.progress().updated()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select string_agg(v.outcome || ' ' || coalesce(to_char(entered_at at time zone 'Europe/Zagreb', 'DD.MM.'), '-')
                          || ' ' || coalesce(to_char(left_at at time zone 'Europe/Zagreb', 'DD.MM.'), '-'), ', ' order by v.seq)
                        from stage_visit v join deal d on d.id = v.deal_id where d.external_id = '1'""").query(String.class).single()).isEqualTo("ADVANCED - 05.01., WON 05.01. 01.02.");

        importer.undo(done, false, user);
        assertThat(importer.fingerprint().replaceAll("deal:.*\n", "")).isEqualTo(before.replaceAll("deal:.*\n", ""));
        assertThat(count("select count(*) from deal where outcome = 'OPEN' and closed_at is null and amount is null"))
                .isEqualTo(1);
    }

    @Test
    void remembersTheMappingOfALayout() throws IOException {
        var file = csv("Što;Gdje\nAna;Split\n");
        var mapping = Map.of("Što", "name", "Gdje", "city");
        importer.run(importer.upload(ImportKind.CUSTOMERS, file, mapping, ImportOptions.defaults(), user), user);

        var next = importer.upload(ImportKind.CUSTOMERS, csv("Što;Gdje\nIva;Zadar\n"), user);

        assertThat(next.settings().mapping().targets()).isEqualTo(mapping);
    }

    @Test
    void goesOnBehindTheRowsThatAreWritten() throws IOException {
        var text = new StringBuilder("Naziv;Grad\n");
        for (int i = 0; i < 2500; i++) {
            text.append("Kupac ").append(i).append(";Split\n");
        }
        var source = importer.upload(ImportKind.CUSTOMERS, csv(text.toString()), user);
        importer.run(source, user);
        jdbc.sql("delete from import_row where import_id = :id and row_number > 1200")
                .param("id", source.id().value())
                .update();
        jdbc.sql("delete from customer where id > 1199").update();
        jdbc.sql("update import set state = 'FAILED' where id = :id")
                .param("id", source.id().value())
                .update();

        var done = importer.run(source, user);

        assertThat(done.progress().created()).isEqualTo(2500);
        assertThat(count("select count(distinct name) from customer")).isEqualTo(2500);
    }

    @Test
    void importsThroughTheApi() throws Exception {
        var file = new MockMultipartFile(
                "file",
                "products.csv",
                "text/csv",
                "product,sales_price\nGTX Pro,100\n,5\n".getBytes(StandardCharsets.UTF_8));
        var token = world.bearer(person);
        var created = mvc.perform(multipart("/api/v1/imports")
                        .file(file)
                        .param("kind", "products")
                        .with(token))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("uploaded"))
                .andExpect(jsonPath("$.columns[0].source").value("product"))
                .andExpect(jsonPath("$.columns[0].target").value("name"))
                .andExpect(jsonPath("$.columns[0].samples[0]").value("GTX Pro"))
                .andReturn();
        var id =
                com.jayway.jsonpath.JsonPath.<Integer>read(created.getResponse().getContentAsString(), "$.id");

        mvc.perform(post("/api/v1/imports/" + id + "/run").with(token)).andExpect(status().isAccepted());
        importer.await(id);

        mvc.perform(get("/api/v1/imports/" + id).with(token))
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.failed").value(1))
                .andExpect(jsonPath("$.errors[0].row").value(3))
                .andExpect(jsonPath("$.errors[0].reason").isNotEmpty());
    }

    @Test
    void refusesAnEmptyFileThroughTheApiInWords() throws Exception {
        var file = new MockMultipartFile("file", "a.csv", "text/csv", new byte[0]);

        mvc.perform(multipart("/api/v1/imports")
                        .file(file)
                        .param("kind", "products")
                        .with(world.bearer(person)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("file"));
    }

    @Test
    void leadsThroughTheWizardWithoutScript() throws Exception {
        var session = world.signedInAs(person);
        var file = new MockMultipartFile(
                "file", "kupci.csv", "text/csv", "Naziv;OIB\nAna;1\nIva;\n".getBytes(StandardCharsets.UTF_8));
        mvc.perform(get("/imports/new").with(session)).andExpect(status().isOk());
        var uploaded = mvc.perform(multipart("/imports")
                        .file(file)
                        .param("kind", "customers")
                        .with(session))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        var layout = uploaded.getResponse().getRedirectedUrl();
        var root = layout.replace("/layout", "");

        mvc.perform(get(layout).with(session)).andExpect(status().isOk());
        mvc.perform(get(root + "/mapping").with(session)).andExpect(status().isOk());
        mvc.perform(post(root + "/mapping")
                        .param("target-0", "name")
                        .param("target-1", "taxNumber")
                        .param("createMissing", "true")
                        .param("then", "check")
                        .with(session))
                .andExpect(status().is3xxRedirection());
        importer.await(Integer.parseInt(root.replaceAll("\\D", "")));
        mvc.perform(get(root).with(session)).andExpect(status().isOk());
        mvc.perform(post(root + "/run").with(session)).andExpect(status().is3xxRedirection());
        importer.await(Integer.parseInt(root.replaceAll("\\D", "")));

        var page =
                mvc.perform(get(root).with(session)).andExpect(status().isOk()).andReturn();
        assertThat(page.getResponse().getContentAsString()).contains("check digit");
        var rejected = mvc.perform(get(root + "/rejected.csv").with(session))
                .andExpect(status().isOk())
                .andReturn();
        assertThat(rejected.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Ana")
                .doesNotContain("Iva");
        mvc.perform(get("/imports").with(session)).andExpect(status().isOk());
        assertThat(count("select count(*) from customer")).isEqualTo(1);
    }

    @Test
    void letsNobodyImportWhoMayNot() throws Exception {
        mvc.perform(get("/imports/new").with(world.signedInAs(Role.READER))).andExpect(status().isForbidden());
    }

    private String values() {
        return jdbc.sql("""
                select name || '|' || coalesce(city, '') || '|' || coalesce(note, '') || '|'
                  || (select count(*) from contact_point p where p.customer_id = c.id) from customer c""").query(String.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "t", ".csv"), text);
    }
}
