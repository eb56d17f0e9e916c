package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who needs help is compared with a week before, as it was kept or as the warnings tell it. */
@Tag("external")
@LijevakTest
class PeopleInNeedTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reader reader;

    @Autowired
    PeopleInNeed people;

    @Autowired
    CountedDeals company;

    @BeforeEach
    void deals() {
        company.found();
    }

    @Test
    void aWeekLaterNeedsAreCompared() throws Exception {
        people.keep(company.now(), company.today().minusDays(7));
        people.keep(company.now(), company.today().minusDays(7));
        company.open(company.ivo(), "1", null, 0, false, false);

        var row = reader.json("/api/v1/overview", company.ana()).at("/team/people/0");

        assertThat(row.at("/before/unplanned").asInt()).isEqualTo(2);
        assertThat(row.at("/needs/unplanned").asInt()).isEqualTo(3);
        assertThat(reader.page("/overview", company.ana())).contains("1 more");
    }

    @Test
    void needsOfAWeekAgoThatWereNotKeptAreToldByTheWarningsOfThen() throws Exception {
        jdbc.sql("""
                insert into risk_signal (deal_id, kind, since, noticed_at, until, ending)
                select id, w.kind, :long, :long, w.until, case when w.until is not null then 'GONE' end
                from deal cross join (values ('LATE', null), ('SILENT', cast(:since as timestamptz)),
                  ('UNPLANNED', cast(:before as timestamptz))) as w (kind, until)
                where outcome = 'OPEN' and responsible_id = :ivo""")
                .param("long", company.ago(20))
                .param("since", company.ago(2))
                .param("before", company.ago(9))
                .param("ivo", company.ivo().value())
                .update();

        var before = reader.json("/api/v1/overview", company.ana()).at("/team/people/0/before");

        assertThat(List.of(
                        before.at("/late").asInt(),
                        before.at("/silent").asInt(),
                        before.at("/unplanned").asInt()))
                .containsExactly(2, 2, 0);

        people.keep(company.now(), company.today());

        var kept = jdbc.sql(
                        "select late, silent, unplanned, overdue from overview_need where day = :before and person_id = :ivo")
                .param("before", company.today().minusDays(7))
                .param("ivo", company.ivo().value())
                .query(PeopleInNeed.Needs.class)
                .single();
        assertThat(kept)
                .isEqualTo(new PeopleInNeed.Needs(2, 2, 0, before.at("/overdue").asInt()));
    }
}
