package vn.cachlamhay.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Takes furniture out of the element that holds an article. For one page and one thread. */
final class Pruning {

  private static final Pattern DATE =
      Pattern.compile(".*\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?\\d{4}.*");
  private static final Pattern WRITTEN_DATE =
      Pattern.compile(
          ".*\\b\\d{1,2} thang (?:\\d{1,2}|gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai)?)"
              + " (?:nam )?\\d{4}\\b.*|.*\\bngay \\d{1,2} \\d{1,2} \\d{4}\\b.*|(?:19|20)\\d\\d \\d\\d \\d\\d");
  private static final Pattern LABELLED = Pattern.compile("[^\\p{L}]*([^:]{3,40}):(.+)");

  private final Element root;
  private final Amounts amounts;

  Pruning(Element root, Amounts amounts) {
    this.root = root;
    this.amounts = amounts;
  }

  void prune() {
    byName();
    byWords();
    trailingLinks();
  }

  private void byName() {
    var open = new ArrayDeque<Element>(root.children());
    var gone = new ArrayList<Element>();
    while (!open.isEmpty()) {
      Element element = open.pop();
      if (Furniture.is(element) && !holdsTheArticle(element)) {
        gone.add(element);
      } else {
        element.children().forEach(open::push);
      }
    }
    Removal.of(gone);
  }

  private boolean holdsTheArticle(Element element) {
    boolean talk = element.className().contains("comment") || element.id().contains("comment");
    boolean quote = element.normalName().equals("aside") && element.selectFirst("a") == null;
    // documents stand in boxes of their own, and are to stay
    boolean box = FileLinks.isIn(element) && amounts.linkShare(element) > 0.3;
    return !talk && (quote || box || amounts.words(element) * 2L > amounts.words(root));
  }

  private void byWords() {
    List<PageLine> lines = PageLine.of(root);
    int all = lines.stream().filter(PageLine::isProse).mapToInt(PageLine::plain).sum();
    int read = 0;
    var gone = new ArrayList<PageLine>();
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      read += line.isProse() ? line.plain() : 0;
      if (Furniture.isDiscussion(line) && read * 2 > all) {
        gone.addAll(lines.subList(i, lines.size()));
        break;
      }
      if (Furniture.isOthers(line) && leadsElsewhere(lines, i + 1)) {
        gone.add(line);
        while (i + 1 < lines.size() && isOfList(lines.get(i + 1))) {
          gone.add(lines.get(++i));
        }
      } else if (Furniture.isWords(line) || isLabelled(line)) {
        gone.add(line);
      }
    }
    PageLine.remove(gone);
  }

  /** "Xem thêm: …" and the title of another article. */
  private static boolean isLabelled(PageLine line) {
    var parts = LABELLED.matcher(line.text());
    if (!parts.matches() || line.linked() * 10 < line.text().length() * 6) {
      return false;
    }
    String label = PageLine.key(parts.group(1));
    return Furniture.isLabelOfOthers(label) && !FileLinks.isIn(line);
  }

  private static boolean leadsElsewhere(List<PageLine> lines, int next) {
    return next >= lines.size() || isOfList(lines.get(next));
  }

  private static boolean isOfList(PageLine line) {
    boolean link = line.linked() * 2 > line.text().length();
    boolean date = line.text().length() < 40 && DATE.matcher(line.text()).matches();
    return (link || date || Furniture.isWords(line) || Furniture.isOthers(line))
        && !FileLinks.isIn(line);
  }

  /** What ends in links alone ends in other articles. */
  private void trailingLinks() {
    List<PageLine> lines = PageLine.of(root);
    int end = lines.size();
    int links = 0;
    while (end > 0 && isOfList(lines.get(end - 1))) {
      end--;
      links += lines.get(end).linked() > 15 ? 1 : 0;
    }
    if (links >= 2 && end > 0) {
      PageLine.remove(lines.subList(end, lines.size()));
    }
  }

  /** Whether a line has a date and little else. */
  static boolean isDate(String text) {
    String key = PageLine.key(text);
    return text.length() <= 90
        && (DATE.matcher(text).matches() || WRITTEN_DATE.matcher(key).matches());
  }
}
