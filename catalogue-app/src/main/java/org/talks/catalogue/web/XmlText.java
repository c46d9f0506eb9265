package org.talks.catalogue.web;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes an XML document in UTF-8. Escaping is the XML writer's; characters that XML cannot hold become U+FFFD,
/// since texts come from outside. Not for several threads.
public final class XmlText {

    private static final WstxOutputFactory FACTORY = factory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    public XmlText() {
        try {
            writer = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private interface Writing {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    /// Opens an element, with attributes as names and values in turn; those with a null value are left out.
    ///
    /// @param name with its prefix, which the root element declares as an attribute: `xmlns:itunes`
    public XmlText open(String name, @Nullable String... attributes) {
        return writing(w -> {
            w.writeStartElement(name);
            attributes(w, attributes);
        });
    }

    public XmlText close() {
        return writing(XMLStreamWriter::writeEndElement);
    }

    /// An element without content.
    public XmlText empty(String name, @Nullable String... attributes) {
        return writing(w -> {
            w.writeEmptyElement(name);
            attributes(w, attributes);
        });
    }

    /// An element with text; null writes nothing.
    public XmlText text(String name, @Nullable String text, @Nullable String... attributes) {
        if (text == null) {
            return this;
        }
        return writing(w -> {
            w.writeStartElement(name);
            attributes(w, attributes);
            w.writeCharacters(text);
            w.writeEndElement();
        });
    }

    /// The document, all elements closed.
    public byte[] bytes() {
        writing(w -> {
            w.writeEndDocument();
            w.close();
        });
        return bytes.toByteArray();
    }

    private XmlText writing(Writing writing) {
        try {
            writing.write(writer);
            return this;
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static void attributes(XMLStreamWriter writer, @Nullable String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) {
            var name = attributes[i];
            var value = attributes[i + 1];
            if (name != null && value != null) {
                writer.writeAttribute(name, value);
            }
        }
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("Writing XML to memory failed: " + e.getMessage(), e);
    }

    private static WstxOutputFactory factory() {
        var factory = new WstxOutputFactory();
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler('\uFFFD'));
        // Prefixes are written as they are given, declared on the root.
        factory.configureForSpeed();
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_CONTENT, false);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_NAMES, false);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, true);
        return factory;
    }
}
