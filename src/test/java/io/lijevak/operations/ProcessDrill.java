package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.lijevak.deals.ProcessInvariants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Kills the application and then the database server while four people complete a thousand steps of processes: every
 * acknowledged step is done, each step once, and deals, ledger and engine agree.
 */
final class ProcessDrill {
    private static final int DEALS = 112;
    private static final int WORKERS = 4;

    private final RunningLijevak lijevak;

    /** Tasks whose completion was acknowledged. */
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @FunctionalInterface
    private interface Blow {
        void strike() throws Exception;
    }

    ProcessDrill(RunningLijevak lijevak) {
        this.lijevak = lijevak;
    }

    void doesEveryStepOnceAlthoughKilledInBetween() throws Exception {
        var stages = ids("/stages");
        var deals = deals(type(stages));
        var steps = DEALS * stages.size();

        var first = complete(deals, steps / 3, lijevak::kill);
        lijevak.start();
        var second = complete(deals, 2 * steps / 3, lijevak::killDatabaseServer);
        lijevak.database().close();
        refused.clear();
        complete(deals, Integer.MAX_VALUE, () -> {});

        System.out.printf("process drill: killed after %d and %d of %d steps%n", first, second, steps);
        assertThat(refused).isEmpty();
        assertThat(second).as("killed before the end").isLessThan(steps);
        try (var database = lijevak.database()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
            assertThat(done(jdbc)).containsAll(acknowledged).hasSize(steps);
            assertThat(endings(jdbc)).containsExactly("DONE 1 " + steps);
            assertThat(won(jdbc)).isEqualTo(DEALS);
            assertThat(ProcessInvariants.broken(jdbc)).isEmpty();
        }
    }

    /** Four people complete what is open until so many steps are acknowledged, then the blow; gives how many were. */
    private int complete(List<Integer> deals, int enough, Blow blow) throws Exception {
        var shares = deals.stream()
                .collect(Collectors.groupingBy(deal -> deal % WORKERS))
                .values();
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var enoughAreDone = new CompletableFuture<Object>();
            var running = shares.stream()
                    .map(share -> CompletableFuture.runAsync(
                            () -> lead(share, () -> {
                                if (acknowledged.size() >= enough) {
                                    enoughAreDone.complete(true);
                                }
                            }),
                            workers))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.anyOf(enoughAreDone, CompletableFuture.allOf(running))
                    .join();
            var reached = acknowledged.size();
            blow.strike();
            workers.shutdown();
            assertThat(workers.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
            return reached;
        }
    }

    /** Step by step, all deals in turn, until nothing is open or nobody answers. */
    private void lead(Collection<Integer> deals, Runnable completed) {
        try {
            for (var open = true; open; ) {
                open = false;
                for (var deal : deals) {
                    for (var task : ids("/tasks?whose=team&kind=process&deal=" + deal)) {
                        call("POST", "/tasks/" + task + "/completion", "{}");
                        acknowledged.add(task);
                        completed.run();
                        open = true;
                    }
                }
            }
        } catch (IOException killed) {
            refused.add(String.valueOf(killed.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private int type(List<Integer> stages) throws Exception {
        var steps = stages.stream().map(stage -> "{\"stage\": " + stage + "}").collect(Collectors.joining(", "));
        return call(
                        "POST",
                        "/deal-types",
                        "{\"name\": \"Drill\", \"mode\": \"automatic\", \"useAllowed\": true, \"steps\": [" + steps
                                + "]}")
                .read("$.id");
    }

    private List<Integer> deals(int type) throws Exception {
        int customer = call("POST", "/customers", "{\"kind\": \"company\", \"name\": \"Drill d.o.o.\"}")
                .read("$.id");
        var deals = new ArrayList<Integer>();
        for (int n = 1; n <= DEALS; n++) {
            deals.add(call(
                            "POST",
                            "/deals",
                            "{\"title\": \"Drill %d\", \"type\": %d, \"customer\": %d}".formatted(n, type, customer))
                    .read("$.id"));
        }
        return deals;
    }

    private List<Integer> ids(String path) throws IOException, InterruptedException {
        return call("GET", path, "").read("$.items[*].id");
    }

    private DocumentContext call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(lijevak.address() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + RunningLijevak.TOKEN)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " " + answer.statusCode() + " " + answer.body());
        }
        return JsonPath.parse(answer.body());
    }

    private static List<Integer> done(JdbcClient jdbc) {
        return jdbc.sql("select id from task where kind = 'PROCESS' and state = 'DONE'")
                .query(Integer.class)
                .list();
    }

    /** How arrivals ended, how often at most at one point of one deal, and how many in all. */
    private static List<String> endings(JdbcClient jdbc) {
        return jdbc.sql("""
                select ending || ' ' || max(times) || ' ' || sum(times) from (
                  select coalesce(ending, 'OPEN') as ending, count(*) as times from process_point
                  group by run_id, node, ending) t
                group by ending""").query(String.class).list();
    }

    private static int won(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from deal where outcome = 'WON'")
                .query(Integer.class)
                .single();
    }
}
