package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an uploaded BPMN 2.0 file into a route of ours. Only elements on a list are known; everything else is refused by
 * its name rather than dropped. Nothing of the file is ever evaluated or handed to the engine.
 */
final class BpmnReader {
    private static final Set<String> SILENT =
            Set.of("incoming", "outgoing", "documentation", "extensionElements", "textAnnotation", "association");
    private static final int LONGEST = 120;
    private static final int LONGEST_INSTRUCTION = 4_000;
    private final BpmnNames names;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> lanes = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private BpmnReader(BpmnNames names) {
        this.names = names;
    }

    /** The route the file draws; refuses it with every element that is not understood. */
    static RouteModel read(byte[] file, BpmnNames names) {
        var reader = new BpmnReader(names);
        reader.document(BpmnElement.read(file));
        if (!reader.problems.isEmpty()) {
            throw new InvalidInput(reader.problems.subList(0, Math.min(20, reader.problems.size())));
        }
        return new RouteModel(reader.nodes, reader.flows);
    }

    private void document(BpmnElement root) {
        if (!root.is("definitions")) {
            refuse("process.error.bpmn.root", root.name());
            return;
        }
        var processes = root.children("process");
        if (processes.size() != 1) {
            refuse("process.error.bpmn.process", processes.size());
            return;
        }
        for (var child : root.children()) {
            if (child.is("collaboration")) {
                collaboration(child);
            } else if (!child.is("process") && !child.space().equals(Bpmn.DIAGRAM)) {
                refuse("process.error.bpmn.element", child.label());
            }
        }
        var process = processes.getFirst();
        guard(process, true);
        process.children("laneSet").forEach(this::lanes);
        var elements = process.children().stream()
                .filter(child -> !child.is("laneSet"))
                .toList();
        elements.forEach(this::name);
        elements.forEach(element -> element(element, process));
    }

    private void collaboration(BpmnElement collaboration) {
        for (var child : collaboration.children()) {
            if (!child.is("participant") && !isSilent(child)) {
                refuse("process.error.bpmn.element", child.label());
            }
        }
    }

    private void lanes(BpmnElement set) {
        for (var lane : set.children("lane")) {
            var addressee = names.addressee(lane.attribute("name"));
            if (addressee == null) {
                refuse("process.error.bpmn.role", lane.label());
            } else {
                lane.children("flowNodeRef").forEach(ref -> lanes.put(ref.text(), addressee));
            }
            lane.children().stream()
                    .filter(child -> !child.is("flowNodeRef") && !isSilent(child))
                    .forEach(child -> refuse("process.error.bpmn.element", child.label()));
        }
    }

    /** Gives an element an identity of letters, digits and underscores that the engine's version does not use. */
    private void name(BpmnElement element) {
        var id = element.attribute("id").replaceAll("[^A-Za-z0-9_]", "_");
        if (id.isEmpty()
                || !Character.isLetter(id.charAt(0))
                || BpmnWriter.added().anyMatch(id::startsWith)) {
            id = "n_" + id;
        }
        id = id.substring(0, Math.min(60, id.length()));
        while (ids.containsValue(id)) {
            id += "_";
        }
        ids.put(element.attribute("id"), id);
    }

    private void element(BpmnElement element, BpmnElement process) {
        if (isSilent(element)) {
            extension(element);
            return;
        }
        guard(element, false);
        var id = element.attribute("id");
        switch (element.space().equals(Bpmn.MODEL) ? element.name() : "") {
            case "startEvent" -> plain(element, Kind.START, Set.of());
            case "endEvent" -> plain(element, end(element), Set.of("terminateEventDefinition", "errorEventDefinition"));
            case "userTask", "task", "manualTask" -> point(element);
            case "exclusiveGateway" -> plain(element, Kind.CHOICE, Set.of());
            case "parallelGateway" -> plain(element, parallel(id, process), Set.of());
            case "intermediateCatchEvent" -> pause(element);
            case "sequenceFlow" -> flow(element);
            default -> refuse("process.error.bpmn.element", element.label());
        }
    }

    private static Kind end(BpmnElement element) {
        var failure = element.children("terminateEventDefinition").size()
                + element.children("errorEventDefinition").size();
        return failure > 0 ? Kind.FAILURE : Kind.SUCCESS;
    }

    private static Kind parallel(String id, BpmnElement process) {
        var out = process.children("sequenceFlow").stream()
                .filter(flow -> flow.attribute("sourceRef").equals(id))
                .count();
        return out > 1 ? Kind.FORK : Kind.JOIN;
    }

    private void plain(BpmnElement element, Kind kind, Set<String> allowed) {
        children(element, allowed);
        nodes.add(Node.of(id(element), kind, called(element)));
    }

    private void point(BpmnElement element) {
        children(element, Set.of());
        if (names.stageless()) {
            if (called(element).isBlank()) {
                refuse("process.error.bpmn.unnamed", element.label());
            }
            nodes.add(point(element, called(element), null, instruction(element)));
            return;
        }
        var wanted = element.ours("stage");
        var stage = names.stage(wanted == null ? element.attribute("name") : wanted);
        if (stage == null) {
            refuse("process.error.bpmn.stage", element.label());
            return;
        }
        nodes.add(point(element, called(element).isBlank() ? names.stageName(stage) : called(element), stage, null));
    }

