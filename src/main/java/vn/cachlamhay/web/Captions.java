package vn.cachlamhay.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the captions of pictures in the ways in which portals set them, and makes each a {@code
 * figure} of its picture. Stateless.
 */
final class Captions {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|.*[\\s_-])(?:caption|imagecaption|image-?caption|wp-caption-text|chu-?thich"
              + "|chuthichanh|pcaption|photocms_caption|desc-?img|img-?desc|image-?desc|note-?img)"
              + "(?:[\\s_-].*|$)");
  private static final int LONGEST = 320;
  private static final int MOST_PICTURES = 300;

  private Captions() {}

  /** Changes the text of an article. */
  static void mark(Element article) {
    article.select("dl.wp-caption, .wp-caption").forEach(Captions::named);
    article.select("table").stream().limit(MOST_PICTURES).forEach(Captions::table);
    for (Element image : article.select("img").stream().limit(MOST_PICTURES).toList()) {
      if (image.closest("figure") == null) {
        caption(image);
      }
    }
    article.select("figure").forEach(Captions::nameCaption);
  }

  private static void named(Element box) {
    Element image = box.selectFirst("img");
    Element words = box.selectFirst(".wp-caption-text, .wp-caption-dd, dd");
    if (image != null && words != null && box.closest("figure") == null) {
      box.replaceWith(figure(image, words));
    }
  }

  /** A table of one column: pictures, and a line below. */
  private static void table(Element table) {
    List<Element> cells =
        table.select("td, th").stream().filter(cell -> cell.closest("table") == table).toList();
    List<Element> images = table.select("img");
    boolean ofPictures =
        cells.size() <= 3 && images.size() == 1 && table.selectFirst("table table") == null;
    String words = table.text().strip();
    if (ofPictures && words.isEmpty()) {
      table.replaceWith(new Element("p").appendChild(images.get(0)));
    } else if (ofPictures && words.length() <= LONGEST) {
      Element last = cells.get(cells.size() - 1);
      Element place = last.selectFirst("img") == null ? last : table;
      table.replaceWith(figure(images.get(0), withoutPictures(place)));
    }
  }

  private static Element withoutPictures(Element element) {
    Element copy = element.clone();
    copy.select("img").forEach(Element::remove);
    return copy;
  }

  private static Element figure(Element image, Element words) {
    var figure = new Element("figure");
    var caption = new Element("figcaption");
    flatten(words, caption);
    figure.appendChild(image);
    return figure.appendChild(caption);
  }

  /** A caption is a line, whatever blocks it was made of. */
  private static void flatten(Element from, Element to) {
    List<Element> parts = from.select("p, div, td");
    Element inner = parts.isEmpty() || parts.size() > 1 ? from : parts.get(0);
    if (parts.size() > 1 || inner.selectFirst("p, div, td") != null && inner != parts.get(0)) {
      to.text(from.text());
    } else {
      inner.childNodesCopy().forEach(to::appendChild);
    }
    carryFont(inner, to);
  }

  private static void carryFont(Element from, Element to) {
    if (!from.attr("style").isEmpty()) {
      to.attr("style", from.attr("style"));
    }
  }

  private static void nameCaption(Element figure) {
    if (figure.selectFirst("figcaption") != null || figure.selectFirst("img") == null) {
      return;
    }
    for (Element part : figure.select("p, div, span, em")) {
      if (part.selectFirst("img") == null && part.hasText()) {
        part.tagName("figcaption");
        return;
      }
    }
  }

  private static void caption(Element image) {
    Element holder = image;
    while (holder.parent() != null
        && (!PageLine.isBlock(holder) || holder == image)
        && !holder.parent().normalName().matches("body|td|li")) {
      holder = holder.parent();
    }
    if (holder.select("img").size() > 1 || holder.normalName().matches("table|ul|ol")) {
      return;
    }
    if (holder.hasText()) {
      captionWithin(image, holder);
      return;
    }
    Element box = holder;
    Optional<Element> words = next(box);
    while (words.isEmpty()
        && box.nextElementSibling() == null
        && box.parent() != null
        && box.parent().normalName().equals("div")
        && !box.parent().hasText()) {
      box = box.parent();
      words = next(box);
    }
    if (words.isPresent()) {
      Element figure = figure(image, words.get());
      words.get().remove();
      box.replaceWith(figure);
    }
  }

  /** Picture, break, and words in one centred paragraph. */
  private static void captionWithin(Element image, Element holder) {
    Element words = withoutPictures(holder);
    boolean first = holder.html().indexOf("<img") < holder.html().length() / 2;
    boolean told = isCentred(holder) || isNamed(holder) || isItalic(words);
    Element named =
        holder.select("*").stream()
            .filter(each -> each != holder && isNamed(each) && each.selectFirst("img") == null)
            .findFirst()
            .orElse(null);
    if (named != null && named.text().length() <= LONGEST) {
      Element figure = figure(image, named);
      named.remove();
      holder.before(figure);
      if (!holder.hasText() && holder.selectFirst("img") == null) {
        holder.remove();
      }
    } else if (first
        && told
        && holder.normalName().matches("p|div|center")
        && holder.selectFirst("p, div, table, ul, ol") == null
        && words.text().length() <= LONGEST) {
      words.select("br").forEach(Element::remove);
      holder.replaceWith(figure(image, words));
    }
  }

  /** The element behind a picture, where it is its caption. */
  private static Optional<Element> next(Element picture) {
    Element next = picture.nextElementSibling();
    while (next != null && !next.hasText() && next.selectFirst("img") == null) {
      next = next.nextElementSibling();
    }
    if (next == null || next.selectFirst("img") != null) {
      return Optional.empty();
    }
    String text = next.text();
    boolean block = next.normalName().matches("p|div|center|span|em|i|h[4-6]|figcaption");
    boolean look = isNamed(next) || isCentred(next) && (isItalic(next) || text.length() <= 160);
    return block && look && !text.isBlank() && text.length() <= LONGEST
        ? Optional.of(next)
        : Optional.empty();
  }

  private static boolean isNamed(Element element) {
    return NAME.matcher(element.className().toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isCentred(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return style.contains("text-align:center")
        || element.attr("align").equalsIgnoreCase("center")
        || element.normalName().equals("center")
        || element.className().toLowerCase(Locale.ROOT).matches(".*(?:text-?center|aligncenter).*");
  }

  private static boolean isItalic(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    int italic =
        element.select("i, em, [style*=italic]").stream()
            .filter(each -> each.parents().stream().noneMatch(up -> up.is("i, em")))
            .mapToInt(each -> each.text().length())
            .sum();
    return style.contains("font-style:italic") || italic * 10 >= element.text().length() * 8;
  }
}
