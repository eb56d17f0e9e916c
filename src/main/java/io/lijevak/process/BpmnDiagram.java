package io.lijevak.process;

import io.lijevak.process.RouteModel.Node;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the drawing of a route, in whole coordinates, so that BPMN tools show it as we do. */
final class BpmnDiagram {
    private static final int COLUMN = 150;
    private static final int ROW = 120;
    private static final int MARGIN = 60;
    private final RouteModel route;
    private final String key;
    private final XMLStreamWriter xml;
    private final RouteLayout layout;

    BpmnDiagram(RouteModel route, String key, XMLStreamWriter xml) {
        this.route = route;
        this.key = key;
        this.xml = xml;
        this.layout = new RouteLayout(route);
    }

    void write() throws XMLStreamException {
        start("BPMNDiagram", "id", "diagram");
        start("BPMNPlane", "id", "plane", "bpmnElement", key);
        for (var node : route.nodes()) {
            start("BPMNShape", "id", "shape_" + node.id(), "bpmnElement", node.id());
            xml.writeEmptyElement("dc", "Bounds", Bpmn.BOUNDS);
            attribute("x", x(node) - width(node) / 2);
            attribute("y", y(node) - height(node) / 2);
            attribute("width", width(node));
            attribute("height", height(node));
            xml.writeEndElement();
        }
        for (var flow : route.flows()) {
            start("BPMNEdge", "id", "edge_" + flow.id(), "bpmnElement", flow.id());
            edge(route.node(flow.from()), route.node(flow.to()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void edge(Node from, Node to) throws XMLStreamException {
        var turn = x(to) - COLUMN / 2;
        point(x(from) + width(from) / 2, y(from));
        if (y(from) != y(to)) {
            var early = y(from) < y(to) ? x(from) + COLUMN / 2 : turn;
            point(early, y(from));
            point(early, y(to));
        }
        point(x(to) - width(to) / 2, y(to));
    }

    private void point(int x, int y) throws XMLStreamException {
        xml.writeEmptyElement("di", "waypoint", Bpmn.POINTS);
        attribute("x", x);
        attribute("y", y);
    }

    private int x(Node node) {
        return MARGIN + layout.of(node.id()).column() * COLUMN + COLUMN / 2;
    }

    private int y(Node node) {
        return MARGIN + layout.of(node.id()).row() * ROW + ROW / 2;
    }

    private static int width(Node node) {
        return switch (node.kind()) {
            case POINT -> 110;
            case CHOICE, FORK, JOIN -> 50;
            case START, PAUSE, SUCCESS, FAILURE -> 36;
        };
    }

    private static int height(Node node) {
        return width(node) == 110 ? 80 : width(node);
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement("bpmndi", element, Bpmn.DIAGRAM);
        for (int index = 0; index < attributes.length; index += 2) {
            xml.writeAttribute(attributes[index], attributes[index + 1]);
        }
    }

    private void attribute(String name, int value) throws XMLStreamException {
        xml.writeAttribute(name, Integer.toString(value));
    }
}
