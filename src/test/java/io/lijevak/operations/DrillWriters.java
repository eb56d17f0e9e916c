package io.lijevak.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Four writers that move deals to and fro over the API until something fails, and remember what was acknowledged. */
final class DrillWriters {
    private static final int WRITERS = 4;
    private final String address;
    private final List<Long> stages;
    private final Map<Long, List<Long>> visits = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicReference<String> refusal = new AtomicReference<>("");

    /** Begins with the visits the ledger holds. */
    DrillWriters(String address, List<Long> stages, Map<Long, List<Long>> known) {
        this.address = address;
        this.stages = stages;
        known.forEach((deal, stops) -> visits.put(deal, new ArrayList<>(stops)));
    }

    @FunctionalInterface
    interface Blow {
        void strike() throws Exception;
    }

    /** Writes until some moves are acknowledged and a little longer, strikes, and waits until each writer noticed. */
    void until(int enough, Blow blow) throws Exception {
        try (var writers = Executors.newFixedThreadPool(WRITERS);
                var client = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            var deals = List.copyOf(visits.keySet());
            var reached = new CompletableFuture<@Nullable Void>();
            for (var n = 0; n < WRITERS; n++) {
                var own = deals.subList(n * deals.size() / WRITERS, (n + 1) * deals.size() / WRITERS);
                writers.submit(() -> write(client, own, () -> {
                    if (acknowledged.get() >= enough || !refusal.get().isEmpty()) {
                        reached.complete(null);
                    }
                }));
            }
            reached.completeOnTimeout(null, 1, TimeUnit.MINUTES).join();
            if (acknowledged.get() < enough) {
                throw new IllegalStateException("before anything was killed, " + acknowledged + " of " + enough
                        + " moves were acknowledged, and one refused: " + refusal);
            }
            blow.strike();
            writers.shutdown();
            writers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Acknowledged moves that the ledger does not hold. */
    int lostIn(Map<Long, List<Long>> ledger) {
        return visits.entrySet().stream()
                .mapToInt(deal -> lost(deal.getValue(), ledger.getOrDefault(deal.getKey(), List.of())))
                .sum();
    }

    private static int lost(List<Long> expected, List<Long> found) {
        var kept = 0;
        while (kept < expected.size()
                && kept < found.size()
                && expected.get(kept).equals(found.get(kept))) {
            kept++;
        }
        return expected.size() - kept;
    }

    private void write(HttpClient client, List<Long> deals, Runnable moved) {
        try {
            while (true) {
                for (var deal : deals) {
                    var stops = visits.get(deal);
                    var target = stops.getLast().equals(stages.getFirst()) ? stages.getLast() : stages.getFirst();
                    move(client, deal, target);
                    stops.add(target);
                    acknowledged.incrementAndGet();
                    moved.run();
                }
            }
        } catch (IOException e) {
            refusal.set(String.valueOf(e.getMessage()));
            moved.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void move(HttpClient client, long deal, long stage) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/deals/" + deal + "/moves"))
                .timeout(Duration.ofSeconds(8))
                .header("Authorization", "Bearer " + RunningLijevak.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"stage\": " + stage + "}"))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }
}
