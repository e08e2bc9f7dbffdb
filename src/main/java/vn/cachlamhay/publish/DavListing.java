package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what a server tells of the files in a folder. The server's XML is not trusted: nothing that
 * it names is fetched, and it may define nothing. Immutable.
 *
 * @param root the encoded path of the target on the server, with a slash at its end
 */
record DavListing(String root) {

  private static final String DAV = "DAV:";

  /**
   * A file or folder.
   *
   * @param path of the site; empty for the target itself
   * @param isFolder whether it is one
   * @param size in bytes, of a file
   */
  record Entry(String path, boolean isFolder, long size) {}

  /**
   * Every entry below the target, in the order of the server.
   *
   * @throws IOException where this is no answer to such a question
   */
  List<Entry> read(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return read(factory.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private List<Entry> read(XMLStreamReader xml) throws XMLStreamException, IOException {
    var entries = new ArrayList<Entry>();
    String href = "";
    boolean folder = false;
    long size = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && isOf(xml, "response")) {
        href = "";
        folder = false;
        size = 0;
      } else if (event == XMLStreamConstants.START_ELEMENT && isOf(xml, "href")) {
        href = href.isEmpty() ? xml.getElementText().strip() : href;
      } else if (event == XMLStreamConstants.START_ELEMENT && isOf(xml, "collection")) {
        folder = true;
      } else if (event == XMLStreamConstants.START_ELEMENT && isOf(xml, "getcontentlength")) {
        size = size(xml.getElementText());
      } else if (event == XMLStreamConstants.END_ELEMENT && isOf(xml, "response")) {
        add(entries, href, folder, size);
      }
    }
    return entries;
  }

  private static boolean isOf(XMLStreamReader xml, String name) {
    return DAV.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName());
  }

  private static long size(String text) throws IOException {
    try {
      // a property that a folder does not have comes empty
      return text.isBlank() ? 0 : Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IOException(text, e);
    }
  }

  private void add(List<Entry> entries, String href, boolean folder, long size) {
    String path = decoded(href.replaceFirst("^[a-zA-Z]+://[^/]*", ""));
    String base = decoded(root);
    if ((path + "/").equals(base)) {
      path = base;
    }
    if (path.startsWith(base)) {
      String own = path.substring(base.length()).replaceAll("/+$", "");
      entries.add(new Entry(own, folder, size));
    }
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
