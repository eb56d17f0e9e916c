package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.deals.DealsChanged;
import io.lijevak.funnel.DealFacts;
import io.lijevak.funnel.FunnelWorld;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts of many deals at once cost so much a deal, also when the planner believes that there are none: so it does
 * once it has looked at tables whose rows are all gone, as when the demo company made room for the real one.
 */
@LijevakTest
class FactRowsReadTests {
    private static final int DEALS = 300;
    private static final int VISITS = 4;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Test
    void factsOfManyDealsAreReadDealByDealAfterAllDealsWereRemoved() throws Exception {
        world.reset();
        var rows = new FunnelWorld(jdbc);
        var stages = List.of(rows.stage("A", 1), rows.stage("B", 2), rows.stage("C", 3), rows.stage("D", 4));
        var type = rows.type("Sale", stages);
        var people = List.of(rows.person("Ana", null), rows.person("Iva", null));
        deals(type, stages, people);
        jdbc.sql(
                        "set session_replication_role = replica; delete from stage_visit; delete from deal; reset session_replication_role")
                .update();
        jdbc.sql("analyze deal, stage_visit, deal_fact, stage_fact").update();
        deals(type, stages, people);
        var ids = jdbc.sql("select id from deal order by id").query(Long.class).list();

        var statements = StatementCounter.count(() -> {
            facts.write(new DealsChanged(ids));
            return null;
        });

        assertThat(facts.differing()).isEmpty();
        assertThat(jdbc.sql("select count(*) from stage_fact").query(Long.class).single())
                .isEqualTo(DEALS * VISITS);
        var given = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'"));
        var written = statements.stream()
                .map(StatementCounter.Counted::sql)
                .filter(sql -> sql.contains("stage_fact"))
                .map(sql -> jdbc.sql("explain (analyze, format json) " + sql.replace("?", given))
                        .query(String.class)
                        .single())
                .map(RowsRead::of)
                .toList();
        assertThat(written).hasSize(1);
        assertThat(written.getFirst().rows()).isLessThan(DEALS * VISITS * 3L);
    }

    /** Nobody else is to plan by what was seen here. */
    @AfterEach
    void forgetWhatWasSeen() {
        jdbc.sql("truncate deal, stage_visit, deal_fact, stage_fact cascade").update();
    }

    private void deals(long type, List<Long> stages, List<Long> people) {
        jdbc.sql("""
                with made as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, responsible_id, amount, currency, rate,
                    opened_at)
                  select 'Deal', 'deal', :type, 1, :last, :person, n, 'EUR', 1, now() from generate_series(1, :deals) n
                  returning id)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, responsible_id,
                  cause, recorded_at, left_recorded_at)
                select id, seq, 1, (cast(:stages as bigint[]))[seq], now(), case when seq < :visits then now() end,
                  case when seq < :visits then 'ADVANCED' else 'OPEN' end, case when seq = 2 then :other else :person end,
                  'IMPORTED', now(), case when seq < :visits then now() end
                from made cross join generate_series(1, :visits) seq""")
                .param("type", type)
                .param("last", stages.getLast())
                .param("person", people.getFirst())
                .param("other", people.getLast())
                .param("stages", stages.toArray(Long[]::new))
                .param("deals", DEALS)
                .param("visits", VISITS)
                .update();
    }
}
