package vn.cachlamhay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import vn.cachlamhay.richtext.Hint;

/**
 * What belongs to an article and stands outside of the element with its text: the title, the date
 * line and the lead before it, the byline behind it. For one page and one thread.
 */
final class Surroundings {

  private static final Pattern LEAD =
      named(
          "sapo|lead|hometext|summary|chapeau|desc|intro|trich|tom-?tat|excerpt|standfirst|teaser");
  private static final Pattern TITLE = named("title|tieu-?de|headline|tde|tenbai|ten-?bai");
  private static final Pattern AUTHOR =
      named("author|byline|tac-?gia|source|nguon|but-?danh|writer|news-?author|copyright-?by");
  private static final Pattern AUTHOR_WORDS =
      Pattern.compile(
          "(?:tac gia|nguon|nguon tin|theo|tin anh|tin bai|bai anh|bai va anh|tin va anh|anh|nguoi"
              + " viet|nguoi dang|bien tap|thuc hien|but danh)\\b.*");
  private static final int MOST_BEHIND = 15;
  private static final int LONG_LINE = 70;

  private final Amounts amounts;
  private final Element content;
  private final Set<String> titles;
  private final Set<String> authors;
  private final List<String> summaries;
  private final int start;
  private final int end;
  private final int title;

  Surroundings(Amounts amounts, Element content, List<Hint> hints) {
    this.amounts = amounts;
    this.content = content;
    this.titles = keys(hints, Hint.About.TITLE);
    this.authors = keys(hints, Hint.About.AUTHOR);
    this.summaries = List.copyOf(keys(hints, Hint.About.SUMMARY));
    List<PageLine> lines = amounts.lines();
    int first = 0;
    while (first < lines.size() && !lines.get(first).isIn(content)) {
      first++;
    }
    int last = first;
    while (last < lines.size() && lines.get(last).isIn(content)) {
      last++;
    }
    this.start = first;
    this.end = last;
    this.title = findTitle();
  }

  private static Pattern named(String words) {
    return Pattern.compile("(?:^|.*[\\s_-])(?:" + words + ").*");
  }

  private static Set<String> keys(List<Hint> hints, Hint.About about) {
    return hints.stream()
        .filter(hint -> hint.about() == about)
        .map(hint -> PageLine.key(hint.value()))
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
  }

  private int findTitle() {
    List<PageLine> lines = amounts.lines();
    for (int i = start - 1; i >= 0; i--) {
      if (isTitle(lines.get(i)) && lines.get(i).block().closest("li, nav") == null) {
        return i;
      }
    }
    for (int i = start; i < Math.min(end, start + 8); i++) {
      if (isTitle(lines.get(i)) || lines.get(i).block().closest("h1") != null) {
        return i;
      }
    }
    for (int i = start - 1; i >= 0; i--) {
      boolean named = isNamed(lines.get(i).block(), TITLE, 1) && i > start - 12;
      boolean heading = lines.get(i).block().closest("h1") != null || named;
      if (heading && lines.get(i).text().length() > 12 && lines.get(i).linked() == 0) {
        return amounts.isInFurniture(lines.get(i).block()) ? -1 : i;
      }
    }
    return -1;
  }

  private boolean isTitle(PageLine line) {
    String key = line.key();
    return titles.contains(key)
        || key.length() >= 25 && titles.stream().anyMatch(each -> each.startsWith(key));
  }

