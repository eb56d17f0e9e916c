package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.ProcessArrivals.Wanted;
import io.lijevak.deals.ProcessArrivals.Which;
import io.lijevak.platform.Period;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@Tag("external")
@LijevakTest
class ProcessReportTests {
    private static final Period ALWAYS = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2035, 1, 1));

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessReport report;

    @Autowired
    ProcessArrivals arrivals;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = deals.found();
    }

    @Test
    void countsTheStagesOfTypesMovedByHand() {
        var going = deals.open(admin);
        var back = deals.open(admin);
        move.to(deals.stage(2), back, Seen.ANYTHING, admin);
        move.to(deals.stage(1), back, Seen.ANYTHING, admin);
        var won = deals.open(admin);
        move.to(deals.stage(4), won, Seen.ANYTHING, admin);
        close.won(won, Seen.ANYTHING, null, null, admin);

        var first = point("stage-" + deals.stage(1));
        assertThat(first.reached()).isEqualTo(4);
        assertThat(first.open()).isEqualTo(2);
        assertThat(first.endings()).isEqualTo(Map.of("ADVANCED", 2L));
        assertThat(first.median()).isNotNull();
        assertThat(point("stage-" + deals.stage(2)).endings()).isEqualTo(Map.of("RETURNED", 1L));
        assertThat(point("stage-" + deals.stage(4)).endings()).isEqualTo(Map.of("WON", 1L));
        assertThat(report.of(ALWAYS, admin)).noneMatch(point -> point.node().equals("stage-" + deals.stage(3)));
        assertThat(going).isNotNull();
    }

    @Test
    void countsProcessesThatAreAboutNoDeal() {
        run();

        var points = report.of(ALWAYS, admin);

        assertThat(points).extracting(ProcessReport.Point::name).containsExactly("Receive", "Answer");
        var receive = points.getFirst();
        assertThat(receive.reached()).isEqualTo(2);
        assertThat(receive.median()).isEqualTo(1.5);
        assertThat(receive.average()).isEqualTo(1.5);
        assertThat(receive.late()).isEqualTo(1);
        assertThat(receive.endings()).isEqualTo(Map.of("DONE", 1L, "OVERRIDDEN", 1L));
        assertThat(points.getLast().open()).isEqualTo(1);
    }

    @Test
    void eachNumberOpensWhatItCounts() {
        run();
        jdbc.sql("update deal_type_step set norm_days = 1").update();
        for (int n = 0; n < 6; n++) {
            var deal = deals.open(admin);
            if (n % 2 == 0) {
                move.to(deals.stage(2 + n % 3), deal, Seen.ANYTHING, admin);
            }
        }

        for (var point : report.of(ALWAYS, admin)) {
            assertThat(listed(point, Which.REACHED)).hasSize((int) point.reached());
            assertThat(listed(point, Which.OPEN)).hasSize((int) point.open());
            assertThat(listed(point, Which.LATE)).hasSize((int) point.late()).allMatch(ProcessArrivals.Arrived::late);
        }
    }

    @Test
    void leadsFromPageToPageThroughEveryArrival() throws Exception {
        complaints(230);
        jdbc.sql("""
                with made as (insert into route (process, version, model) values ('complaint', 1, '{}') returning id),
                run as (
                  insert into process_run (subject_kind, subject_id, route_id, started_at)
                  select 'complaint', n, id, timestamptz '2026-02-02 08:00Z' from made, generate_series(1, 230) n
                  returning id, subject_id)
                insert into process_point (run_id, node, kind, name, entered_at, executor_id)
                select id, 'receive', 'POINT', 'Receive', timestamptz '2026-02-02 08:00Z' + subject_id / 50 * interval '1 day',
                  :person from run""").param("person", admin.id()).update();
        var wanted = new Wanted("complaint", null, Which.OPEN);
        var seen = new ArrayList<Long>();
        var sizes = new ArrayList<Integer>();
        var next = (String) null;
        do {
            var page = arrivals.page(wanted, ALWAYS, next, admin);
            page.items().forEach(arrived -> seen.add(arrived.subject()));
            sizes.add(page.items().size());
            next = page.next();
        } while (next != null);

        assertThat(sizes).containsExactly(100, 100, 30);
        assertThat(seen).doesNotHaveDuplicates().hasSize(230);
        var path = "/processes/arrivals?process=complaint&which=open&from=2025-01-01&to=2034-01-01";
        mvc.perform(get(path).with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString("rel=\"next\"")));
        mvc.perform(get(path + "&next=x").with(world.signedInAs(admin.person())))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void showsNobodyWhatIsOutOfReach() {
        run();
        deals.open(admin);
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));

        assertThat(report.of(ALWAYS, stranger)).isEmpty();
        assertThat(arrivals.page(new Wanted("complaint", null, Which.REACHED), ALWAYS, null, stranger)
                        .items())
                .isEmpty();
    }

    @Test
    void pagesAndProgramsReadIt() throws Exception {
        run();
        deals.open(admin);
        var signedIn = world.signedInAs(admin.person());
        for (var path : new String[] {
            "/processes",
            "/processes?from=2001-01-01&to=2001-02-01",
            "/processes?from=nonsense",
            "/processes/arrivals",
            "/processes/arrivals?process=complaint&which=late&from=2025-01-01&to=2034-01-01",
            "/processes/arrivals?process=deal-type-" + deals.manual().id() + "&which=open"
        }) {
            mvc.perform(get(path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/api/v1/processes").with(world.bearer(admin.person())))
                .andExpect(jsonPath("$.items[0].reached").value(2));
    }

    private ProcessReport.Point point(String node) {
        return report.of(ALWAYS, admin).stream()
                .filter(point -> point.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private List<ProcessArrivals.Arrived> listed(ProcessReport.Point point, Which which) {
        return arrivals.page(new Wanted(point.process(), point.node(), which), ALWAYS, null, admin)
                .items();
    }

    /** Complaints that runs are about, by number. */
    private void complaints(int count) {
        jdbc.sql("""
                with who as (insert into customer (kind, name, search_text) values ('COMPANY', 'Mill', 'mill') returning id)
                insert into complaint (process, customer_id, subject, channel, received_at, responsible_id, search_text,
                  created_at)
                select 'complaint-handling', who.id, 'Leak', 'PHONE', now(), :person, 'leak', now()
                from who, generate_series(1, :count)""").param("person", admin.id()).param("count", count).update();
    }

    private void run() {
        complaints(2);
        jdbc.sql("""
                with made as (insert into route (process, version, model) values ('complaint', 1, '{}') returning id),
                run as (
                  insert into process_run (subject_kind, subject_id, route_id, started_at)
                  select 'complaint', n, id, timestamptz '2026-02-02 08:00Z' from made, generate_series(1, 2) n
                  returning id, subject_id)
                insert into process_point (run_id, node, kind, name, entered_at, left_at, ending, due_at, executor_id)
                select id, 'receive', 'POINT', 'Receive', timestamptz '2026-02-02 08:00Z',
                  timestamptz '2026-02-02 08:00Z' + subject_id * interval '1 day',
                  case subject_id when 1 then 'DONE' else 'OVERRIDDEN' end, timestamptz '2026-02-03 20:00Z', :person
                from run
                union all
                select id, 'answer', 'POINT', 'Answer', timestamptz '2026-02-03 08:00Z', null, null, null, :person
                from run where subject_id = 1""").param("person", admin.id()).update();
    }
}
