package io.lijevak.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The six questions of {@link FunnelBench} to the columns often, and to DuckDB where its driver is there. Times are those
 * that Lijevak says its own answer took.
 */
final class ColumnsBench {
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 30;
    /** DuckDB takes seconds for what is asked often here. */
    private static final int OF_DUCK = 10;

    private final Server server;

    ColumnsBench(Server server) {
        this.server = server;
    }

    List<Measured> run() throws Exception {
        var questions = FunnelQuestion.all(LocalDate.now());
        var funnel = AskedFunnel.of(server);
        var loaded = funnel.loaded();
        var results = new ArrayList<Measured>();
        askDuck(funnel, questions, results);
        for (var question : questions) {
            var took = new double[ROUNDS];
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                took[Math.max(0, round)] = funnel.took(question, "columns");
            }
            results.add(Measured.times(question.name() + ": columns", took));
        }
        var floor = FunnelBench.floor(loaded.bytes());
        results.add(Measured.of(floor.question(), "p50 ms", floor.p50_ms(), "p95 ms", floor.p95_ms()));
        results.add(Measured.of(
                "columns of " + loaded.deals() + " deals",
                "load s",
                loaded.took().toMillis() / 1000.0,
                "bytes a deal",
                Measured.round((double) loaded.bytes() / loaded.deals())));
        return results;
    }

    private void askDuck(AskedFunnel funnel, List<FunnelQuestion> questions, List<Measured> results) throws Exception {
        try (var connection = server.connect()) {
            var duck = Duck.of(connection, Path.of("target/bench"));
            if (duck.isPresent()) {
                for (var question : questions) {
                    var took = new double[OF_DUCK];
                    for (var round = -1; round < OF_DUCK; round++) {
                        took[Math.max(0, round)] = duck.get().took(question, funnel.type());
                    }
                    results.add(Measured.times(question.name() + ": DuckDB", took));
                }
                duck.get().connection().close();
            }
        }
    }
}
