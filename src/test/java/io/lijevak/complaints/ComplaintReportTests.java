package io.lijevak.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.ProcessArrivals;
import io.lijevak.deals.ProcessArrivals.Wanted;
import io.lijevak.deals.ProcessArrivals.Which;
import io.lijevak.deals.ProcessReport;
import io.lijevak.deals.RunReport;
import io.lijevak.deals.Seen;
import io.lijevak.platform.Period;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report of all processes counts complaints beside sales, by process, point and result, and opens what it counts. */
@Tag("external")
@LijevakTest
class ComplaintReportTests {
    private static final String KEY = "complaint-handling";
    private static final Period ALWAYS = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2035, 1, 1));

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ComplaintWorld given;

    @Autowired
    EndComplaint end;

    @Autowired
    CloseDeal close;

    @Autowired
    ProcessReport report;

    @Autowired
    ProcessArrivals arrivals;

    @Autowired
    RunReport runs;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;

    @BeforeEach
    void begin() {
        ana = deals.found();
        CustomerId mill = given.customer("Uljara", ana);
        given.received(mill, "Leak", ana);
        var settled = given.toBeDecided(mill, ana);
        given.complete(settled, Map.of("finding", "justified"), ana);
        given.complete(settled, Map.of(), ana);
        given.complete(settled, Map.of(), ana);
        var rejected = given.toBeDecided(mill, ana);
        given.complete(rejected, Map.of("finding", "withdrawn"), ana);
        end.withdraw(given.received(mill, "Noise", ana), "Nothing", ana);
        jdbc.sql("update process_point set due_at = now() - interval '1 day' where left_at is null")
                .update();
        deals.open(ana);
        close.won(deals.open(ana), Seen.ANYTHING, null, null, ana);
    }

    @Test
    void countsPointsUnderTheNameOfTheirProcess() {
        var points = report.of(ALWAYS, ana).stream()
                .filter(point -> point.process().equals(KEY))
                .collect(Collectors.toMap(ProcessReport.Point::node, point -> point));

        assertThat(points.get("receive").processName()).isEqualTo("Rješavanje reklamacija");
        assertThat(points.get("receive").reached()).isEqualTo(4);
        assertThat(points.get("receive").open()).isEqualTo(1);
        assertThat(points.get("receive").late()).isEqualTo(1);
        assertThat(points.get("receive").endings()).isEqualTo(Map.of("DONE", 2L, "WITHDRAWN", 1L));
        assertThat(points.get("decide").reached()).isEqualTo(2);
        assertThat(arrivals.page(new Wanted(KEY, "receive", Which.LATE), ALWAYS, null, ana)
                        .items())
                .extracting(ProcessArrivals.Arrived::title, ProcessArrivals.Arrived::href)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Leak", "/complaints/1"));
    }

    @Test
    void tellsWhatEachProcessCameTo() {
        var results = runs.of(ALWAYS, ana).stream()
                .filter(result -> result.process().equals(KEY))
                .collect(Collectors.toMap(RunReport.Result::result, RunReport.Result::number));
        var sales = runs.of(ALWAYS, ana).stream()
                .filter(result ->
                        result.process().equals("deal-type-" + deals.manual().id()))
                .collect(Collectors.toMap(RunReport.Result::result, RunReport.Result::number));

        assertThat(results).isEqualTo(Map.of("open", 1L, "Riješena", 1L, "Povučena", 1L, "withdrawn", 1L));
        assertThat(sales).isEqualTo(Map.of("open", 1L, "won", 1L));
    }

    @Test
    void eachResultOpensWhatItCounts() {
        for (var result : runs.of(ALWAYS, ana)) {
            var listed = runs.listed(result.process(), result.result(), ALWAYS, ana);

            assertThat(listed).hasSize((int) result.number()).allMatch(one -> one.href() != null);
        }
        assertThat(runs.listed(KEY, "late", ALWAYS, ana))
                .extracting(RunReport.Listed::title)
                .containsExactly("Leak");
        assertThat(runs.listed(KEY, null, ALWAYS, ana)).hasSize(4);
    }

    @Test
    void followsTheRightToComplaintsAndNotThatToTasks() {
        var head = world.person("Head", Role.HEAD_OF_SALES);
        scope("TASK", "ALL");
        scope("COMPLAINT", "NONE");
        var seesTasks = world.user(head);
        assertThat(ofComplaints(seesTasks)).isZero();
        assertThat(arrivals.page(new Wanted(KEY, null, Which.REACHED), ALWAYS, null, seesTasks)
                        .items())
                .isEmpty();
        assertThat(runs.listed(KEY, null, ALWAYS, seesTasks)).isEmpty();
        assertThat(runs.of(ALWAYS, seesTasks)).noneMatch(one -> one.process().equals(KEY));

        scope("TASK", "NONE");
        scope("COMPLAINT", "ALL");
        var seesComplaints = world.user(head);
        assertThat(ofComplaints(seesComplaints))
                .isEqualTo(arrivals.page(new Wanted(KEY, null, Which.REACHED), ALWAYS, null, seesComplaints)
                        .items()
                        .size())
                .isEqualTo(ofComplaints(ana));
        assertThat(runs.listed(KEY, null, ALWAYS, seesComplaints)).hasSize(4);
    }

    @Test
    void whoAnswersForTheCustomerSeesItsComplaintsInTheReport() {
        var owner = world.person("Owner", Role.SALES_REP);
        jdbc.sql("update customer set responsible_id = :owner")
                .param("owner", owner.value())
                .update();

        assertThat(runs.listed(KEY, null, ALWAYS, world.user(owner))).hasSize(4);
    }

    private long ofComplaints(CurrentUser user) {
        return report.of(ALWAYS, user).stream()
                .filter(point -> point.process().equals(KEY))
                .mapToLong(ProcessReport.Point::reached)
                .sum();
    }

    private void scope(String resource, String scope) {
        jdbc.sql("update role_right set scope = :scope where role = 'HEAD_OF_SALES' and resource = :resource")
                .param("scope", scope)
                .param("resource", resource)
                .update();
    }

    @Test
    void showsNobodyWhatIsOutOfReach() {
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));

        assertThat(runs.of(ALWAYS, stranger)).isEmpty();
        assertThat(runs.listed(KEY, null, ALWAYS, stranger)).isEmpty();
    }
}