    private Node point(BpmnElement element, String name, @Nullable Long stage, @Nullable String instruction) {
        return new Node(
                id(element),
                Kind.POINT,
                name,
                stage,
                addressee(element),
                null,
                number(element, "normDays"),
                instruction);
    }

    /** The documentation of a point, which says how it is done where no stage does. */
    private static @Nullable String instruction(BpmnElement element) {
        var text = element.children("documentation").stream()
                .map(BpmnElement::text)
                .collect(Collectors.joining("\n"))
                .strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST_INSTRUCTION, text.length()));
    }

    private @Nullable String addressee(BpmnElement element) {
        var written = element.ours("addressee");
        if (written != null) {
            if (!names.isAddressee(written)) {
                refuse("process.error.bpmn.role", element.label());
            }
            return written;
        }
        for (var attribute : element.attributes().entrySet()) {
            if (attribute.getKey().endsWith("}candidateGroups")) {
                var role = names.addressee(attribute.getValue());
                if (role == null) {
                    refuse("process.error.bpmn.role", element.label());
                }
                return role;
            }
        }
        return lanes.get(element.attribute("id"));
    }

    private @Nullable Integer number(BpmnElement element, String attribute) {
        var text = element.ours(attribute);
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9]\\d{0,3}")) {
            refuse("process.error.bpmn.number", element.label());
            return null;
        }
        return Integer.valueOf(text);
    }

    private void pause(BpmnElement element) {
        children(element, Set.of("timerEventDefinition"));
        var durations = element.children("timerEventDefinition").stream()
                .flatMap(timer -> timer.children("timeDuration").stream())
                .map(BpmnElement::text)
                .toList();
        if (durations.size() != 1 || !durations.getFirst().matches("P[1-9]\\d{0,2}[DW]")) {
            refuse("process.error.bpmn.timer", element.label());
            return;
        }
        var text = durations.getFirst();
        var number = Integer.parseInt(text.substring(1, text.length() - 1));
        var days = text.endsWith("W") ? number * 7 : number;
        nodes.add(new Node(id(element), Kind.PAUSE, called(element), null, null, days, null, null));
    }

    private void flow(BpmnElement element) {
        children(element, Set.of("conditionExpression"));
        var condition = element.children("conditionExpression").stream()
                .map(BpmnElement::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
        var from = ids.get(element.attribute("sourceRef"));
        var to = ids.get(element.attribute("targetRef"));
        if (from == null || to == null) {
            refuse("process.error.route.dangling", element.label());
            return;
        }
        flows.add(new Flow(id(element), from, to, condition));
    }

    /** Refuses what stands in an element beside what is allowed and what says nothing to the engine. */
    private void children(BpmnElement element, Set<String> allowed) {
        for (var child : element.children()) {
            var known = child.space().equals(Bpmn.MODEL) && allowed.contains(child.name());
            if (known) {
                guard(child, false);
                child.children().forEach(inner -> guard(inner, false));
            } else if (isSilent(child)) {
                extension(child);
            } else {
                refuse("process.error.bpmn.inside", child.label(), element.label());
            }
        }
    }

    private void extension(BpmnElement element) {
        if (element.is("extensionElements")) {
            element.children().stream()
                    .filter(child -> !child.space().equals(Bpmn.OURS))
                    .forEach(child -> refuse("process.error.bpmn.element", child.label()));
        }
    }

    /** Refuses expressions of engines wherever they stand, and attributes by which engines run code. */
    private void guard(BpmnElement element, boolean quiet) {
        var expression = java.util.stream.Stream.concat(
                        element.attributes().values().stream(), java.util.stream.Stream.of(element.text()))
                .anyMatch(text -> text.contains("${") || text.contains("#{"));
        if (expression) {
            refuse("process.error.bpmn.expression", element.label());
        }
        element.attributes().keySet().stream()
                .filter(name -> name.startsWith("{")
                        && !name.startsWith("{" + Bpmn.OURS)
                        && !name.startsWith("{" + Bpmn.SCHEMA)
                        && !name.endsWith("}candidateGroups")
                        && !(quiet && name.contains("modeler")))
                .forEach(name ->
                        refuse("process.error.bpmn.attribute", name.substring(name.indexOf('}') + 1), element.label()));
    }

    private boolean isSilent(BpmnElement element) {
        return element.space().equals(Bpmn.MODEL) && SILENT.contains(element.name());
    }

    private String id(BpmnElement element) {
        return ids.getOrDefault(element.attribute("id"), "n_");
    }

    private static String called(BpmnElement element) {
        var name = element.attribute("name").strip().replaceAll("\\s+", " ");
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    private void refuse(String key, Object... arguments) {
        problems.add(new FieldProblem("file", key, arguments));
    }
}
