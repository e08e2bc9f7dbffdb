package vn.cachlamhay.html;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;

/**
 * Takes everything out of HTML that {@link ArticleSafelist} does not allow, and tells what that
 * was. Immutable and thread-safe.
 */
final class HtmlCleaner {

  /** Relative links are judged as if they stood here; a name that can never exist (RFC 2606). */
  private static final String BASE = "https://site.invalid/";

  private static final Set<String> FRAME = Set.of("html", "head", "body");

  private final ArticleSafelist safelist = new ArticleSafelist();
  private final Cleaner cleaner = new Cleaner(safelist);

  /**
   * Clean HTML.
   *
   * @param document its body holds what is left
   * @param removed what is gone, in the order in which it stood: {@code <script>}, {@code onclick},
   *     {@code href="javascript:…"}
   */
  record Cleaned(Document document, Set<String> removed) {}

  Cleaned clean(String html) {
    Document dirty = Jsoup.parseBodyFragment(html, BASE);
    var removed = new LinkedHashSet<String>();
    for (Element element : dirty.getAllElements()) {
      if (element == dirty || isFrame(element)) {
        continue;
      }
      if (!safelist.isSafeTag(element.normalName())) {
        removed.add("<" + element.normalName() + ">");
        continue;
      }
      for (Attribute attribute : element.attributes()) {
        if (!safelist.isSafeAttribute(element.normalName(), element, attribute)) {
          removed.add(describe(attribute));
        }
      }
    }
    Document clean = cleaner.clean(dirty);
    clean.outputSettings().prettyPrint(false);
    return new Cleaned(clean, removed);
  }

  private static boolean isFrame(Element element) {
    return FRAME.contains(element.normalName());
  }

  private static String describe(Attribute attribute) {
    int colon = attribute.getValue().indexOf(':');
    boolean address = attribute.getKey().equals("href") || attribute.getKey().equals("src");
    return address && colon > 0
        ? "%s=\"%s:…\"".formatted(attribute.getKey(), attribute.getValue().substring(0, colon))
        : attribute.getKey();
  }
}
