package io.lijevak.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Pages as twenty people at once get them, over HTTP on the loopback. */
final class PagesBench {
    private static final int USERS = 20;
    private static final int REQUESTS = 12;
    private static final int WARM_UP = 400;
    private static final List<String> TERMS =
            List.of("cakovec", "galeb 1", "3851000", "k77", "lavanda hotel", "zitnjak", "00000012", "kvarner promet");
    private final Server server;

    PagesBench(Server server) {
        this.server = server;
    }

    List<Measured> run() throws Exception {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select (select max(id) from customer), (select max(id) from deal),"
                        + " (select type_id from deal group by 1 order by count(*) desc limit 1)")) {
            rows.next();
            var customers = rows.getLong(1);
            var deals = rows.getLong(2);
            var type = rows.getLong(3);
            var dice = new Random(7);
            var pages = new LinkedHashMap<String, IntFunction<String>>();
            pages.put("customer list", n -> "/customers");
            pages.put("customer card", n -> "/customers/" + (1 + dice.nextLong(customers)));
            pages.put("deal list", n -> "/deals");
            pages.put("deal card", n -> "/deals/" + (1 + dice.nextLong(deals)));
            pages.put("deal board", n -> "/deals/board?type=" + type);
            pages.put("funnel, closed, 12 months", n -> "/funnel?view=closed&dealType=" + type);
            pages.put("funnel, active", n -> "/funnel?view=active&dealType=" + type);
            warmUp(pages.values());
            var results = new ArrayList<Measured>();
            for (var page : pages.entrySet()) {
                results.addAll(page(page.getKey(), page.getValue()));
            }
            return results;
        }
    }

    /**
     * All pages in turn by as many users as are measured: what they share is compiled, and each connection knows its
     * statements, before the first page is measured, else that one pays for all.
     */
    private void warmUp(Collection<IntFunction<String>> pages) throws Exception {
        try (var users = Executors.newFixedThreadPool(USERS)) {
            Callable<Void> user = () -> {
                for (int n = 0; n < WARM_UP / USERS; n++) {
                    for (var page : pages) {
                        server.page(page.apply(n));
                    }
                }
                return null;
            };
            for (var one : users.invokeAll(Collections.nCopies(USERS, user))) {
                one.get();
            }
        }
    }

    /** Search as you type among the customers. */
    List<Measured> search(long customers) throws Exception {
        return List.of(Load.of(
                "search among " + customers + " customers, one user",
                1,
                200,
                n -> () -> server.page(
                        "/customers?q=" + TERMS.get(n % TERMS.size()).replace(' ', '+'))));
    }

    /** Without a pause, which fills the machine, and as people use it: with a second of thinking between two pages. */
    private List<Measured> page(String what, IntFunction<String> path) throws Exception {
        var full = new Load(USERS, REQUESTS, Duration.ZERO)
                .run(what + ", " + USERS + " users without a pause", n -> () -> server.page(path.apply(n)));
        var thinking = new Load(USERS, REQUESTS, Duration.ofSeconds(1))
                .run(what + ", " + USERS + " users, 1 s of thinking", n -> () -> server.page(path.apply(n)));
        full.figures().put("KB", server.page(path.apply(0)).body().length() >> 10);
        return List.of(full, thinking);
    }
}
