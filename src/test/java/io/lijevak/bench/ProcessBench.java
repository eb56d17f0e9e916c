package io.lijevak.bench;

import io.lijevak.deals.BeginMissingRuns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deals of an automatic type led through all their steps by four people, against the engine alone doing the same;
 * imported deals that begin in the middle; the inbox among very many open tasks.
 */
final class ProcessBench {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WORKERS = 4;
    private static final int DEALS = 1_000;
    private static final int IMPORTED = 5_000;
    private static final int TASKS = 200_000;
    private final Server server;

    ProcessBench(Server server) {
        this.server = server;
    }

    private record Process(long type, int steps, String definition) {}

    List<Measured> run() throws Exception {
        var process = process();
        var results = new ArrayList<Measured>();
        measure(process, 50, DEALS / 10);
        results.addAll(measure(process, DEALS, DEALS));
        results.add(imported(process));
        results.addAll(inbox());
        return results;
    }

    private List<Measured> measure(Process process, int deals, int instances) throws Exception {
        var engine = alone(process, instances);
        var lijevak = steps(process, deals);
        lijevak.figures().put("of the engine alone", share(lijevak, engine));
        engine.figures().put("of the engine alone", 1.0);
        return List.of(lijevak, engine);
    }

    /** An automatic type through all stages, without requirements. */
    private Process process() throws Exception {
        var stages = new ArrayList<String>();
        JSON.readTree(server.api("GET", "/stages", "").body())
                .get("items")
                .forEach(stage -> stages.add("{\"stage\": " + stage.get("id") + ", \"normDays\": 5}"));
        var type = answer("POST", "/deal-types", """
                {"name": "Mjerenje procesa %d", "mode": "automatic", "useAllowed": true, "steps": [%s]}""".formatted(System.nanoTime(), String.join(", ", stages)))
                .get("id")
                .asLong();
        deal(type, 0);
        try (var connection = server.connect();
                var query = connection.prepareStatement("select engine_definition from route where deal_type_id = ?")) {
            query.setLong(1, type);
            var row = query.executeQuery();
            row.next();
            return new Process(type, stages.size(), row.getString(1));
        }
    }

    /** Over the API: the form's answer, the ledger, the next task, the figures and the notices with each step. */
    private Measured steps(Process process, int deals) throws Exception {
        var ids = new ArrayList<Long>();
        for (int n = 0; n < deals; n++) {
            ids.add(deal(process.type(), n));
        }
        var next = new AtomicInteger();
        return inParallel("steps of " + deals + " deals, 4 workers, over the API", deals * process.steps(), () -> {
            for (int n; (n = next.getAndIncrement()) < deals; ) {
                lead(ids.get(n));
            }
            return null;
        });
    }

    private void lead(long deal) throws Exception {
        for (var open = open(deal); open != null; open = open(deal)) {
            answer("POST", "/tasks/" + open.get("id") + "/completion", "{}");
        }
    }

    private JsonNode open(long deal) throws Exception {
        var items =
                answer("GET", "/tasks?whose=team&kind=process&deal=" + deal, "").get("items");
        return items.isEmpty() ? null : items.get(0);
    }

    /** The same definition in the same database with nothing around it. */
    private Measured alone(Process process, int instances) throws Exception {
        var engine = server.bean(ProcessEngine.class);
        var runtime = engine.getRuntimeService();
        var tasks = engine.getTaskService();
        var ids = new ArrayList<String>();
        for (int n = 0; n < instances; n++) {
            ids.add(begin(runtime, process));
        }
        var next = new AtomicInteger();
        return inParallel(
                "steps of " + instances + " instances, 4 workers, engine alone", instances * process.steps(), () -> {
                    for (int n; (n = next.getAndIncrement()) < instances; ) {
                        lead(tasks, ids.get(n));
                    }
                    return null;
                });
    }

    private static String begin(RuntimeService runtime, Process process) {
        return runtime.createProcessInstanceBuilder()
                .processDefinitionId(process.definition())
                .startEventId("start")
                .start()
                .getId();
    }

    private static void lead(TaskService tasks, String instance) {
        while (true) {
            var open = tasks.createTaskQuery().processInstanceId(instance).list();
            if (open.isEmpty()) {
                return;
            }
            tasks.complete(open.getFirst().getId(), Map.of());
        }
    }

