package io.lijevak.bench;

import io.lijevak.funnel.LiveColumns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The six questions of {@link FunnelBench} to the columns, and to DuckDB where its driver is there, as they are and some
 * times over in memory: what as many deals would cost, without making them. Times are those that Lijevak says its own
 * answer took.
 */
final class ColumnsBench {
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 30;
    /** DuckDB takes seconds for what is asked often here. */
    private static final int OF_DUCK = 10;

    private final Server server;
    private final int times;

    /** {@code times}: how often each deal is there. */
    ColumnsBench(Server server, int times) {
        this.server = server;
        this.times = times;
    }

    List<Measured> run() throws Exception {
        var questions = FunnelQuestion.all(LocalDate.now());
        var funnel = AskedFunnel.of(server);
        var loaded = funnel.loaded();
        var results = new ArrayList<Measured>();
        var of = " of " + loaded.deals() + " x " + times;
        askDuck(funnel, questions, of, results);
        if (times > 1) {
            multiply();
        }
        for (var question : questions) {
            var took = new double[ROUNDS];
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                took[Math.max(0, round)] = funnel.took(question, "columns");
            }
            results.add(Measured.times(question.name() + ": columns" + of, took));
        }
        var floor = FunnelBench.floor(loaded.bytes() * times);
        results.add(Measured.of(floor.question(), "p50 ms", floor.p50_ms(), "p95 ms", floor.p95_ms()));
        results.add(Measured.of(
                "columns of " + loaded.deals() + " deals",
                "load s",
                loaded.took().toMillis() / 1000.0,
                "bytes a deal",
                Measured.round((double) loaded.bytes() / loaded.deals())));
        return results;
    }

    private void askDuck(AskedFunnel funnel, List<FunnelQuestion> questions, String of, List<Measured> results)
            throws Exception {
        try (var connection = server.connect()) {
            var duck = Duck.of(connection, Path.of("target/bench"));
            if (duck.isPresent()) {
                duck.get().multiply(times);
                for (var question : questions) {
                    var took = new double[OF_DUCK];
                    for (var round = -1; round < OF_DUCK; round++) {
                        took[Math.max(0, round)] = duck.get().took(question, funnel.type());
                    }
                    results.add(Measured.times(question.name() + ": DuckDB" + of, took));
                }
                duck.get().connection().close();
            }
        }
    }

    /** Puts the blocks of the columns there as often as asked; nothing may change the deals then. */
    private void multiply() throws ReflectiveOperationException {
        var field = LiveColumns.class.getDeclaredField("columns");
        field.setAccessible(true);
        @SuppressWarnings("unchecked")
        var columns = (AtomicReference<Object>) field.get(server.bean(LiveColumns.class));
        var now = columns.get();
        var parts = new ArrayList<Object>();
        for (var part : now.getClass().getRecordComponents()) {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            var value = accessor.invoke(now);
            parts.add(value instanceof List<?> blocks ? manyTimes(blocks) : value);
        }
        var constructor = now.getClass().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        columns.set(constructor.newInstance(parts.toArray()));
    }

    private List<?> manyTimes(List<?> blocks) {
        return Collections.nCopies(times, blocks).stream().flatMap(List::stream).toList();
    }
}
