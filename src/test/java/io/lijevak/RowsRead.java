package io.lijevak;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a statement looked at in tables and indexes, by its plan after execution: rows it kept and rows it passed over.
 * Entries that only mark places in a bitmap stand apart; the rows at those places count.
 */
public record RowsRead(long rows, long marked, Map<String, Long> tables) {
    private static final Set<String> SCANS = Set.of("Seq Scan", "Index Scan", "Index Only Scan", "Bitmap Heap Scan");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads the answer to {@code explain (analyze, format json)}. */
    static RowsRead of(String plan) {
        var tables = new HashMap<String, Long>();
        var marked = read(JSON.readTree(plan).get(0).get("Plan"), tables);
        return new RowsRead(tables.values().stream().mapToLong(Long::longValue).sum(), marked, tables);
    }

    private static long read(JsonNode node, Map<String, Long> tables) {
        var type = node.path("Node Type").asString();
        if (SCANS.contains(type)) {
            tables.merge(node.path("Relation Name").asString(), seen(node), Long::sum);
        }
        var marked = type.equals("Bitmap Index Scan") ? seen(node) : 0;
        return marked
                + StreamSupport.stream(node.path("Plans").spliterator(), false)
                        .mapToLong(child -> read(child, tables))
                        .sum();
    }

    private static long seen(JsonNode node) {
        var once = node.path("Actual Rows").asDouble()
                + node.path("Rows Removed by Filter").asDouble()
                + node.path("Rows Removed by Index Recheck").asDouble();
        return Math.round(once * node.path("Actual Loops").asDouble());
    }
}
