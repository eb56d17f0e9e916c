package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
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
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An import from its dry run to its undo, and what it remembers. */
@LijevakTest
class ImportFlowTests {
    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Imports imports;

    @Autowired
    ImportWork work;

    @Autowired
    OpenImport open;

    @Autowired
    RowPass rows;

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
        var file = Importer.csv(
                folder, "Naziv;OIB;Kategorija\nAna d.o.o.;71000585584;Hoteli\nIva d.o.o.;11111111111;\n;;Hoteli\n");
        var before = importer.fingerprint();

        var checked = importer.check(importer.upload(ImportKind.CUSTOMERS, file, user), user);

        assertThat(importer.fingerprint()).isEqualTo(before);
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.progress().failed()).isEqualTo(2);
    }

    @Test
    void changesOnlyWhatTheFileGivesAndRestoresItOnUndo() throws IOException {
        importer.run(
                ImportKind.CUSTOMERS,
                Importer.csv(folder, "ID;Naziv;Grad;Napomena;Telefon\n7;Ana;Split;stara;021 123 456\n"),
                user);
        var before = values();

        var second = importer.run(
                ImportKind.CUSTOMERS,
                Importer.csv(folder, "ID;Naziv;Grad;Napomena;Telefon\n7;Ana Ltd;;nova;021 999 888\n"),
                user);

        assertThat(second.progress().updated()).isEqualTo(1);
        assertThat(values()).isEqualTo("Ana Ltd|Split|nova|2");

        importer.undo(second, false, user);

        assertThat(values()).isEqualTo(before);
    }

    @Test
    void keepsOnUndoWhatWasChangedSinceUnlessForced() throws IOException {
        var done = importer.run(ImportKind.CUSTOMERS, Importer.csv(folder, "Naziv;Grad\nAna;Split\nIva;Zadar\n"), user);
        jdbc.sql("update customer set city = 'Pula', version = version + 1 where name = 'Ana'")
                .update();

        importer.undo(done, false, user);
        assertThat(count("select count(*) from customer")).isEqualTo(1);

        importer.undo(done, true, user);
        assertThat(count("select count(*) from customer")).isZero();
    }

    @Test
    void obeysTheRuleForFilledFields() throws IOException {
        importer.run(ImportKind.CUSTOMERS, Importer.csv(folder, "ID;Naziv;Grad\n7;Ana;Split\n"), user);
        var options = new ImportOptions(true, 0.9, null, null, Map.of("city", "empty", "name", "never"), null);
        var file = Importer.csv(folder, "ID;Naziv;Grad\n7;Nova;Zadar\n");

        var done = importer.run(importer.upload(ImportKind.CUSTOMERS, file, null, options, user), user);

        assertThat(done.progress().skipped()).isEqualTo(1);
    }

    @Test
    void undoesForThirtyDaysOnly() throws Exception {
        var done = importer.run(ImportKind.CUSTOMERS, Importer.csv(folder, "Naziv;Grad\nAna;Split\n"), user);
        jdbc.sql("update import set finished_at = finished_at - interval '31 days'")
                .update();

        mvc.perform(post("/api/v1/imports/" + done.id() + "/undo").with(world.bearer(person)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail")
                        .value(org.hamcrest.Matchers.startsWith("An import can be undone for 30 days.")));

        var page = mvc.perform(get("/imports/" + done.id()).with(world.signedInAs(person)))
                .andReturn();
        assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Could be undone until")
                .doesNotContain("/undo");
        assertThat(count("select count(*) from customer")).isEqualTo(1);
    }

    @Test
    void remembersTheMappingOfALayout() throws IOException {
        var file = Importer.csv(folder, "Što;Gdje\nAna;Split\n");
        var mapping = Map.of("Što", "name", "Gdje", "city");
        importer.run(importer.upload(ImportKind.CUSTOMERS, file, mapping, ImportOptions.defaults(), user), user);

        var next = importer.upload(ImportKind.CUSTOMERS, Importer.csv(folder, "Što;Gdje\nIva;Zadar\n"), user);

        assertThat(next.settings().mapping().targets()).isEqualTo(mapping);
    }

    @Test
    void goesOnBehindTheRowsThatAreWritten() throws IOException {
        var source = importer.upload(ImportKind.CUSTOMERS, customers(2500), user);
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
    void theDatabasePlansAtOnceForWhatALargeImportBrought() throws IOException {
        jdbc.sql("analyze customer").update();

        importer.run(ImportKind.CUSTOMERS, customers(1000), user);

        assertThat(count("select reltuples from pg_class where oid = 'customer'::regclass"))
                .isEqualTo(1000);
    }

    private Path customers(int count) throws IOException {
        var text = new StringBuilder("Naziv;Grad\n");
        for (int i = 0; i < count; i++) {
            text.append("Kupac ").append(i).append(";Split\n");
        }
        return Importer.csv(folder, text.toString());
    }

    /** A worker that was taken for dead, and so had a successor, may come back when the next pass has begun. */
    @Test
    void aWorkerThatComesBackLateTouchesNothing() throws IOException {
        var source = importer.upload(ImportKind.CUSTOMERS, Importer.csv(folder, "Naziv;Grad\nAna;Split\n"), user);
        stand(source, ImportState.RUNNING);
        work.perform(ImportWork.Kind.CHECK.of(source.id()), 0);
        assertThat(imports.require(source.id()).state()).isEqualTo(ImportState.RUNNING);

        assertThatThrownBy(() -> open.with(source, user, false, rows::go)).isInstanceOf(Overtaken.class);
        assertThat(count("select count(*) from import_row")).isZero();

        stand(source, ImportState.CHECKED);
        imports.end(source, ImportState.DONE, null);
        imports.fail(source.id(), ImportState.RUNNING, RowProblem.error("", "refused"));
        assertThat(imports.require(source.id()).state()).isEqualTo(ImportState.CHECKED);
    }

    @Test
    void aWorkerThatFindsTheRowsOfAnotherLooksAgainLater() throws IOException {
        var text = "Naziv;Grad\nAna;Split\n";
        var source = importer.upload(ImportKind.CUSTOMERS, Importer.csv(folder, text), user);
        stand(source, ImportState.CHECKING);
        jdbc.sql("""
                create function other_worker() returns trigger language plpgsql as
                  $$ begin raise unique_violation; end $$""").update();
        jdbc.sql("create trigger other_worker before insert on import_row execute function other_worker()")
                .update();
        var check = ImportWork.Kind.CHECK.of(source.id());
        try {
            assertThatThrownBy(() -> work.perform(check, 0)).isInstanceOf(DuplicateKeyException.class);
            assertThat(imports.require(source.id()).state()).isEqualTo(ImportState.CHECKING);

            work.perform(check, 5);
            assertThat(imports.require(source.id()).state()).isEqualTo(ImportState.FAILED);
        } finally {
            jdbc.sql("drop function other_worker() cascade").update();
        }
    }

    private void stand(Import source, ImportState state) {
        jdbc.sql("update import set state = :state where id = :id")
                .param("state", state.name())
                .param("id", source.id().value())
                .update();
    }

    private String values() {
        return jdbc.sql("""
                select name || '|' || coalesce(city, '') || '|' || coalesce(note, '') || '|'
                  || (select count(*) from contact_point p where p.customer_id = c.id) from customer c""").query(String.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
