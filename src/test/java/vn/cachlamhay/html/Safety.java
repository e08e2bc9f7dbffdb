package vn.cachlamhay.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What every finished article must satisfy, said again and apart from the code that does it. */
final class Safety {

  private static final Set<String> TAGS =
      Set.of(
          ("a abbr audio b blockquote br caption cite code col colgroup dd del details dfn div dl"
                  + " dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre"
                  + " q s section small source span strong sub summary sup table tbody td tfoot th"
                  + " thead time tr u ul video")
              .split(" "));
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("alt aria-label cite class colspan controls datetime dir headers height href id lang"
                  + " loading open poster reversed role rowspan scope span src start tabindex title"
                  + " type value width")
              .split(" "));
  private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "poster");
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):");

  private Safety() {}

  static void assertSafe(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    assertSafe(document, html);
    // what is put right while parsing must not become something else when written and read again
    assertSafe(Jsoup.parseBodyFragment(document.body().html()), html);
  }

  private static void assertSafe(Document document, String html) {
    assertThat(document.head().childNodes()).as(html).isEmpty();
    document
        .body()
        .forEachNode(
            (Node node) -> {
              assertThat(node).as(html).isNotInstanceOfAny(Comment.class, DataNode.class);
              if (node instanceof Element element && element != document.body()) {
                assertSafe(element, html);
              }
            });
  }

  private static void assertSafe(Element element, String html) {
    assertThat(TAGS).as(html).contains(element.normalName());
    for (Attribute attribute : element.attributes()) {
      assertThat(ATTRIBUTES).as(html).contains(attribute.getKey());
      if (ADDRESSES.contains(attribute.getKey())) {
        // as browsers do: controls and spaces in front do not count, tabs and line ends nowhere
        String address =
            attribute
                .getValue()
                .replaceAll("^[\\x00-\\x20]+|[\\t\\n\\r]", "")
                .toLowerCase(Locale.ROOT);
        Matcher scheme = SCHEME.matcher(address);
        if (scheme.find()) {
          assertThat(SCHEMES).as(html).contains(scheme.group(1));
        }
      }
    }
  }
}