  private static boolean isNamed(Element element, Pattern names, int levels) {
    Element at = element;
    for (int i = 0; i < levels && at != null && !at.normalName().equals("body"); i++) {
      String all = (at.className() + " " + at.id() + " " + at.attr("itemprop")).strip();
      if (names.matcher(all.toLowerCase(Locale.ROOT)).matches()) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  /** What comes before the text, as elements of our own. */
  List<Element> before() {
    var before = new ArrayList<Element>();
    List<PageLine> lines = amounts.lines();
    boolean outside = title >= 0 && title < start;
    if (title >= 0) {
      before.add(new Element("h1").text(lines.get(title).text()));
    }
    // without a title only what has a name of its own is taken
    for (int i = outside ? title + 1 : Math.max(0, start - 6); i < start; i++) {
      PageLine line = lines.get(i);
      String own = line.unlinked();
      boolean date = Pruning.isDate(own);
      if (isIn(line, before)) {
        continue;
      }
      if (date && (outside || isNamed(line.block(), named("date|time|ngay"), 2))) {
        before.add(new Element("p").text(own));
      } else if (isLead(line, outside) || outside && isByline(line)) {
        before.add(copy(line));
      }
    }
    before.addAll(pictures(outside));
    return before;
  }

  private static boolean isIn(PageLine line, List<Element> taken) {
    return taken.stream().anyMatch(each -> PageLine.key(each.text()).equals(line.key()));
  }

  private boolean isLead(PageLine line, boolean outside) {
    boolean furniture =
        amounts.isInFurniture(line.block())
            || line.linked() * 2 > line.text().length()
            || Furniture.isWords(line)
            || Furniture.isOthers(line)
            || line.block().closest("figure, [class*=caption]") != null;
    if (furniture || isRepeated(line)) {
      return false;
    }
    boolean said = summaries.stream().anyMatch(each -> isBeginning(each, line.key()));
    return isNamed(line.block(), LEAD, 3) && line.text().length() > 25
        || said
        || outside && line.text().length() >= LONG_LINE;
  }

  private static boolean isBeginning(String summary, String key) {
    int most = Math.min(40, Math.min(summary.length(), key.length()));
    return most >= 25 && summary.regionMatches(0, key, 0, most);
  }

  /** Whether the text has it too. */
  private boolean isRepeated(PageLine line) {
    return amounts.lines().subList(start, end).stream()
        .limit(6)
        .anyMatch(each -> each.key().equals(line.key()));
  }

  private static Element copy(PageLine line) {
    var copy = new Element("p");
    Element block = line.block();
    boolean whole = PageLine.key(block.text()).equals(line.key()) && block.select("img").isEmpty();
    if (whole) {
      block.childNodes().forEach(node -> copy.appendChild(node.clone()));
      copy.attributes().addAll(block.attributes());
      copy.removeAttr("id");
    } else {
      copy.text(line.text());
    }
    return copy;
  }

  /** The picture between title and text. */
  private List<Element> pictures(boolean outside) {
    var found = new ArrayList<Element>();
    Element from = outside ? amounts.lines().get(title).block() : null;
    boolean between = false;
    for (Element element : from == null ? List.<Element>of() : root().getAllElements()) {
      if (element == content) {
        break;
      }
      boolean picture =
          between
              && element.normalName().equals("img")
              && !amounts.isInFurniture(element)
              && element.closest("a[href^=http]:not(figure a)") == null
              && !isSmall(element);
      if (picture) {
        Element figure = element.closest("figure, .wp-caption");
        Element whole = figure == null ? element : figure;
        if (found.stream().noneMatch(each -> each.outerHtml().equals(whole.outerHtml()))) {
          found.add(whole.clone());
        }
      }
      between |= element == from;
    }
    return found;
  }

  private Element root() {
    Element root = content;
    while (root.parent() != null) {
      root = root.parent();
    }
    return root;
  }

  private static boolean isSmall(Element image) {
    String width = image.attr("width").replace("px", "");
    return width.matches("\\d{1,2}") || image.attr("src").matches("(?i).*(?:icon|logo|\\.gif).*");
  }

  /** The title in the content itself, and what stands before it and is no date. */
  List<PageLine> titleWithin() {
    if (title < start) {
      return List.of();
    }
    var gone = new ArrayList<PageLine>();
    amounts.lines().subList(start, title).stream()
        .filter(line -> !Pruning.isDate(line.text()) && !line.isProse())
        .forEach(gone::add);
    gone.add(amounts.lines().get(title));
    return gone;
  }

  /** Bylines that come behind the text. */
  List<Element> behind() {
    var behind = new ArrayList<Element>();
    for (PageLine line : linesBehind(MOST_BEHIND)) {
      if (isByline(line) && !isIn(line, behind) && !isRepeatedAtEnd(line)) {
        behind.add(copy(line));
      }
    }
    return behind;
  }

  private boolean isRepeatedAtEnd(PageLine line) {
    return amounts.lines().subList(Math.max(start, end - 4), end).stream()
        .anyMatch(each -> each.key().equals(line.key()));
  }

  private boolean isByline(PageLine line) {
    if (line.text().length() > 90
        || amounts.isInFurniture(line.block())
        || Furniture.isWords(line)
        || line.text().endsWith(":")) {
      return false;
    }
    String key = line.key();
    return isNamed(line.block(), AUTHOR, 2)
        || AUTHOR_WORDS.matcher(key).matches()
        || authors.contains(key);
  }

  /** The elements of the lines behind the text where its documents may be listed. */
  List<Element> documentsBehind() {
    return linesBehind(MOST_BEHIND * 3).stream()
        .filter(FileLinks::isIn)
        .map(PageLine::block)
        .distinct()
        .toList();
  }

  private List<PageLine> linesBehind(int most) {
    var behind = new ArrayList<PageLine>();
    List<PageLine> lines = amounts.lines();
    for (int i = end; i < Math.min(lines.size(), end + most); i++) {
      boolean over =
          Furniture.isDiscussion(lines.get(i))
              || Furniture.isOthers(lines.get(i)) && lines.get(i).key().length() > 7;
      if (over) {
        break;
      }
      behind.add(lines.get(i));
    }
    return behind;
  }
}
