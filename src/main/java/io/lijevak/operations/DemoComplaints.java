package io.lijevak.operations;

import io.lijevak.platform.SearchText;
import io.lijevak.process.Actor;
import io.lijevak.process.Processes;
import io.lijevak.process.RouteModel;
import io.lijevak.process.RouteVersion;
import io.lijevak.process.Routes;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers of the demo company complained about: most of it is settled, some goes on, one waits too long. */
@Component
class DemoComplaints {
    private static final String KIND = "complaint";
    private static final int OPEN = 5;
    private static final List<String> CHANNELS = List.of("PHONE", "EMAIL", "EMAIL", "IN_PERSON", "WEB", "LETTER");
    private static final List<String> FINDINGS =
            List.of("JUSTIFIED", "UNJUSTIFIED", "JUSTIFIED", "WITHDRAWN", "JUSTIFIED", "UNJUSTIFIED");
    private final DemoRows rows;
    private final JdbcClient jdbc;
    private final Routes routes;
    private final Processes processes;
    private final CurrentUsers users;

    /** The deal that a complaint is about. */
    private record About(long deal, long customer, @Nullable Long contact, long responsible, long decider) {}

    /** A stay at a point. */
    private record Stay(RouteModel.Node node, Instant entered, Instant left) {}

    DemoComplaints(DemoRows rows, JdbcClient jdbc, Routes routes, Processes processes, CurrentUsers users) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.routes = routes;
        this.processes = processes;
        this.users = users;
    }

    void write(DemoSetting setting) {
        var route = routes.newest("complaint-handling").orElseThrow();
        var subjects = setting.words().list("complaints");
        var deals = deals(subjects.size());
        var ids = rows.reserve(KIND, deals.size());
        for (int number = 0; number < deals.size(); number++) {
            var about = deals.get(number);
            if (number < OPEN) {
                var received = setting.now().minus(Duration.ofHours(3 + 40L * number));
                insert(ids.get(number), about, subjects.get(number), received, number, null, null, setting);
                begin(ids.get(number), about, route, received);
            } else {
                settle(ids.get(number), about, route, number, setting);
            }
        }
    }

    private void begin(long id, About about, RouteVersion route, Instant at) {
        var user = users.find(new PersonId(about.responsible())).orElseThrow();
        processes.begin(new Subject(KIND, id), route, null, new Actor(user, at));
    }

    private void settle(long id, About about, RouteVersion route, int number, DemoSetting setting) {
        var finding = FINDINGS.get(number % FINDINGS.size());
        var received = setting.now().minus(Duration.ofDays(20L * (number - OPEN) + 25 + setting.below(12)));
        var stays = stays(route.model(), finding, received, setting);
        var ended = stays.getLast().left();
        var end = route.model()
                .node(
                        switch (finding) {
                            case "JUSTIFIED" -> "settled";
                            case "UNJUSTIFIED" -> "rejected";
                            default -> "withdrawn";
                        });
        insert(id, about, setting.words().list("complaints").get(number), received, number, ended, end.name(), setting);
        jdbc.sql(
                        "update complaint set finding = :finding, reasons = :reasons, compensation = :compensation where id = :id")
                .param("finding", finding)
                .param("reasons", reasons(finding, number, setting))
                .param("compensation", finding.equals("JUSTIFIED") ? pick("complaintRemedies", number, setting) : null)
                .param("id", id)
                .update();
        var run = jdbc.sql("""
                insert into process_run (subject_kind, subject_id, route_id, started_at, ended_at, ending, end_name)
                values ('complaint', :id, :route, :from, :to, :ending, :end) returning id""")
                .param("id", id)
                .param("route", route.id())
                .param("from", DemoRows.at(received))
                .param("to", DemoRows.at(ended))
                .param("ending", end.kind().name())
                .param("end", end.name())
                .query(Long.class)
                .single();
        stays.forEach(
                stay -> insert(run, stay, stay.node().id().equals("decide") ? about.decider() : about.responsible()));
    }

    private static @Nullable String reasons(String finding, int number, DemoSetting setting) {
        return finding.equals("WITHDRAWN")
                ? null
                : pick(finding.equals("JUSTIFIED") ? "complaintCauses" : "complaintRefusals", number, setting);
    }

    private static String pick(String list, int number, DemoSetting setting) {
        return setting.words().pick(list, number);
    }

    /** The way of a finding, now and then slower than its norms. */
    private static List<Stay> stays(RouteModel route, String finding, Instant received, DemoSetting setting) {
        var way = new ArrayList<>(List.of("receive", "investigate", "decide"));
        if (finding.equals("JUSTIFIED")) {
            way.addAll(List.of("remedy", "tell"));
        } else if (finding.equals("UNJUSTIFIED")) {
            way.add("explain");
        }
        var stays = new ArrayList<Stay>();
        var at = received;
        for (var id : way) {
            var node = route.node(id);
            var norm = node.normDays() == null ? 1 : node.normDays();
            var left = at.plus(Duration.ofHours(2 + setting.below(24 * norm + 12)));
            stays.add(new Stay(node, at, left));
            at = left;
        }
        return stays;
    }

    private void insert(long run, Stay stay, long executor) {
        var norm = stay.node().normDays() == null ? 1 : stay.node().normDays();
        jdbc.sql("""
                insert into process_point (run_id, node, kind, name, entered_at, left_at, ending, due_at, executor_id, left_by)
                values (:run, :node, 'POINT', :name, :from, :to, 'DONE', :due, :executor, :executor)""")
                .param("run", run)
                .param("node", stay.node().id())
                .param("name", stay.node().name())
                .param("from", DemoRows.at(stay.entered()))
                .param("to", DemoRows.at(stay.left()))
                .param("due", DemoRows.at(stay.entered().plus(Duration.ofDays(norm))))
                .param("executor", executor)
                .update();
    }

    private void insert(
            long id,
            About about,
            String subject,
            Instant received,
            int number,
            @Nullable Instant closed,
            @Nullable String end,
            DemoSetting setting) {
        var description = pick("complaintTexts", number, setting);
        jdbc.sql("""
                insert into complaint (id, process, customer_id, contact_person_id, deal_id, subject, description, channel,
                  received_at, urgency, responsible_id, closed_at, ended_as, search_text, created_at, created_by)
                overriding system value
                values (:id, 'complaint-handling', :customer, :contact, :deal, :subject, :description, :channel, :received,
                  :urgency, :responsible, :closed, :end, :search, :received, :responsible)""")
                .param("id", id)
                .param("customer", about.customer())
                .param("contact", about.contact())
                .param("deal", about.deal())
                .param("subject", subject)
                .param("description", description)
                .param("channel", CHANNELS.get(number % CHANNELS.size()))
                .param("received", DemoRows.at(received))
                .param("urgency", number % 5 == 1 ? "HIGH" : number % 7 == 3 ? "LOW" : "NORMAL")
                .param("responsible", about.responsible())
                .param("closed", DemoRows.at(closed))
                .param("end", end)
                .param("search", SearchText.fold(subject) + "\n" + SearchText.fold(description))
                .update();
    }

    /** Deals won some time ago, each of another customer. */
    private List<About> deals(int most) {
        return jdbc.sql("""
                select * from (
                  select distinct on (d.customer_id) d.id, d.customer_id, d.contact_person_id, d.responsible_id,
                    coalesce(p.head_id, d.responsible_id) as decider
                  from deal d join demo_record r on r.kind = 'deal' and r.record_id = d.id
                  join person p on p.id = d.responsible_id
                  where d.outcome = 'WON' and d.customer_id is not null order by d.customer_id, d.id) won
                order by id desc limit :most""")
                .param("most", most)
                .query((row, number) -> new About(
                        row.getLong(1), row.getLong(2), (Long) row.getObject(3), row.getLong(4), row.getLong(5)))
                .list();
    }
}
