package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Companies;
import io.lijevak.platform.CompanyFounded;
import io.lijevak.platform.HomeFolder;
import io.lijevak.users.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@Tag("external")
@LijevakTest
class DemoCompanyTests {
    @Autowired
    World world;

    @Autowired
    Companies companies;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    LoadDemoCompany demo;

    @Autowired
    RemoveDemoCompany removal;

    @Autowired
    HomeFolder home;

    @Autowired
    @Qualifier("removeOrphanFilesTask")
    RecurringTask<Void> cleanUp;

    /** Whether the demo company is there as it came: the tests that only read share it. */
    private static boolean untouched;

    private void found() {
        world.reset();
        events.publishEvent(new CompanyFounded(companies.current()));
        untouched = false;
    }

    private void demo() {
        if (!untouched) {
            found();
            demo.into(companies.current());
            untouched = true;
        }
    }

    @Test
    void hasAYearOfDealsWithTheirWholeLedger() {
        demo();

        assertThat(count("customer")).isEqualTo(300);
        assertThat(count("product")).isEqualTo(25);
        assertThat(count("person where password_hash is not null")).isEqualTo(8);
        assertThat(count("deal")).isEqualTo(900);
        assertThat(count("deal_fact")).isEqualTo(900);
        assertThat(count("deal where outcome = 'OPEN'")).isBetween(80L, 400L);
        assertThat(count("deal d where not exists (select from stage_visit v where v.deal_id = d.id"
                        + " and v.outcome = d.outcome and v.stage_id = d.stage_id"
                        + " and v.left_at is not distinct from d.closed_at)"))
                .isZero();
        assertThat(count("stage_visit v join stage_visit n on n.deal_id = v.deal_id and n.seq = v.seq + 1"
                        + " where v.left_at is distinct from n.entered_at"))
                .isZero();
        assertThat(count("deal d where amount <> (select sum(quantity * price) from deal_line where deal_id = d.id)"))
                .isZero();
    }

    @Test
    void hasDocumentsOfThreeKindsOverMonthsAndSellers() {
        demo();

        for (var kind : List.of("OFFER", "SIGNED_CONTRACT", "DELIVERY_NOTE")) {
            var of = "attachment where kind = '" + kind + "'";
            assertThat(count(of)).as(kind).isBetween(10L, 80L);
            assertThat(count("(select distinct date_trunc('month', attached_at) from " + of + ") months"))
                    .as(kind)
                    .isGreaterThan(5);
            assertThat(count("(select distinct attached_by from " + of + ") sellers"))
                    .as(kind)
                    .isGreaterThan(3);
        }
        assertThat(count("attachment a join deal d on d.id = a.subject_id where a.attached_at < d.opened_at"
                        + " or a.attached_at > coalesce(d.closed_at, now())"))
                .isZero();
        assertThat(contents()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    /** Where the contents of all files lie. */
    private List<Path> contents() {
        return jdbc.sql("select distinct hash from attachment").query(String.class).list().stream()
                .map(hash -> home.folder("files").resolve(hash.substring(0, 2)).resolve(hash))
                .toList();
    }

    @Test
    void tellsOfEachRecordWhereItCameFrom() {
        demo();

        for (var kind : List.of("customer", "deal", "product", "person")) {
            assertThat(count("demo_record d where kind = '" + kind + "' and not exists (select from audit_entry a"
                            + " where a.subject_kind = d.kind and a.subject_id = d.record_id and a.action = 'demo')"))
                    .as(kind)
                    .isZero();
        }
    }

    @Test
    void saysSoInWordsOnThePageOfEachRecord() throws Exception {
        demo();
        var reader = world.signedInAs(Role.ADMINISTRATOR);

        for (var path : Map.of("customer", "customers", "deal", "deals", "product", "products", "person", "people")
                .entrySet()) {
            var id = jdbc.sql("select max(record_id) from demo_record where kind = :kind")
                    .param("kind", path.getKey())
                    .query(Long.class)
                    .single();
            var page = mvc.perform(get("/" + path.getValue() + "/" + id).with(reader))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).as(path.getKey()).containsIgnoringCase("came with the demo company");
            assertThat(page).as(path.getKey()).doesNotContain("??");
        }
    }

    @Test
    void leavesNothingBehindButTheTrail() {
        found();
        var administrator = world.user(Role.ADMINISTRATOR);
        jdbc.sql("insert into customer (kind, name, search_text) values ('COMPANY', 'Real d.o.o.', 'real')")
                .update();
        var before = rows();
        demo.into(companies.current());
        var contents = contents();

        removal.by(administrator);

        assertThat(rows()).isEqualTo(before);
        assertThat(contents)
                .hasSizeGreaterThan(30)
                .allSatisfy(file -> assertThat(file).exists());
        cleanUp.execute(new TaskInstance<>(cleanUp.getName(), "night"), null);
        assertThat(contents).noneSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void keepsWhatARealDealRefersTo() {
        found();
        var administrator = world.user(Role.ADMINISTRATOR);
        demo.into(companies.current());
        jdbc.sql("""
                insert into deal (title, search_text, type_id, steps_version, stage_id, customer_id, responsible_id,
                  currency, rate)
                select 'Real', 'real', type_id, steps_version, stage_id, customer_id, responsible_id, currency, rate
                from deal order by id limit 1""").update();

        removal.by(administrator);

        assertThat(count("deal")).isEqualTo(1);
        assertThat(count("customer")).isEqualTo(1);
        assertThat(count("person where password_hash is not null")).isZero();
        assertThat(count("demo_record")).isZero();
    }

    private Map<String, Long> rows() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select tablename from pg_tables where schemaname = current_schema()"
                        + " and tablename not in ('audit_entry', 'fact_change') order by 1")
                .query(String.class)
                .list()
                .forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
