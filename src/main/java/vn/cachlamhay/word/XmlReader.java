package vn.cachlamhay.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Reads a part of a document into nodes. A document type, and with it every entity, is refused;
 * nothing is fetched. Stateless.
 */
final class XmlReader {

  /** Real documents stay below 60; what reads the nodes calls itself for each level. */
  private static final int DEEPEST = 250;

  private static final int MOST_NODES = 1_500_000;

  /** The ends of namespaces, of the transitional and the strict form, and the usual prefixes. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "/wordprocessingml/2006/main", "w:",
          "/wordprocessingml/main", "w:",
          "/officeDocument/2006/relationships", "r:",
          "/officeDocument/relationships", "r:",
          "/officeDocument/2006/math", "m:",
          "/officeDocument/math", "m:",
          "/markup-compatibility/2006", "mc:",
          "/drawingml/2006/main", "a:",
          "/drawingml/main", "a:",
          "urn:schemas-microsoft-com:vml", "v:");

  /** What nobody asks for, and large documents are full of. */
  private static final Set<String> IGNORED =
      Set.of("w:proofErr", "w:lastRenderedPageBreak", "w:tblBorders", "w:tcBorders", "w:lang");

  private XmlReader() {}

  /**
   * The element that a part consists of.
   *
   * @throws vn.cachlamhay.diag.SiteException where it is no well-formed XML, has a document type,
   *     or is too deep or too large
   */
  static XmlNode read(byte[] bytes, String file) {
    var builder = new Builder(file);
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), builder);
    } catch (SAXParseException e) {
      boolean type = e.getMessage() != null && e.getMessage().contains("DOCTYPE");
      throw Refusal.of(type ? ProblemCode.WORD_NGUY_HIEM : ProblemCode.WORD_HONG, file, e);
    } catch (SAXException | IOException e) {
      // bytes that are no text come as an IOException: nothing is read of a disk here
      throw Refusal.of(ProblemCode.WORD_HONG, file, e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return builder.root;
  }

  private static final class Builder extends DefaultHandler {

    private final String file;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Deque<XmlNode> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private XmlNode root = XmlNode.empty("");
    private int nodes;

    Builder(String file) {
      this.file = file;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
      flush();
      var node = new XmlNode(name(prefix(uri), local), attributes(attributes));
      if (open.size() >= DEEPEST || ++nodes > MOST_NODES) {
        throw Refusal.of(ProblemCode.WORD_QUA_DAI, file);
      }
      if (open.isEmpty()) {
        root = node;
      } else if (!IGNORED.contains(node.name())) {
        open.peek().add(node);
      }
      open.push(node);
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
      flush();
      open.pop();
    }

    @Override
    public void characters(char[] letters, int start, int length) {
      text.append(letters, start, length);
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    private void flush() {
      if (text.length() > 0 && !open.isEmpty()) {
        open.peek().add(XmlNode.text(text.toString()));
      }
      text.setLength(0);
    }

    private Map<String, String> attributes(Attributes attributes) {
      var out = new HashMap<String, String>();
      for (int i = 0; i < attributes.getLength(); i++) {
        String local = attributes.getLocalName(i);
        if (!local.startsWith("rsid")) {
          String prefix = prefix(attributes.getURI(i));
          out.put(name(prefix.equals("r:") ? prefix : "", local), attributes.getValue(i));
        }
      }
      return out.isEmpty() ? Map.of() : out;
    }

    private String name(String prefix, String local) {
      return names.computeIfAbsent(prefix + local, written -> written);
    }

    private String prefix(String uri) {
      return prefixes.computeIfAbsent(
          uri,
          space ->
              PREFIXES.entrySet().stream()
                  .filter(entry -> space.endsWith(entry.getKey()))
                  .map(Map.Entry::getValue)
                  .findFirst()
                  .orElse(""));
    }
  }
}
