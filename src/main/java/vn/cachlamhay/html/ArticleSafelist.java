package vn.cachlamhay.html;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * What an article's HTML may hold: text, tables, lists, pictures, links, quotations, sound and film
 * files. No script, style, form, frame, embedded object or event handler; addresses only of the
 * web, of mail and of telephones. It does not judge what stands behind a link.
 */
final class ArticleSafelist extends Safelist {

  ArticleSafelist() {
    addTags(
        "a",
        "abbr",
        "audio",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "video");
    addAttributes(":all", "class", "dir", "id", "lang", "title");
    addAttributes("a", "href");
    addAttributes("audio", "controls", "src");
    addAttributes("blockquote", "cite");
    addAttributes("col", "span");
    addAttributes("colgroup", "span");
    addAttributes("details", "open");
    addAttributes("img", "alt", "height", "src", "width");
    addAttributes("li", "value");
    addAttributes("ol", "reversed", "start", "type");
    addAttributes("q", "cite");
    addAttributes("source", "src", "type");
    addAttributes("td", "align", "colspan", "headers", "rowspan");
    addAttributes("th", "align", "colspan", "headers", "rowspan", "scope");
    addAttributes("time", "datetime");
    addAttributes("video", "controls", "height", "poster", "src", "width");
    addProtocols("a", "href", "http", "https", "mailto", "tel");
    addProtocols("audio", "src", "http", "https");
    addProtocols("blockquote", "cite", "http", "https");
    addProtocols("img", "src", "http", "https");
    addProtocols("q", "cite", "http", "https");
    addProtocols("source", "src", "http", "https");
    addProtocols("video", "poster", "http", "https");
    addProtocols("video", "src", "http", "https");
    preserveRelativeLinks(true);
  }

  /** Opened to {@link HtmlCleaner}, which tells what it takes away. */
  @Override
  public boolean isSafeTag(String tag) {
    return super.isSafeTag(tag);
  }

  @Override
  public boolean isSafeAttribute(String tagName, Element element, Attribute attribute) {
    return super.isSafeAttribute(tagName, element, attribute);
  }
}
