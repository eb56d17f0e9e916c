package io.lijevak.process;

import io.lijevak.process.RouteModel.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the nodes of a route stand on paper: a column for each rank, a row for each branch. */
public final class RouteLayout {
    private final Map<String, Place> places = new HashMap<>();
    private int rows = 1;
    private int columns = 1;

    /** A place from 0 on. */
    public record Place(int column, int row) {}

    public RouteLayout(RouteModel route) {
        var order = new RouteOrder(route);
        var flowRows = new HashMap<String, Integer>();
        for (var node : order.nodes()) {
            var row = route.to(node.id()).stream()
                    .mapToInt(flow -> flowRows.getOrDefault(flow.id(), 0))
                    .min()
                    .orElse(0);
            var place = new Place(order.rank(node.id()), row);
            places.put(node.id(), place);
            columns = Math.max(columns, place.column() + 1);
            spread(straightest(route.from(node.id())), row, flowRows);
        }
    }

    public Place of(String node) {
        return places.getOrDefault(node, new Place(0, 0));
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    private void spread(List<Flow> flows, int row, Map<String, Integer> flowRows) {
        for (int index = 0; index < flows.size(); index++) {
            flowRows.put(flows.get(index).id(), index == 0 ? row : rows++);
        }
    }

    /** The way taken otherwise runs straight on, the conditional ones beside it. */
    private static List<Flow> straightest(List<Flow> flows) {
        var sorted = new ArrayList<Flow>();
        flows.stream().filter(flow -> flow.condition() == null).forEach(sorted::add);
        flows.stream().filter(flow -> flow.condition() != null).forEach(sorted::add);
        return sorted;
    }
}
