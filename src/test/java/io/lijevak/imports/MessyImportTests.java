package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@LijevakTest
class MessyImportTests {
    private static final String MESSY = "messy-spreadsheets/";

    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private CurrentUser user;

    @BeforeEach
    void begin() {
        world.reset();
        user = world.user(Role.ADMINISTRATOR);
    }

    @Test
    void takesTheRegisterOfPublicBodiesAndRefusesWrongTaxNumbers() {
        var done = run(ImportKind.CUSTOMERS, "tjv-snapshot-2022-05-20.csv");

        accounted(done, 5876);
        assertThat(done.progress().failed()).isEqualTo(15);
        assertThat(count("select count(*) from customer where tax_number is not null"))
                .isEqualTo(5850);

        var again = run(ImportKind.CUSTOMERS, "tjv-snapshot-2022-05-20.csv");

        assertThat(again.progress().created()).isZero();
        assertThat(again.progress().updated()).isZero();
    }

    @Test
    void takesTheMapOfProjectsAsDealsWithCustomersOutOfOneCell() {
        var done = run(ImportKind.DEALS, "KartaProjekataZaWeb_6-8-2015.xls");

        accounted(done, 2039);
        assertThat(done.progress().created()).isEqualTo(2039);
        assertThat(jdbc.sql("select sum(amount) from deal")
                        .query(BigDecimal.class)
                        .single())
                .as("the published 10,041,511,730.57, its 1,199 amounts with parts of a cent rounded one by one")
                .isEqualByComparingTo("10041511731.00");
        var sum = done.findings().sums().getFirst();
        assertThat(sum.file()).isEqualByComparingTo("10041511730.574745");
        assertThat(sum.rounding()).isEqualByComparingTo("0.425255");
        assertThat(sum.file().add(sum.rounding())).isEqualByComparingTo(sum.taken());
        assertThat(sum.taken()).isEqualByComparingTo("10041511731.00");
        assertThat(count("select count(distinct tax_number) from customer")).isEqualTo(638);

        var again = run(ImportKind.DEALS, "KartaProjekataZaWeb_6-8-2015.xls");

        assertThat(again.progress().created()).isZero();
        assertThat(again.progress().updated()).isZero();
    }

    @Test
    void takesKindergartensWithTheirBranches() {
        var done = run(ImportKind.CUSTOMERS, "djecji_vrtici_rh.xls");

        accounted(done, 1779);
        assertThat(count("select count(*) from customer where parent_id is not null"))
                .isGreaterThan(950);

        var again = run(ImportKind.CUSTOMERS, "djecji_vrtici_rh.xls");

        assertThat(again.progress().created()).isZero();
        assertThat(again.progress().failed()).isZero();
    }

    @Test
    void takesInsuranceCompaniesAndCrafts() {
        accounted(run(ImportKind.CUSTOMERS, "Drustva za zastupanje u osiguranju.xlsx"), 237);
        accounted(run(ImportKind.CUSTOMERS, "Registar obrta za zastupanje u osiguranju.xlsx"), 154);

        assertThat(count("select count(*) from contact_point where value = '+38552453239'"))
                .isEqualTo(1);
    }

    @Test
    void takesEachSheetOfTheTouristBoards() {
        var path = SharedFiles.get(MESSY + "Popis turistickih zajednica.xlsx");
        for (var sheet : java.util.List.of("TZŽ", "TZG", "TZO", "TZP", "TZM", "TZ OTOKA", "TIC")) {
            var source = importer.sheet(importer.upload(ImportKind.CUSTOMERS, path, user), sheet, user);
            var done = importer.run(source, user);
            accounted(done, done.progress().rows());
        }
        assertThat(count("select count(*) from customer where postcode = '43000' and city = 'Bjelovar'"))
                .isPositive();
    }

    @Test
    void takesNaughtyStringsUnchangedThroughEachKind() throws IOException {
        var strings = json.readValue(Files.readString(SharedFiles.get("naughty-strings/blns.json")), String[].class);
        var text = new StringBuilder("Name,Note,Head,Team,Group,Customer,Product\n");
        for (var string : strings) {
            var quoted = "\"" + string.replace("\"", "\"\"") + "\"";
            text.append(String.join(",", java.util.Collections.nCopies(7, quoted)))
                    .append('\n');
        }
        var file = Files.writeString(folder.resolve("naughty.csv"), text, StandardCharsets.UTF_8);

        for (var kind : ImportKind.values()) {
            var done = importer.run(importer.upload(kind, file, mapping(kind), ImportOptions.defaults(), user), user);
            accounted(done, done.progress().rows());
            assertThat(done.progress().created()).isGreaterThan(strings.length / 2);
        }
        assertThat(count("select count(*) from customer where name = '<script>alert(123)</script>'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from product where name = '''; DROP TABLE users'"))
                .isLessThanOrEqualTo(1);
    }

    private static Map<String, String> mapping(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS -> Map.of("Name", "name", "Note", "note", "Group", "category");
            case PRODUCTS -> Map.of("Name", "name", "Group", "group");
            case USERS -> Map.of("Name", "name", "Head", "head", "Team", "team");
            case DEALS -> Map.of("Name", "title", "Note", "note", "Customer", "customer", "Product", "product");
        };
    }

    private io.lijevak.imports.Import run(ImportKind kind, String name) {
        var done = importer.run(kind, SharedFiles.get(MESSY + name), user);
        return done;
    }

    private void accounted(io.lijevak.imports.Import done, int rows) {
        var progress = done.progress();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(progress.rows()).isEqualTo(rows);
        assertThat(progress.created() + progress.updated() + progress.skipped() + progress.failed())
                .isEqualTo(rows);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
