package vn.cachlamhay.feed;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document line by line; the JDK's writer does the escaping. For one thread. */
final class XmlText {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  XmlText() {
    try {
      this.writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      writer.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens an element; attributes are names and values in turn. */
  XmlText open(String name, String... attributes) {
    return write(() -> start(name, attributes, false));
  }

  /** An element that holds a text. */
  XmlText leaf(String name, String content) {
    return write(
        () -> {
          writer.writeStartElement(name);
          writer.writeCharacters(withoutControls(content));
          writer.writeEndElement();
          writer.writeCharacters("\n");
        });
  }

  /** An element that holds nothing. */
  XmlText empty(String name, String... attributes) {
    return write(() -> start(name, attributes, true));
  }

  XmlText close() {
    return write(
        () -> {
          writer.writeEndElement();
          writer.writeCharacters("\n");
        });
  }

  String end() {
    write(writer::writeEndDocument);
    return text.toString();
  }

  private void start(String name, String[] attributes, boolean empty) throws XMLStreamException {
    if (empty) {
      writer.writeEmptyElement(name);
    } else {
      writer.writeStartElement(name);
    }
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], withoutControls(attributes[i + 1]));
    }
    writer.writeCharacters("\n");
  }

  /** XML 1.0 has no place for these, however they are written. */
  private static String withoutControls(String content) {
    return content.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private XmlText write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      // a writer into memory fails only where we call it wrongly
      throw new IllegalStateException(e);
    }
  }
}
