package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Imports through the wizard and the API, and who may. */
@LijevakTest
class ImportPagesTests {
    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    Imports imports;

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
    void warnsOfAFileThatWasImportedBefore() throws Exception {
        var file = Importer.csv(folder, "Naziv;Grad\nAna;Split\n");
        var first = importer.run(ImportKind.CUSTOMERS, file, user);
        var second = importer.upload(ImportKind.CUSTOMERS, file, user);

        for (var page : new String[] {"/layout", "/mapping"}) {
            var shown = mvc.perform(get("/imports/" + second.id() + page).with(world.signedInAs(person)))
                    .andReturn();
            assertThat(shown.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .contains("imported this very file")
                    .contains("href=\"/imports/" + first.id() + "\"");
        }
        mvc.perform(get("/api/v1/imports/" + second.id()).with(world.bearer(person)))
                .andExpect(jsonPath("$.sameFileAs").value((int) first.id().value()));
        assertThat(importer.run(second, user).progress().skipped()).isEqualTo(1);

        importer.undo(first, false, user);
        assertThat(imports.twin(importer.upload(ImportKind.PRODUCTS, file, user).id()))
                .isEmpty();
    }

    @Test
    void letsTheCurrencyOfTheAmountsBeChosen() throws Exception {
        jdbc.sql("insert into currency_rate (currency, valid_from, rate) values ('HRK', '2010-01-01', 0.13)")
                .update();
        var session = world.signedInAs(person);
        var source = importer.upload(ImportKind.DEALS, Importer.csv(folder, "id;naziv;iznos\n1;A;1000,00\n"), user);
        var mapping = "/imports/" + source.id() + "/mapping";
        var page = mvc.perform(get(mapping).with(session)).andReturn();
        assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("name=\"currency\"");

        mvc.perform(post(mapping)
                        .param("target-0", "externalId")
                        .param("target-1", "title")
                        .param("target-2", "amount")
                        .param("currency", "HRK")
                        .param("then", "run")
                        .with(session))
                .andExpect(status().is3xxRedirection());
        importer.await((int) source.id().value());

        assertThat(jdbc.sql("select amount || ' ' || currency || ' ' || potential from deal")
                        .query(String.class)
                        .single())
                .isEqualTo("1000.00 HRK 130.00");
    }

    @Test
    void saysAtTheColumnThatItGoesWhereAnotherOneDoes() throws Exception {
        var source = importer.upload(ImportKind.USERS, Importer.csv(folder, "Ime;Prezime\nAna;Horvat\n"), user);

        var page = mvc.perform(post("/imports/" + source.id() + "/mapping")
                        .param("target-0", "name")
                        .param("target-1", "name")
                        .param("then", "check")
                        .with(world.signedInAs(person)))
                .andExpect(status().is(422))
                .andReturn();

        assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("id=\"f-target-1-e\"", "Two columns go into “Full name”");
    }

    @Test
    void readsAgainWithoutLeavingTheLayout() throws Exception {
        var source = importer.upload(ImportKind.CUSTOMERS, Importer.csv(folder, "Naziv;Grad\nAna;Split\n"), user);
        var layout = "/imports/" + source.id() + "/layout";
        var asGuessed = post(layout)
                .param("encoding", "UTF-8")
                .param("delimiter", "semicolon")
                .param("headerRow", "1")
                .param("headerRows", "1");

        mvc.perform(asGuessed.with(world.signedInAs(person))).andExpect(redirectedUrl(layout));
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

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
