package org.wenheng.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an XML document: start tags, end tags, texts. Tags and attributes go by their local names, so that both
 * forms of a standard with two sets of namespaces are read. A document type declaration is refused, and with it entities
 * of any kind: no office program writes one.
 */
final class XmlPart implements Closeable {
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]{0,200}\\?>");

    private final String file;
    private final Closeable source;
    private final XMLStreamReader reader;
    private final Tally tally;
    private int event = XMLStreamConstants.START_DOCUMENT;

    private XmlPart(String file, Closeable source, XMLStreamReader reader, Tally tally) {
        this.file = file;
        this.source = source;
        this.reader = reader;
        this.tally = tally;
    }

    /** Counts the tags of all parts of a file. */
    static final class Tally {
        private int tags;
    }

    /**
     * A document.
     *
     * @param file name of the file, for the faults
     * @param tally counts the tags of all parts of the file
     */
    static XmlPart of(String file, InputStream content, Tally tally) throws XMLStreamException {
        return new XmlPart(file, content, FACTORY.createXMLStreamReader(content), tally);
    }

    /**
     * A document that is text already: what it says of its encoding does not count any more.
     *
     * @param file name of the file, for the faults
     */
    static XmlPart of(String file, String text) throws XMLStreamException {
        StringReader content =
                new StringReader(DECLARATION.matcher(text).replaceFirst("").stripLeading());
        return new XmlPart(file, content, FACTORY.createXMLStreamReader(content), new Tally());
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else is on the class path: what it refuses and permits is known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** Goes to the next tag or text; false at the end. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            event = reader.next();
            if (isStart() && ++tally.tags > Limits.TAGS) {
                throw new UnreadableException(FaultCode.FILE_TOO_MANY_CELLS, file, Limits.CELLS + " 格 / cells");
            }
            switch (event) {
                case XMLStreamConstants.START_ELEMENT,
                        XMLStreamConstants.END_ELEMENT,
                        XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    return true;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableException(FaultCode.FILE_XML_FORBIDDEN, file, "");
                default -> {}
            }
        }
        event = XMLStreamConstants.END_DOCUMENT;
        return false;
    }

    boolean starts(String name) {
        return isStart() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name);
    }

    boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean isEnd() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    boolean isText() {
        return !isStart() && !isEnd() && event != XMLStreamConstants.END_DOCUMENT;
    }

    /** The local name of the tag. */
    String name() {
        return reader.getLocalName();
    }

    /** The namespace of the tag; empty if it has none. */
    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** An attribute of the start tag; null if it has none of that name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute of the start tag, or what stands for it. */
    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** Adds the text to what was collected; refuses what no cell can hold. */
    void appendTo(StringBuilder text) {
        if (text.length() + reader.getTextLength() > Limits.CELL_CHARACTERS) {
            throw new UnreadableException(
                    FaultCode.FILE_TOO_MANY_CELLS, file, Limits.CELL_CHARACTERS + " 字符/格 characters per cell");
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            source.close();
        }
    }
}
