package io.lijevak.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pages as twenty people at once get them, over HTTP on the loopback. */
final class PagesBench {
    private static final int USERS = 20;
    private static final int REQUESTS = 15;
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
            var results = new ArrayList<Measured>();
            results.add(page("customer list", n -> "/customers"));
            results.add(page("customer card", n -> "/customers/" + (1 + dice.nextLong(customers))));
            results.add(page("deal list", n -> "/deals"));
            results.add(page("deal card", n -> "/deals/" + (1 + dice.nextLong(deals))));
            results.add(page("deal board", n -> "/deals/board?type=" + type));
            results.add(page("funnel, closed, 12 months", n -> "/funnel?view=closed&dealType=" + type));
            results.add(page("funnel, active", n -> "/funnel?view=active&dealType=" + type));
            return results;
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

    private Measured page(String what, java.util.function.IntFunction<String> path) throws Exception {
        var measured = Load.of(what + ", " + USERS + " users", USERS, REQUESTS, n -> () -> server.page(path.apply(n)));
        measured.figures().put("KB", server.page(path.apply(0)).body().length() >> 10);
        return measured;
    }
}