    private static Measured inParallel(String what, int steps, Callable<Void> worker) throws Exception {
        var start = System.nanoTime();
        var before = Cpu.used();
        try (var pool = Executors.newFixedThreadPool(WORKERS)) {
            for (var one : pool.invokeAll(java.util.Collections.nCopies(WORKERS, worker))) {
                one.get();
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var cpu = Cpu.used().since(before);
        return Measured.of(
                what,
                "steps",
                steps,
                "seconds",
                Measured.round(seconds),
                "steps/s",
                Measured.round(steps / seconds),
                "JVM CPU ms",
                Measured.round(cpu.java().toNanos() / 1e6 / steps),
                "DB CPU ms",
                Measured.round(cpu.database().toNanos() / 1e6 / steps));
    }

    private static double share(Measured measured, Measured base) {
        return Measured.round((double) measured.figures().get("steps/s")
                        / (double) base.figures().get("steps/s")
                        * 10)
                / 10;
    }

    /** Open deals as an import leaves them, in the middle of their route, until each has its process and its task. */
    private Measured imported(Process process) throws Exception {
        try (var connection = server.connect()) {
            insert(connection, process.type());
        }
        var start = System.nanoTime();
        var begun = server.bean(BeginMissingRuns.class).all();
        var seconds = (System.nanoTime() - start) / 1e9;
        return Measured.of(
                "imported deals begun in the middle of their route",
                "deals",
                begun,
                "seconds",
                Measured.round(seconds),
                "deals/s",
                Measured.round(begun / seconds));
    }

    private static void insert(Connection connection, long type) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temp table brought as
                    select nextval(pg_get_serial_sequence('deal', 'id')) as id, n, s.stage_id, s.steps_version,
                      (select id from person where role = 'SALES_REP' order by id limit 1) as person
                    from generate_series(1, %d) n
                    join deal_type_step s on s.deal_type_id = %d and s.position = 2 + n %% 6""".formatted(IMPORTED, type));
            statement.execute("""
                    insert into deal (id, title, search_text, type_id, steps_version, stage_id, customer_id, responsible_id,
                      amount, currency, rate, opened_at)
                    overriding system value
                    select id, 'Uvoz ' || n, 'uvoz ' || n, %d, steps_version, stage_id, (select min(id) from customer),
                      person, 1000, 'EUR', 1, now() - interval '20 days' from brought""".formatted(type));
            statement.execute("""
                    insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, entry_potential,
                      responsible_id, cause)
                    select id, 1, steps_version, stage_id, now() - interval '20 days', 1000, person, 'IMPORTED' from brought""");
        }
    }

    /** My tasks as thirty people with thousands of open tasks each have them. */
    private List<Measured> inbox() throws Exception {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into task (kind, title, search_text, deal_id, author_id, executor_id, due_at, promised_at)
                    select 'MANUAL', 'Nazvati ' || n, 'nazvati ' || n, d.first + n %% d.number,
                      p.ids[1 + n %% array_length(p.ids, 1)], p.ids[1 + n %% array_length(p.ids, 1)],
                      now() + (n %% 200 - 60) * interval '7 hours', null
                    from generate_series(1 + (select count(*) from task where state = 'OPEN'), %d) n
                    cross join (select min(id) as first, 1000 as number from deal) d
                    cross join (select array_agg(id order by id) as ids from person where role in ('SALES_REP', 'ADMINISTRATOR')) p""".formatted(TASKS));
            statement.execute("vacuum analyze task");
        }
        var results = new ArrayList<Measured>();
        for (var path : List.of("/tasks", "/tasks?whose=team", "/tasks?group=deal", "/tasks?when=overdue")) {
            results.add(new Load(20, 12, java.time.Duration.ZERO)
                    .run("My tasks " + path + ", 20 users without a pause", n -> () -> server.page(path)));
            results.add(new Load(20, 12, java.time.Duration.ofSeconds(1))
                    .run("My tasks " + path + ", 20 users, 1 s of thinking", n -> () -> server.page(path)));
        }
        return results;
    }

    private long deal(long type, int n) throws Exception {
        return answer("POST", "/deals", """
                {"title": "Proces %d", "type": %d, "customer": %d, "amount": {"value": "1000.00", "currency": "EUR"}}""".formatted(n, type, 1 + n)).get("id").asLong();
    }

    private JsonNode answer(String method, String path, String body) throws Exception {
        var response = server.api(method, path, body);
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(path + " answers " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
