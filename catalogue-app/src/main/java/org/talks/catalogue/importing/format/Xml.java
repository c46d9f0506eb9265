package org.talks.catalogue.importing.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens XML from outside: no document types, so no entities; everything bounded; prefixes kept as part of names,
/// because some real files use them undeclared.
public final class Xml {

    /// The deepest real file has 8 levels.
    private static final int MAX_DEPTH = 40;

    /// The longest real text has 30,000 characters.
    private static final int MAX_TEXT = 1 << 20;

    /// The largest real file has 12 million characters and 60,000 elements.
    private static final long MAX_CHARACTERS = 64L << 20;

    private static final long MAX_ELEMENTS = 2_000_000;

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    /// @return a reader that refuses any document type when it comes to it, see [#next]
    public static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /// Steps on, and fails at a document type: no schedule has one, but every attack by entities does, and so do
    /// the HTML pages that servers answer with instead of a file.
    public static int next(XMLStreamReader reader) throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("It declares a document type, which is not accepted", reader.getLocation());
        }
        return event;
    }

    /// Says for people why reading failed.
    public static UnreadableSourceException unreadable(String name, XMLStreamException cause) {
        // Two shapes: "<message> at [row,col]: …" and "ParseError at [row,col]: … Message: <message>".
        String message = Texts.line(cause.getMessage())
                .replaceFirst("^ParseError at .*Message: ", "")
                .replaceFirst(" ?at \\[row,col.*", "");
        int line = cause.getLocation() == null ? -1 : cause.getLocation().getLineNumber();
        return new UnreadableSourceException(
                name + " is not valid XML" + (line > 0 ? " (line " + line + ")" : "") + ": "
                        + Texts.shorten(message, 300)
                        + ".",
                cause);
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Lazily found errors would come out of accessors as unchecked exceptions.
        factory.getConfig().doParseLazily(false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 64 << 10);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, MAX_CHARACTERS);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
        return factory;
    }
}
