package io.lijevak.operations;

import io.lijevak.operations.DemoComplaintRows.Received;
import io.lijevak.process.Routes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What customers of the demo company complained about: most of it is settled, some goes on, one waits too long. */
@Component
class DemoComplaints {
    /** How many points each of the open ones has passed. */
    private static final List<Integer> PASSED = List.of(0, 0, 1, 1, 2);

    private final DemoRows demo;
    private final DemoComplaintRows rows;
    private final DemoOpenComplaints open;
    private final DemoPastComplaints past;
    private final Routes routes;

    DemoComplaints(
            DemoRows demo, DemoComplaintRows rows, DemoOpenComplaints open, DemoPastComplaints past, Routes routes) {
        this.demo = demo;
        this.rows = rows;
        this.open = open;
        this.past = past;
        this.routes = routes;
    }

    void write(DemoSetting setting) {
        var route = routes.newest("complaint-handling").orElseThrow();
        var deals = rows.deals(setting.words().list("complaints").size());
        var ids = demo.reserve("complaint", deals.size());
        for (int number = 0; number < deals.size(); number++) {
            var received = new Received(ids.get(number), deals.get(number), number, at(number, setting));
            rows.insert(received, setting);
            if (number < PASSED.size()) {
                open.begin(received, route, PASSED.get(number));
            } else {
                past.settle(received, route, setting);
            }
        }
        open.age(ids);
    }

    /** The open ones came in the last days, the others through the year, at hours when people work. */
    private static Instant at(int number, DemoSetting setting) {
        if (number < PASSED.size()) {
            return setting.now().minus(Duration.ofHours(3 + 43L * number));
        }
        var zone = setting.company().timeZone();
        return LocalDate.ofInstant(setting.now(), zone)
                .minusDays(20L * (number - PASSED.size()) + 25 + setting.below(12))
                .atTime(8 + setting.below(9), setting.below(60))
                .atZone(zone)
                .toInstant();
    }
}
