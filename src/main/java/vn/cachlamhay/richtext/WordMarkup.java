package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Takes out of a pasted document what is no text of it: what word processors keep beside the text,
 * and what web pages have around it. For one document and one thread.
 */
final class WordMarkup {

  private static final String NEVER_TEXT =
      "script, style, noscript, template, iframe, frame, frameset, object, embed, applet, form >"
          + " button, input, select, textarea, button, svg, canvas, video, audio, map, head, title,"
          + " meta, link, base, xml, math > annotation";

  private static final String FURNITURE =
      "nav, aside, footer, [role=navigation], [role=banner], [role=contentinfo],"
          + " [role=complementary], [role=search], [role=toolbar], [role=menu], dialog";

  private static final Pattern FURNITURE_CLASS =
      Pattern.compile(
          "(?i)(?:^|.*\\s)(?:breadcrumbs?|social[-_]?share|share[-_]?(?:buttons?|box|bar|links?)"
              + "|addthis\\S*|related[-_]?(?:news|posts?|articles?)|tin[-_]?lien[-_]?quan|tin[-_]?khac"
              + "|advertisement|adsbygoogle|quang[-_]?cao|comments?[-_](?:list|form|box|area)"
              + "|cookie[-_]?(?:banner|notice)|fb-(?:like|share-button|comments))(?:\\s.*|$)");

  private static final String COMMENTS =
      "[style*=mso-element:comment], .msocomtxt, .msocomanchor, .MsoCommentReference";

  private final Document document;
  private final Css css;
  private final Notices notices;

  WordMarkup(Document document, Css css, Notices notices) {
    this.document = document;
    this.css = css;
    this.notices = notices;
  }

  /** Whether a word processor wrote the document. */
  static boolean isFromWordProcessor(Document document) {
    return document.selectFirst(
            "meta[name=Generator], meta[name=generator], [class^=Mso], [style*=mso-],"
                + " [id^=docs-internal-guid]")
        != null;
  }

  void clean() {
    boolean office = isFromWordProcessor(document);
    document.select(NEVER_TEXT).remove();
    removeComments();
    if (!document.select(COMMENTS).isEmpty()) {
      document.select(COMMENTS).remove();
      notices.add(ProblemCode.DAN_BO_NHAN_XET);
    }
    document.select("[style*=mso-element:header], [style*=mso-element:footer]").remove();
    removeHidden();
    removeFieldCodes();
    acceptChanges(office);
    if (!office) {
      removeFurniture();
    }
  }

  private void removeComments() {
    var comments = new ArrayList<Node>();
    NodeTraversor.traverse(
        (NodeVisitor)
            (node, depth) -> {
              if (node instanceof Comment || node.nodeName().startsWith("#d")) {
                comments.add(node);
              }
            },
        document);
    comments.stream().filter(node -> node instanceof Comment).forEach(Node::remove);
  }

  private void removeHidden() {
    for (Element element : document.select("[hidden], [style*=none], [style*=mso-hide]")) {
      boolean hidden =
          element.hasAttr("hidden")
              || css.value(element, "display").equals("none")
              || css.value(element, "mso-hide").equals("all");
      if (hidden) {
        element.remove();
      }
    }
  }

  /** Between the beginning of a field and its separator stands what computes it, not its text. */
  private void removeFieldCodes() {
    for (Element begin : document.select("[style*=mso-element:field-begin]")) {
      var code = new ArrayList<Node>();
      for (Node next = begin.nextSibling(); next != null; next = next.nextSibling()) {
        boolean separator =
            next instanceof Element element
                && (isField(element, "separator") || isField(element, "end"));
        if (separator) {
          code.forEach(Node::remove);
          break;
        }
        code.add(next);
      }
      begin.remove();
    }
  }

  private static boolean isField(Element element, String part) {
    String selector = "[style*=mso-element:field-" + part + "]";
    return element.is(selector) || element.selectFirst(selector) != null;
  }

  /** What was struck out by a reviewer is gone, what was put in is text. */
  private void acceptChanges(boolean office) {
    boolean tracked = false;
    for (Element deleted : document.select("del, .msoDel, .MsoDel")) {
      if (office || deleted.hasAttr("datetime") || deleted.hasAttr("cite")) {
        deleted.remove();
        tracked = true;
      }
    }
    tracked |= document.selectFirst("ins[datetime], ins[cite], .msoIns") != null;
    if (tracked) {
      notices.add(ProblemCode.DAN_NHAN_SUA_DOI);
    }
  }

  private void removeFurniture() {
    var gone = new ArrayList<Element>(document.select(FURNITURE));
    for (Element element : document.select("[class]")) {
      if (FURNITURE_CLASS.matcher(element.className()).matches()) {
        gone.add(element);
      }
    }
    List<Element> withText = gone.stream().filter(element -> element.hasText()).toList();
    gone.forEach(Node::remove);
    if (!withText.isEmpty()) {
      notices.add(ProblemCode.DAN_BO_KHUNG_TRANG);
    }
  }

  /** The text right below an element. */
  static String ownText(Element element) {
    var text = new StringBuilder();
    for (TextNode words : element.textNodes()) {
      text.append(words.getWholeText());
    }
    return text.toString();
  }
}
