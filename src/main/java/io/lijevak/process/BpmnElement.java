package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of an uploaded file: names, attributes, text. Reading knows no document types and no entities but the five
 * of XML, and stops at small limits, so that a file can neither fetch nor blow up anything.
 */
final class BpmnElement {
    static final int LARGEST_FILE = 1_000_000;
    private static final int MOST_ELEMENTS = 5_000;
    private static final int DEEPEST = 40;
    private final String space;
    private final String name;
    private final Map<String, String> attributes;
    private final List<BpmnElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private BpmnElement(String space, String name, Map<String, String> attributes) {
        this.space = space;
        this.name = name;
        this.attributes = attributes;
    }

    /** The root element of a file; refuses what is no plain XML at the field {@code file}. */
    static BpmnElement read(byte[] file) {
        if (file.length == 0 || file.length > LARGEST_FILE) {
            throw InvalidInput.at("file", "process.error.bpmn.size");
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true); // to see a document type, which is refused
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, space) -> new ByteArrayInputStream(new byte[0]));
        try {
            return root(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException e) {
            throw InvalidInput.at("file", "process.error.bpmn.xml");
        }
    }

    private static BpmnElement root(XMLStreamReader xml) throws XMLStreamException {
        var open = new ArrayDeque<BpmnElement>();
        BpmnElement root = null;
        var count = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw InvalidInput.at("file", "process.error.bpmn.doctype");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw InvalidInput.at("file", "process.error.bpmn.size");
                    }
                    var element = of(xml);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        if (root == null) {
            throw InvalidInput.at("file", "process.error.bpmn.xml");
        }
        return root;
    }

    private static BpmnElement of(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            var space = xml.getAttributeNamespace(index);
            var name = xml.getAttributeLocalName(index);
            attributes.put(
                    space == null || space.isEmpty() ? name : "{" + space + "}" + name, xml.getAttributeValue(index));
        }
        return new BpmnElement(
                xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI(), xml.getLocalName(), attributes);
    }

    boolean is(String bpmnName) {
        return space.equals(Bpmn.MODEL) && name.equals(bpmnName);
    }

    String space() {
        return space;
    }

    String name() {
        return name;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    @Nullable
    String ours(String attribute) {
        return attributes.get("{" + Bpmn.OURS + "}" + attribute);
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<BpmnElement> children() {
        return children;
    }

    List<BpmnElement> children(String bpmnName) {
        return children.stream().filter(child -> child.is(bpmnName)).toList();
    }

    String text() {
        return text.toString().strip();
    }

    /** How a refusal names it: its name in the file, else its id, with the kind of element. */
    String label() {
        var called = attribute("name").isBlank() ? attribute("id") : attribute("name");
        return called.isBlank() ? name : name + " “" + called.strip() + "”";
    }
}
