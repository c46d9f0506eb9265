package org.talks.catalogue.importing.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A small part of an XML file, read as a whole. Mixed content is joined: the text of an element is all the text
/// directly in it.
public final class XmlElement {

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new HashMap<>(4);
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(XMLStreamReader reader) {
        name = reader.getLocalName();
        line = reader.getLocation().getLineNumber();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    /// @param reader at the start of the element; afterwards at its end
    public static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        XmlElement root = new XmlElement(reader);
        Deque<XmlElement> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            switch (Xml.next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement child = new XmlElement(reader);
                    open.element().children.add(child);
                    open.push(child);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.element().text.append(reader.getText());
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        return root;
    }

    public String name() {
        return name;
    }

    /// Line in the file, from 1.
    public int line() {
        return line;
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public String text() {
        return text.toString();
    }

    public List<XmlElement> children() {
        return children;
    }

    /// Children of that name.
    public List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /// The first child of that name.
    public @Nullable XmlElement first(String child) {
        for (XmlElement element : children) {
            if (element.name.equals(child)) {
                return element;
            }
        }
        return null;
    }

    /// Text of the first child of that name, null when there is none.
    public @Nullable String text(String child) {
        XmlElement element = first(child);
        return element == null ? null : element.text();
    }
}
