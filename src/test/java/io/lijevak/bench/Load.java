package io.lijevak.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/**
 * Runs the same request many times, alone or by several users at once, and takes the time of each.
 *
 * @param requests how many each user sends, one after another
 * @param thinking how long a user waits between an answer and the next request
 */
record Load(int users, int requests, Duration thinking) {
    private static final int WARM_UP = 150;

    static Measured of(String what, int users, int requests, IntFunction<Callable<HttpResponse<String>>> request)
            throws Exception {
        return new Load(users, requests, Duration.ZERO).run(what, request);
    }

    /** The request gets a running number; the first ones warm up and are not counted. */
    Measured run(String what, IntFunction<Callable<HttpResponse<String>>> request) throws Exception {
        warmUp(what, request);
        var times = new double[users * requests];
        var before = Cpu.used();
        try (var pool = Executors.newFixedThreadPool(users)) {
            List<Future<?>> running = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                var first = user * requests;
                running.add(pool.submit(() -> {
                    ask(what, request, first, times);
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        var cpu = Cpu.used().since(before);
        var measured = Measured.times(what, times);
        measured.figures().put("JVM CPU ms", share(cpu.java(), times.length));
        measured.figures().put("DB CPU ms", share(cpu.database(), times.length));
        return measured;
    }

    /** The server compiles what it runs often while it runs; a few hundred requests later it is done with the most. */
    private void warmUp(String what, IntFunction<Callable<HttpResponse<String>>> request) throws Exception {
        for (int n = 0; n < Math.min(users * requests, WARM_UP); n++) {
            check(what, request.apply(n).call());
        }
    }

    private void ask(String what, IntFunction<Callable<HttpResponse<String>>> request, int first, double[] times)
            throws Exception {
        if (!thinking.isZero()) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(thinking.toMillis()));
        }
        for (int n = first; n < first + requests; n++) {
            var start = System.nanoTime();
            check(what, request.apply(n).call());
            times[n] = (System.nanoTime() - start) / 1e6;
            Thread.sleep(thinking);
        }
    }

    private static double share(Duration cpu, int requests) {
        return Measured.round(cpu.toNanos() / 1e6 / requests);
    }

    private static void check(String what, HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(what + " answers " + response.statusCode() + " " + response.body());
        }
    }
}
