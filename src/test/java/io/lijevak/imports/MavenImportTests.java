package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("external")
@LijevakTest
class MavenImportTests {
    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesTheFourFilesKnowsThemAgainAndTakesThemBack() {
        world.reset();
        var user = world.user(Role.ADMINISTRATOR);
        var before = importer.fingerprint();

        var first = all(user);

        assertThat(first).extracting(done -> done.progress().created()).containsExactly(35, 7, 85, 8800);
        assertThat(first).extracting(done -> done.progress().failed()).containsOnly(0);
        assertThat(count("select count(*) from customer")).isEqualTo(85);
        assertThat(count("select count(*) from product")).isEqualTo(7);
        assertThat(count("select count(*) from person where role = 'HEAD_OF_SALES'"))
                .isEqualTo(6);
        assertThat(count("select count(*) from customer where parent_id is not null"))
                .isEqualTo(15);
        assertThat(count("select count(*) from deal where outcome = 'WON'")).isEqualTo(4238);
        assertThat(count("select count(*) from deal where outcome = 'LOST'")).isEqualTo(2473);
        assertThat(open("Engaging")).isEqualTo(1589);
        assertThat(open("Prospecting")).isEqualTo(500);
        assertThat(count("select count(*) from deal where customer_id is null")).isEqualTo(1425);
        assertThat(jdbc.sql("select sum(amount) from deal where outcome = 'WON'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("10005534");
        assertThat(count("select count(*) from deal where opened_at is null")).isEqualTo(500);
        assertThat(count("select count(*) from deal_type where name = 'Sales pipeline' and mode = 'MANUAL'"))
                .isEqualTo(1);
        ledgerIsWhole();

        var loaded = importer.fingerprint();
        var second = all(user);

        assertThat(second).extracting(done -> done.progress().created()).containsOnly(0);
        assertThat(second).extracting(done -> done.progress().updated()).containsOnly(0);
        assertThat(importer.fingerprint()).isEqualTo(loaded);

        for (var done : first.reversed()) {
            importer.undo(done, false, user);
        }

        assertThat(importer.fingerprint()).isEqualTo(before);
    }

    private void ledgerIsWhole() {
        assertThat(count("select count(*) from stage_visit where outcome in ('WON', 'LOST') and entered_at is null"))
                .isZero();
        assertThat(count(
                        "select count(*) from stage_visit where seq = 1 and outcome = 'ADVANCED' and entered_at is null"
                                + " and left_at is not null"))
                .isEqualTo(8300);
        assertThat(count("select count(*) from stage_visit where cause <> 'IMPORTED'"))
                .isZero();
        assertThat(count("""
                select count(*) from deal d join stage_visit v on v.deal_id = d.id
                  and v.seq = (select max(seq) from stage_visit x where x.deal_id = d.id)
                where v.stage_id = d.stage_id and v.outcome = d.outcome and v.left_at is not distinct from d.closed_at
                  and v.exit_potential is not distinct from case when d.outcome <> 'OPEN' then d.potential end""")).isEqualTo(8800);
    }

    private List<io.lijevak.imports.Import> all(CurrentUser user) {
        var done = new ArrayList<io.lijevak.imports.Import>();
        done.add(run(ImportKind.USERS, "sales_teams.csv", user));
        done.add(run(ImportKind.PRODUCTS, "products.csv", user));
        done.add(run(ImportKind.CUSTOMERS, "accounts.csv", user));
        done.add(run(ImportKind.DEALS, "sales_pipeline.csv", user));
        return done;
    }

    private io.lijevak.imports.Import run(ImportKind kind, String file, CurrentUser user) {
        var done = importer.run(kind, SharedFiles.get("maven-crm-sales/" + file), user);
        return done;
    }

    private int open(String stage) {
        return jdbc.sql("""
                select count(*) from deal d join stage s on s.id = d.stage_id
                where d.outcome = 'OPEN' and s.name = :stage""").param("stage", stage).query(Integer.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
