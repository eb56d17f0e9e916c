package io.lijevak.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Six questions to the funnel, each to every engine on the same data: normalised tables, facts in SQL, DuckDB, columns
 * in memory, and a plain pass over as many bytes as these take. Lijevak's own times are those that it says an answer
 * took, without HTTP.
 */
final class FunnelBench {
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 15;
    /** Slow engines are asked less often. */
    private static final Duration ENOUGH = Duration.ofSeconds(6);

    /** Of more deals nothing but the six questions is asked: a past day would take the database many minutes. */
    private static final long FURTHER_UP_TO = 1_000_000;

    /** What takes so long once is asked twice. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Server server;
    private final long deals;

    FunnelBench(Server server, long deals) {
        this.server = server;
        this.deals = deals;
    }

    /** What is written as JSON. */
    record Report(long deals, List<Line> results, double load_s, double bytes_per_deal) {}

    record Line(String question, String engine, double p50_ms, double p95_ms) {}

    Report run() throws Exception {
        var funnel = AskedFunnel.of(server);
        try (var connection = server.connect()) {
            rest(connection);
            var type = funnel.type();
            var loaded = funnel.loaded();
            var duck = Duck.of(connection, Path.of("target/bench"));
            var lines = new ArrayList<Line>();
            for (var question : FunnelQuestion.all(LocalDate.now())) {
                lines.add(line(
                        question,
                        "normalised",
                        () -> Measured.timed(connection, question.normalised().formatted(type))));
                lines.add(line(question, "facts", () -> funnel.took(question, "database")));
                if (duck.isPresent()) {
                    lines.add(line(question, "DuckDB", () -> duck.get().took(question, type)));
                }
                lines.add(line(question, "columns", () -> funnel.took(question, "columns")));
            }
            if (deals <= FURTHER_UP_TO) {
                lines.addAll(narrowed(funnel));
                lines.addAll(past(funnel));
            }
            lines.add(floor(loaded.bytes()));
            return new Report(
                    deals,
                    lines,
                    loaded.took().toMillis() / 1000.0,
                    Measured.round((double) loaded.bytes() / loaded.deals()));
        }
    }

    /** What is done every few minutes of so many deals would run beside all that is measured. */
    private static void rest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update scheduled_tasks set execution_time = now() + interval '1 day' where not picked");
        }
    }

    /** A question whose deals must hold what only the tables of customers know. */
    private List<Line> narrowed(AskedFunnel funnel) throws Exception {
        var question = FunnelQuestion.all(LocalDate.now())
                .get(1)
                .with("closed of customers in Split", "where.customer.city=Split");
        return List.of(
                line(question, "facts", () -> funnel.took(question, "database")),
                line(question, "columns", () -> funnel.took(question, "columns")));
    }

    /** A past day: the first question ever, the first about another day, and further ones. */
    private List<Line> past(AskedFunnel funnel) throws Exception {
        var medians = FunnelQuestion.all(LocalDate.now()).get(2);
        var first = medians.with(
                "past day: the first question", "asOf=" + LocalDate.now().minusDays(90));
        var other = medians.with(
                "past day: the first about another", "asOf=" + LocalDate.now().minusDays(60));
        var further = medians.with(
                "past day: further questions", "asOf=" + LocalDate.now().minusDays(60));
        return List.of(
                of(first.name(), "columns", List.of(funnel.waited(first))),
                of(other.name(), "columns", List.of(funnel.waited(other))),
                line(further, "facts", () -> funnel.took(further, "database")),
                line(further, "columns", () -> funnel.took(further, "columns")));
    }

    List<Measured> measured(Report report) {
        var all = new ArrayList<>(report.results().stream()
                .map(line -> Measured.of(
                        line.question() + ": " + line.engine(), "p50 ms", line.p50_ms(), "p95 ms", line.p95_ms()))
                .toList());
        all.add(Measured.of(
                "columns of " + deals + " deals", "load s", report.load_s(), "bytes a deal", report.bytes_per_deal()));
        return all;
    }

    private static Line line(FunnelQuestion question, String engine, Callable<Double> once) throws Exception {
        var times = new ArrayList<Double>();
        var began = System.nanoTime();
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var took = once.call();
            var passed = System.nanoTime() - began;
            if (round >= WARM_UP || took > 200 && round > 0) {
                times.add(took);
            }
            if (times.size() >= (passed > LONG.toNanos() ? 1 : passed > ENOUGH.toNanos() ? 3 : ROUNDS)) {
                break;
            }
        }
        return of(question.name(), engine, times);
    }

    private static Line of(String question, String engine, List<Double> times) {
        var figures = Measured.times(
                        engine, times.stream().mapToDouble(Double::doubleValue).toArray())
                .figures();
        return new Line(question, engine, (double) figures.get("p50 ms"), (double) figures.get("p95 ms"));
    }

    /** A pass of all processors over as many bytes as the columns take. */
    static Line floor(long bytes) {
        var threads = Runtime.getRuntime().availableProcessors();
        var arrays = IntStream.range(0, threads)
                .mapToObj(thread -> new long[(int) (bytes / 8 / threads)])
                .toList();
        var times = new ArrayList<Double>();
        var sum = 0L;
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var start = System.nanoTime();
            sum += arrays.parallelStream().mapToLong(FunnelBench::sum).sum();
            if (round >= WARM_UP) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return of("a pass over the bytes of the columns", sum == 0 ? "floor" : "", times);
    }

    private static long sum(long[] numbers) {
        var sum = 0L;
        for (var number : numbers) {
            sum += number;
        }
        return sum;
    }
}
