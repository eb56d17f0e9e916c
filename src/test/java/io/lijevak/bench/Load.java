package io.lijevak.bench;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same request many times, alone or by several users at once, and takes the time of each. */
final class Load {
    private Load() {}

    /** Each user sends its requests one after another; the request gets a running number. */
    static Measured of(String what, int users, int requests, IntFunction<Callable<HttpResponse<String>>> request)
            throws Exception {
        for (int n = 0; n < Math.min(requests, 40); n++) {
            check(what, request.apply(n).call());
        }
        var times = new double[users * requests];
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                var first = user * requests;
                running.add(pool.submit(() -> {
                    for (int n = first; n < first + requests; n++) {
                        var start = System.nanoTime();
                        check(what, request.apply(n).call());
                        times[n] = (System.nanoTime() - start) / 1e6;
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return Measured.times(what, times);
    }

    private static void check(String what, HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(what + " answers " + response.statusCode() + " " + response.body());
        }
    }
}
