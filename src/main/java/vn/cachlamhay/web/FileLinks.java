package vn.cachlamhay.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.cachlamhay.richtext.Manuscript.Attachment;
import vn.cachlamhay.text.VietnameseText;

/** Links to documents rather than pages. Stateless. */
final class FileLinks {

  private static final Pattern FILE =
      Pattern.compile(
          "(?i)[^?#]*\\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|rar|7z)(?:[?#].*)?"
              + "|.*[?&](?:file|filename|name)=[^&]*\\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)(?:&.*)?");

  private static final Pattern NO_LABEL =
      Pattern.compile(
          "tai ve|tai xuong|download|xem|xem file|tai file|xem chi tiet|tai day|tai ve may|file dinh"
              + " kem|tep dinh kem|");

  private FileLinks() {}

  static boolean is(Element link) {
    return FILE.matcher(link.attr("href").strip()).matches();
  }

  static boolean isIn(Element element) {
    return element.select("a[href]").stream().anyMatch(FileLinks::is);
  }

  /** Whether a line leads to a document. */
  static boolean isIn(PageLine line) {
    return line.linked() > 0
        && line.nodes().stream()
            .map(node -> node.parent().closest("a[href]"))
            .anyMatch(link -> link != null && is(link));
  }

  /** The documents in an element, each once. */
  static List<Attachment> of(List<Element> places) {
    var found = new ArrayList<Attachment>();
    var seen = new HashSet<String>();
    for (Element place : places) {
      for (Element link : place.select("a[href]")) {
        String address = link.attr("href").strip();
        if (is(link) && seen.add(address)) {
          found.add(new Attachment(label(link, address), address));
        }
      }
    }
    return found;
  }

  private static String label(Element link, String address) {
    for (String words : List.of(link.text(), link.attr("title"), link.attr("download"))) {
      String label = VietnameseText.tidy(words);
      if (!NO_LABEL.matcher(PageLine.key(label)).matches()) {
        return label;
      }
    }
    String path = address.replaceFirst("[?#].*", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? address.toLowerCase(Locale.ROOT) : name;
  }
}
