package io.lijevak.bench;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Creating deals and moving them a stage on, through the API, each answered only once it is on disk. */
final class MovesBench {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Server server;

    MovesBench(Server server) {
        this.server = server;
    }

    List<Measured> run() throws Exception {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            long type;
            var stages = new ArrayList<Long>();
            try (var rows =
                    statement.executeQuery("select type_id from deal group by 1 order by count(*) desc limit 1")) {
                rows.next();
                type = rows.getLong(1);
            }
            try (var rows = statement.executeQuery("select y.stage_id from deal_type x join deal_type_step y"
                    + " on y.deal_type_id = x.id and y.steps_version = x.steps_version where x.id = " + type
                    + " order by y.position")) {
                while (rows.next()) {
                    stages.add(rows.getLong(1));
                }
            }
            var created = java.util.Collections.synchronizedList(new ArrayList<Long>());
            var create = Load.of("create a deal, 4 users", 4, 60, n -> () -> {
                var answer = server.api("POST", "/deals", """
                        {"title": "Mjerenje %d", "type": %d, "customer": %d,
                         "amount": {"value": "1000.00", "currency": "EUR"}}""".formatted(n, type, 1 + n));
                created.add(JSON.readTree(answer.body()).get("id").asLong());
                return answer;
            });
            var move = Load.of(
                    "move a deal, 4 users",
                    4,
                    60,
                    n -> () -> server.api(
                            "POST", "/deals/" + created.remove(0) + "/moves", "{\"stage\": " + stages.get(1) + "}"));
            return List.of(create, move);
        }
    }
}
