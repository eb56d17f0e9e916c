package io.lijevak.process;

import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a route as BPMN 2.0: for people, with a diagram, or for the engine, with a start event for each place where a
 * run may begin, pauses as tasks that our own clock completes, and choices decided by us beforehand.
 */
final class BpmnWriter {
    private static final List<List<String>> SPACES = List.of(
            List.of("bpmndi", Bpmn.DIAGRAM),
            List.of("dc", Bpmn.BOUNDS),
            List.of("di", Bpmn.POINTS),
            List.of("lijevak", Bpmn.OURS),
            List.of("xsi", Bpmn.SCHEMA));
    private final RouteModel route;
    private final String key;
    private final String name;
    private final boolean forEngine;
    private final XMLStreamWriter xml;

    private BpmnWriter(RouteModel route, String key, String name, boolean forEngine, XMLStreamWriter xml) {
        this.route = route;
        this.key = key;
        this.name = name;
        this.forEngine = forEngine;
        this.xml = xml;
    }

    static byte[] forPeople(RouteModel route, String key, String name) {
        return write(route, key, name, false);
    }

    static byte[] forEngine(RouteModel route, String key, String name) {
        return write(route, key, name, true);
    }

    /** The places where a run may begin: each point, and each fork for the points between it and its join. */
    static List<Node> entries(RouteModel route) {
        var order = new RouteOrder(route);
        return route.of(Kind.POINT).stream().map(order::entry).distinct().toList();
    }

    private static byte[] write(RouteModel route, String key, String name, boolean forEngine) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new BpmnWriter(route, key, name, forEngine, xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("definitions");
        xml.writeDefaultNamespace(Bpmn.MODEL);
        for (var space : SPACES) {
            xml.writeNamespace(space.getFirst(), space.getLast());
        }
        xml.writeAttribute("targetNamespace", Bpmn.OURS);
        if (forEngine) {
            for (var entry : entries(route)) {
                empty("message", "id", message(entry), "name", message(entry));
            }
        }
        start("process", "id", key, "name", name, "isExecutable", "true");
        for (var node : route.nodes()) {
            node(node);
        }
        for (var flow : route.flows()) {
            flow(flow);
        }
        if (forEngine) {
            for (var entry : entries(route)) {
                beginning(entry);
            }
        }
        xml.writeEndElement();
        if (!forEngine) {
            new BpmnDiagram(route, key, xml).write();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void node(Node node) throws XMLStreamException {
        switch (node.kind()) {
            case START -> empty("startEvent", "id", node.id(), "name", node.name());
            case POINT -> point(node);
            case CHOICE -> empty("exclusiveGateway", "id", node.id(), "name", node.name(), "default", otherwise(node));
            case FORK, JOIN -> empty("parallelGateway", "id", node.id(), "name", node.name());
            case PAUSE -> pause(node);
            case SUCCESS -> empty("endEvent", "id", node.id(), "name", node.name());
            case FAILURE -> {
                start("endEvent", "id", node.id(), "name", node.name());
                empty("terminateEventDefinition");
                xml.writeEndElement();
            }
        }
    }

    private void point(Node node) throws XMLStreamException {
        start("userTask", "id", node.id(), "name", node.name());
        if (!forEngine) {
            ours("stage", node.stage() == null ? null : Long.toString(node.stage()));
            ours("addressee", node.addressee());
            ours("normDays", node.normDays() == null ? null : Integer.toString(node.normDays()));
            documentation(node.instruction());
        }
        xml.writeEndElement();
    }

    private void documentation(@Nullable String text) throws XMLStreamException {
        if (text != null) {
            start("documentation");
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    private void pause(Node node) throws XMLStreamException {
        if (forEngine) {
            empty("userTask", "id", node.id(), "name", node.name());
            return;
        }
        start("intermediateCatchEvent", "id", node.id(), "name", node.name());
        start("timerEventDefinition");
        start("timeDuration");
        xml.writeCharacters("P" + node.pauseDays() + "D");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void flow(Flow flow) throws XMLStreamException {
        var target = forEngine && isEntered(flow.to()) ? into(flow.to()) : flow.to();
        start("sequenceFlow", "id", flow.id(), "sourceRef", flow.from(), "targetRef", target);
        if (flow.condition() != null) {
            start("conditionExpression");
            xml.writeAttribute("xsi", Bpmn.SCHEMA, "type", "tFormalExpression");
            xml.writeCharacters(
                    forEngine ? "${" + Bpmn.choice(flow.from()) + " == '" + flow.id() + "'}" : flow.condition());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** A start event of its own before a node; a fork gets a merge before it, else it would wait for both ways. */
    private void beginning(Node entry) throws XMLStreamException {
        var id = Bpmn.FROM + entry.id();
        start("startEvent", "id", id);
        empty("messageEventDefinition", "messageRef", message(entry));
        xml.writeEndElement();
        var target = entry.id();
        if (entry.kind() == Kind.FORK) {
            target = into(entry.id());
            empty("exclusiveGateway", "id", target);
            empty("sequenceFlow", "id", "on_" + entry.id(), "sourceRef", target, "targetRef", entry.id());
        }
        empty("sequenceFlow", "id", "go_" + entry.id(), "sourceRef", id, "targetRef", target);
    }

    private boolean isEntered(String node) {
        return route.node(node).kind() == Kind.FORK
                && entries(route).stream().anyMatch(entry -> entry.id().equals(node));
    }

    private static String into(String fork) {
        return "into_" + fork;
    }

    private String message(Node entry) {
        return key + "_" + entry.id();
    }

    private @Nullable String otherwise(Node choice) {
        return route.from(choice.id()).stream()
                .filter(flow -> flow.condition() == null)
                .map(Flow::id)
                .findFirst()
                .orElse(null);
    }

    private void ours(String attribute, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute("lijevak", Bpmn.OURS, attribute, value);
        }
    }

    private void start(String element, @Nullable String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void empty(String element, @Nullable String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int index = 0; index < attributes.length; index += 2) {
            if (attributes[index + 1] != null
                    && !Objects.requireNonNull(attributes[index + 1]).isEmpty()) {
                xml.writeAttribute(Objects.requireNonNull(attributes[index]), attributes[index + 1]);
            }
        }
    }

    /** The identities that the engine's version adds, which no node of a route may bear. */
    static Stream<String> added() {
        return Stream.of(Bpmn.FROM, "go_", "on_", "into_");
    }
}
